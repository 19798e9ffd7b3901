import { choice, day, division, fixture, line, mobile, person, residentId, shownIf } from './fixture.js';

export const pensionCheck = fixture(
  'pension-check',
  {
    title: '企业职工领取养老保险待遇资格认证',
    code: '11440000553612461J2442111003003',
    department: '广东省人力资源和社会保障厅',
    type: 'public-service',
    summary: '领取企业职工养老金的人员每年认证领取资格。',
    conditions: '各级社保经办机构以信息比对为主方式办理资格认证，无法比对的采取其他方式。',
    materials: ['居民身份证', '社会保障卡', ['个人委托书', '委托认证的'], ['定居国护照', '在国（境）外居住的']],
  },
  {
    领取人: { pensioner: person('领取人姓名'), idNumber: residentId('领取人身份证号'), mobile: mobile('联系电话'), payDivision: division('待遇领取地'), retiredOn: day('退休日期') },
    认证: { way: choice('认证方式', '网点认证', '远程认证', '上门认证', '委托认证'), visitOn: day('预约上门日期'), visitAddress: line('上门地址'), agentName: person('受托人姓名'), agentId: residentId('受托人身份证号') },
  },
  ['pensioner', 'idNumber', 'mobile', 'payDivision', 'way'],
  [shownIf('visitOn', 'way', '上门认证'), shownIf('visitAddress', 'way', '上门认证'), shownIf('agentName', 'way', '委托认证'), shownIf('agentId', 'way', '委托认证')],
);
