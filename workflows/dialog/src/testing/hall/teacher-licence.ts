import { choice, day, fixture, line, mobile, person, residentId, shownIf, upload, yesNo } from './fixture.js';

export const teacherLicence = fixture(
  'teacher-licence',
  {
    title: '高等学校教师资格认定',
    code: '11440000006940116U2440102013001',
    department: '广东省教育厅',
    type: 'permit',
    summary: '在高等学校任教的人员申请认定教师资格。',
    conditions: '广东省高等学校教师。',
    materials: ['体检表', '普通话等级证书', '学历证书', '居民身份证', '本人正面免冠照片', ['博士学位证书', '免于教育教学能力测试的']],
  },
  {
    本人: { applicantName: person('姓名'), idNumber: residentId('身份证号'), mobile: mobile('手机号'), email: line('电子邮箱', { format: 'email' }) },
    任教: { school: line('任教学校', { 'x-slot': 'company' }), subject: line('任教学科'), hiredOn: day('入职日期') },
    学历: {
      degree: choice('最高学历', '大学本科', '硕士研究生', '博士研究生'), graduatedFrom: line('毕业院校', { 'x-slot': 'company' }), graduatedOn: day('毕业日期'),
      mandarin: choice('普通话水平', '一级甲等', '一级乙等', '二级甲等', '二级乙等'), hasProfessorTitle: yesNo('是否具有高级职称'), professorTitle: line('高级职称名称'),
    },
    材料: { diploma: upload('学历证书') },
  },
  ['applicantName', 'idNumber', 'mobile', 'school', 'subject', 'degree', 'graduatedFrom', 'mandarin', 'hasProfessorTitle'],
  [shownIf('professorTitle', 'hasProfessorTitle', true)],
);
