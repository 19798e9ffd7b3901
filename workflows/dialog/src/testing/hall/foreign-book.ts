import { choice, creditCode, day, fixture, line, mobile, money, person, whole } from './fixture.js';

export const foreignBook = fixture(
  'foreign-book',
  {
    title: '出版外国图书合同登记',
    code: '11440000006939561H2442093027000',
    department: '中共广东省委宣传部',
    type: 'other-power',
    summary: '出版社取得外国图书授权后，把出版合同送交登记。',
    conditions: '依照著作权法和对出版外国图书进行合同登记的规定。',
    materials: ['居民身份证', '出版外国图书合同登记表', '出版外国图书合同'],
  },
  {
    出版社: { publisher: line('出版单位', { 'x-slot': 'company' }), creditCode: creditCode('出版单位信用代码'), handler: person('经办人姓名'), handlerMobile: mobile('经办人手机号') },
    图书: { bookTitle: line('图书名称'), author: line('原作者'), language: choice('原文语种', '英语', '法语', '德语', '日语', '俄语', '其他语种'), kind: choice('授权形式', '翻译权', '影印权'), copies: whole('首印册数', 1, 1_000_000) },
    合同: { signedOn: day('合同签订日期'), expiresOn: day('授权截止日期'), fee: money('版税预付金额') },
  },
  ['publisher', 'creditCode', 'handler', 'handlerMobile', 'bookTitle', 'author', 'language', 'kind', 'copies', 'signedOn', 'expiresOn'],
);
