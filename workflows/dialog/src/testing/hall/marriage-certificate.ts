import { choice, day, division, fixture, mobile, person, residentId, shownIf } from './fixture.js';

export const marriageCertificate = fixture(
  'marriage-certificate',
  {
    title: '补领结婚证预约',
    code: '11440000006940175Y2442108005000',
    department: '广东省民政厅',
    type: 'public-service',
    summary: '结婚证遗失或者损毁的当事人预约补领结婚证。',
    conditions: '婚姻登记机关为经办结婚的机关或一方当事人户口所在地的机关；当事人依法登记结婚，现今仍然维持该状况。',
    materials: ['居民身份证', '居民户口簿', ['声明书', '结婚证遗失的']],
  },
  {
    男方: { husbandName: person('男方姓名'), husbandId: residentId('男方身份证号') },
    女方: { wifeName: person('女方姓名'), wifeId: residentId('女方身份证号') },
    登记: { registeredOn: day('结婚登记日期'), registeredAt: division('登记机关所在地'), reason: choice('补领原因', '遗失', '损毁'), lostOn: day('遗失日期') },
    预约: { visitOn: day('预约办理日期'), mobile: mobile('联系手机号') },
  },
  ['husbandName', 'husbandId', 'wifeName', 'wifeId', 'registeredOn', 'reason', 'visitOn', 'mobile'],
  [shownIf('lostOn', 'reason', '遗失', true)],
);
