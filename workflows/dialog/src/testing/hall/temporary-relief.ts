import { bankCard, choice, division, fixture, line, mobile, money, note, person, residentId, shownIf, table, upload, whole, yesNo } from './fixture.js';

export const temporaryRelief = fixture(
  'temporary-relief',
  {
    title: '临时救助业务预约申请',
    code: '11440000006940175Y2442108208000',
    department: '广东省民政厅',
    type: 'public-service',
    summary: '因火灾、交通事故、重大疾病等突发困难的家庭和个人，预约办理临时救助。',
    conditions: '需要预约办理临时救助业务的自然人。',
    materials: ['居民身份证', ['诊断证明', '因重大疾病申请的'], ['事故认定书', '因交通事故申请的'], ['授权委托书', '委托他人代办的']],
  },
  {
    申请人: { applicantName: person('申请人姓名'), idNumber: residentId('身份证号'), mobile: mobile('手机号'), homeDivision: division('户籍地'), liveDivision: division('居住地') },
    困难: { cause: choice('困难原因', '重大疾病', '交通事故', '火灾', '子女上学', '其他原因'), causeNote: line('其他原因说明'), spent: money('自付医疗费用'), income: money('家庭月收入'), members: whole('家庭人口数', 1, 20), details: note('困难情况说明') },
    家庭成员: { family: table('家庭成员', { name: line('姓名'), relation: line('与申请人关系', { minLength: 1 }), age: whole('年龄', 0, 120), income: money('月收入') }, ['name', 'relation', 'age']) },
    发放: { bankCard: bankCard('收款银行卡号'), hasAgent: yesNo('是否委托他人代办'), agentName: person('代办人姓名'), agentMobile: mobile('代办人手机号') },
    材料: { proof: upload('诊断证明') },
  },
  ['applicantName', 'idNumber', 'mobile', 'homeDivision', 'liveDivision', 'cause', 'income', 'members', 'family', 'bankCard', 'hasAgent'],
  [shownIf('causeNote', 'cause', '其他原因'), shownIf('spent', 'cause', '重大疾病'), shownIf('agentName', 'hasAgent', true), shownIf('agentMobile', 'hasAgent', true)],
);
