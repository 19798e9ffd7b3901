import { choice, day, fixture, line, mobile, person, residentId, shownIf, whole, yesNo } from './fixture.js';

export const partTimeLawyer = fixture(
  'part-time-lawyer',
  {
    title: '兼职律师执业许可',
    code: '1144000000694016742440109002002',
    department: '广东省司法厅',
    type: 'permit',
    summary: '高等院校、科研机构中从事法学教育、研究工作的人员申请兼职从事律师职业。',
    conditions: '拥护宪法；取得法律职业资格证书；在律师事务所实习满一年；品行良好。',
    materials: ['兼职律师执业许可申请表格', '社会保险参保缴费证明', '居民身份证'],
  },
  {
    申请人: { applicantName: person('申请人姓名'), idNumber: residentId('身份证号码'), mobile: mobile('手机号码'), politics: choice('政治面貌', '中共党员', '共青团员', '民主党派', '群众') },
    资格: { certificateNo: line('法律职业资格证号', { pattern: '^[A-Z]?\\d{8,14}$' }), certifiedOn: day('资格证发证日期'), internMonths: whole('实习月数', 12, 60) },
    单位: { employer: line('工作单位', { 'x-slot': 'company' }), lawFirm: line('拟执业律师事务所', { 'x-slot': 'company' }), workDuty: line('从事工作') },
    其他: { wasPunished: yesNo('是否受过刑事处罚'), punishment: line('处罚情况') },
  },
  ['applicantName', 'idNumber', 'mobile', 'certificateNo', 'certifiedOn', 'internMonths', 'employer', 'lawFirm', 'wasPunished'],
  [shownIf('punishment', 'wasPunished', true)],
);
