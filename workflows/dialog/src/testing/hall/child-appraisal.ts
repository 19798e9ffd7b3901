import { choice, day, division, fixture, line, mobile, note, person, residentId, shownIf } from './fixture.js';

export const childAppraisal = fixture(
  'child-appraisal',
  {
    title: '病残儿医学鉴定',
    code: '11440000006940132H244072000800003',
    department: '广东省卫生健康委员会',
    type: 'confirmation',
    summary: '居住在广东省内的公民，生育的子女因各种原因致病、致残，要求再生育的，申请医学鉴定。',
    conditions: '生育的子女因各种原因致病、致残，要求再生育。',
    materials: ['广东省病残儿医学鉴定申请表', '居民身份证', '疾病诊断资料', ['中华人民共和国结婚证', '已婚的'], ['中华人民共和国离婚证', '离婚的']],
  },
  {
    父母: { applicantName: person('申请人姓名'), idNumber: residentId('申请人身份证号'), mobile: mobile('手机号'), marriage: choice('婚姻状况', '已婚', '离婚', '丧偶'), spouseName: person('配偶姓名'), spouseId: residentId('配偶身份证号') },
    住址: { homeDivision: division('户籍地'), liveDivision: division('居住地') },
    孩子: { childName: person('患儿姓名'), childBirth: day('患儿出生日期'), childGender: choice('患儿性别', '男', '女'), diagnosis: line('诊断名称'), hospital: line('诊断医院', { 'x-slot': 'company' }), diagnosedOn: day('诊断日期'), history: note('病史') },
  },
  ['applicantName', 'idNumber', 'mobile', 'marriage', 'homeDivision', 'liveDivision', 'childName', 'childBirth', 'childGender', 'diagnosis', 'hospital'],
  [shownIf('spouseName', 'marriage', '已婚'), shownIf('spouseId', 'marriage', '已婚')],
);
