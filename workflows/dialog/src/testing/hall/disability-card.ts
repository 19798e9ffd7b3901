import { choice, choices, day, division, fixture, line, mobile, person, residentId, shownIf, upload, yesNo } from './fixture.js';

export const disabilityCard = fixture(
  'disability-card',
  {
    title: '《中华人民共和国残疾人证》新办证申请',
    code: '13440000455857174Y2442169016000',
    department: '广东省残疾人联合会',
    type: 'public-service',
    summary: '符合残疾标准、自愿申领的本省户籍居民申办残疾人证。',
    conditions: '广东省户籍自然人。',
    materials: ['中华人民共和国残疾人证申请表', '居民身份证', '中华人民共和国残疾评定表', '照片', ['监护人身份证', '申请人为未成年人的']],
  },
  {
    申请人: { applicantName: person('申请人姓名'), idNumber: residentId('申请人身份证号'), gender: choice('性别', '男', '女'), ethnicity: line('民族', { minLength: 1 }), mobile: mobile('联系手机') },
    地址: { homeDivision: division('户籍所在地'), liveDivision: division('现居住地'), address: line('详细地址') },
    残疾情况: { kinds: choices('残疾类别', '视力残疾', '听力残疾', '言语残疾', '肢体残疾', '智力残疾', '精神残疾'), disabledOn: day('致残日期'), cause: choice('致残原因', '先天性', '疾病', '工伤', '交通事故', '其他') },
    监护人: { isMinor: yesNo('是否未成年人'), guardianName: person('监护人姓名'), guardianId: residentId('监护人身份证号'), guardianMobile: mobile('监护人手机号') },
    材料: { photo: upload('照片') },
  },
  ['applicantName', 'idNumber', 'gender', 'mobile', 'homeDivision', 'liveDivision', 'address', 'kinds', 'isMinor'],
  [shownIf('guardianName', 'isMinor', true), shownIf('guardianId', 'isMinor', true), shownIf('guardianMobile', 'isMinor', true)],
);
