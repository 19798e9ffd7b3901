import { describe, expect, it } from 'vitest';
import { Conversation } from './testing/conversation.js';
import { hall } from './testing/hall/hall.js';
import { sampleHall } from './testing/sample-hall.js';

const sample = sampleHall();

/** Sentences that hold values which are for no field, or for another one than is open; `data` is all that may be filled. */
const CASES: { service: string; asked?: string; text: string; data: Record<string, unknown> }[] = [
  { service: 'temporary-relief', text: '我昨天打12345问过', data: {} },
  { service: 'temporary-relief', text: '我有3个问题', data: {} },
  { service: 'temporary-relief', text: '我爸叫王大山', data: {} },
  { service: 'temporary-relief', text: '我们村有300多户，县里每年发5000元', data: {} },
  { service: 'temporary-relief', text: '月收入3000元以下能申请吗？', data: {} },
  { service: 'temporary-relief', text: '如果家庭月收入是3000元呢', data: {} },
  { service: 'temporary-relief', text: '朋友的身份证号是110101198001011232', data: {} },
  { service: 'temporary-relief', text: '你们在北京市东城区有窗口吗？', data: {} },
  { service: 'temporary-relief', asked: 'mobile', text: '稍后我老婆会打电话给你', data: {} },
  { service: 'temporary-relief', asked: 'mobile', text: '我老婆的是13912345678', data: {} },
  { service: 'temporary-relief', asked: 'mobile', text: '尾号5678', data: {} },
  { service: 'temporary-relief', asked: 'applicantName', text: '我的社保卡丢了怎么办', data: {} },
  { service: 'temporary-relief', asked: 'applicantName', text: '好的呀', data: {} },
  { service: 'temporary-relief', asked: 'applicantName', text: '我想先问个问题', data: {} },
  { service: 'temporary-relief', asked: 'hasAgent', text: '可能吧', data: {} },
  { service: 'temporary-relief', asked: 'income', text: '大概三四千', data: {} },
  { service: 'temporary-relief', asked: 'members', text: '一大家子', data: {} },
  { service: 'temporary-relief', asked: 'homeDivision', text: '老家', data: {} },
  { service: 'temporary-relief', asked: 'cause', text: '一言难尽', data: {} },
  { service: 'disability-card', text: '监护人身份证号440106198503150038', data: {} },
  { service: 'disability-card', text: '监护人姓名李四，手机号13912345678', data: {} },
  { service: 'disability-card', asked: 'kinds', text: '不是听力残疾', data: {} },
  { service: 'marriage-certificate', text: '身份证号110101198001011232和440305199008200025', data: {} },
  { service: 'marriage-certificate', asked: 'mobile', text: '我叫张三', data: {} },
  { service: 'marriage-certificate', text: '我们2015年5月结的婚', data: {} },
  { service: 'pension-check', text: '我女儿在上海市浦东新区工作', data: {} },
  { service: 'teacher-licence', text: '我在广州大学读过书', data: {} },
  { service: 'startup-award', text: '我以前在广州样例有限公司上班', data: {} },
  { service: 'basic-pension', text: '我在云江市第一人民医院上班', data: {} },
  { service: 'basic-pension', text: '听说明年3月1号要涨退休金', data: {} },
  { service: 'basic-pension', text: '卡号6222020200112233446是我儿子的', data: {} },
  { service: 'medical-reimbursement', text: '职工医保和居民医保有什么区别', data: {} },
  { service: 'medical-reimbursement', text: '门诊和住院都能报吗', data: {} },
  { service: 'medical-reimbursement', asked: 'visitOn', text: '10月3日到10月12日', data: {} },
  { service: 'temporary-relief', asked: 'liveDivision', text: '住在临江区', data: {} },
  { service: 'basic-pension', asked: 'lastEmployer', text: '填我爸的', data: {} },
  { service: 'law-firm', text: '广东正和样例律师事务所', data: { firmName: '广东正和样例律师事务所' } },
  { service: 'law-firm', asked: 'head', text: '广东正和样例律师事务所', data: {} },
  { service: 'student-leave', text: '家长电话13912345678', data: {} },
  { service: 'temporary-relief', text: '店里电话13912345678', data: {} },
  { service: 'temporary-relief', text: '联系电话13912345678', data: { mobile: '13912345678' } },
  { service: 'startup-subsidy', asked: 'businessName', text: '补贴申请1万元', data: {} },
  { service: 'living-allowance', text: '低保每个月发800元吗', data: {} },
  { service: 'living-allowance', text: '我邻居家4口人', data: {} },
];

describe('no field is ever filled wrongly in silence', () => {
  it.each(CASES)('$service, $asked: $text', ({ service, asked, text, data }) => {
    const talk = new Conversation(sample.service(service) ? sample : hall);
    talk.choose(`service:${service}`);
    if (asked) talk.choose(`edit:${asked}`);
    talk.say(text);
    expect(talk.data).toEqual(data);
  });

  it('offers one value only for fields that would hold the same', () => {
    const talk = new Conversation(hall);
    talk.choose('service:temporary-relief');
    talk.choose('edit:cause');
    const reply = talk.say('大概花了五万');
    expect(reply.quickReplies.map(({ payload }) => payload)).not.toContain('place:members');
    talk.say('大病');
    expect(talk.data['members']).toBeUndefined();
  });
});
