import { bankCard, choice, creditCode, day, division, fixture, line, mobile, money, person, residentId, whole } from './fixture.js';

export const startupAward = fixture(
  'startup-award',
  {
    title: '优秀创业项目资助核发',
    code: '11440000553612461J244211133100002',
    department: '广东省人力资源和社会保障厅',
    type: 'public-service',
    summary: '在省级创业创新大赛获得金、银、铜奖的创业项目落地注册后，申请一次性创业资助。',
    conditions: '在创业创新大赛单项赛中获得金、银、铜奖，并在省内落地注册的创业项目。',
    materials: ['优秀创业项目资助申报表', '项目负责人身份证明', '法定登记注册文件（营业执照）', '优秀创业项目资助申报材料'],
  },
  {
    企业: { company: line('企业名称', { 'x-slot': 'company' }), creditCode: creditCode('统一社会信用代码'), registeredOn: day('注册登记日期'), registeredAt: division('注册地'), capital: money('注册资本'), staff: whole('员工人数', 1, 10_000) },
    负责人: { leader: person('项目负责人姓名'), leaderId: residentId('项目负责人身份证号'), leaderMobile: mobile('项目负责人手机号') },
    项目: { project: line('项目名称'), award: choice('获奖等级', '金奖', '银奖', '铜奖'), awardedOn: day('获奖日期'), amount: money('申请资助金额', { maximum: 20_000_000 }) },
    收款: { bank: line('开户银行', { 'x-slot': 'company' }), account: bankCard('收款账号') },
  },
  ['company', 'creditCode', 'registeredOn', 'leader', 'leaderId', 'leaderMobile', 'project', 'award', 'amount', 'bank', 'account'],
);
