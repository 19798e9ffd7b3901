import { choice, division, fixture, line, mobile, money, person, residentId, table, whole } from './fixture.js';

export const lawFirm = fixture(
  'law-firm',
  {
    title: '律师事务所设立许可',
    code: '1144000000694016742440109001001',
    department: '广东省司法厅',
    type: 'permit',
    summary: '执业律师申请设立普通合伙、特殊的普通合伙或者个人律师事务所。',
    conditions: '有自己的名称、住所和章程；有符合规定的设立人；有规定数额的资产。',
    materials: ['《律师事务所设立申请登记表》', '所有设立人的居民身份证', '拟设立律师事务所的章程', '住所证明（可承诺）', '资产证明'],
  },
  {
    事务所: { firmName: line('律师事务所名称', { 'x-slot': 'company' }), firmKind: choice('组织形式', '普通合伙', '特殊的普通合伙', '个人'), division: division('住所所在地'), address: line('住所地址'), area: { type: 'number', title: '办公面积（平方米）', minimum: 10, maximum: 100_000 }, assets: money('资产总额') },
    负责人: { head: person('负责人姓名'), headId: residentId('负责人身份证号'), headMobile: mobile('负责人手机号'), years: whole('执业年限', 3, 60) },
    设立人: { founders: table('设立人', { name: line('姓名'), licence: line('执业证号', { pattern: '^\\d{17}$', minLength: 17 }), share: { type: 'number', title: '出资比例', minimum: 0, maximum: 100 } }, ['name', 'licence']) },
  },
  ['firmName', 'firmKind', 'division', 'address', 'assets', 'head', 'headId', 'headMobile', 'founders'],
);
