import type { Reading } from '../found-value.js';

/** What the name of an organisation ends with. */
const END =
  /(?:有限责任公司|股份有限公司|集团有限公司|有限公司|分公司|子公司|集团公司|集团|合作社|联合社|合伙企业|个人独资企业|事务所|研究院|研究所|设计院|委员会|居委会|村委会|街道办事处|街道办|派出所|公安局|人民政府|人民法院|人民检察院|管理局|服务中心|管理中心|政务中心|卫生院|卫生服务中心|医院|大学|学院|职业学校|技工学校|学校|中学|小学|幼儿园|实验室|银行(?:[一-鿿]{0,10}支行|[一-鿿]{0,10}分行)?|信用社|保险公司|出版社|报社|电视台|协会|学会|基金会|商会|公司|经营部|工作室|商行|商店|超市|药店|饭店|酒店|宾馆|餐厅|工厂|(?<=[一-鿿]{2})(?:厂|局|厅)(?![一-鿿]))(?:[一-鿿]{2,8}(?:分公司|分行|支行|分院|校区|附属(?:中学|小学|医院)))?/gu;
/** Words that a name does not have, so that it begins behind them. */
const BEFORE =
  /(?:我在|就职于|任职于|供职于|工作单位(?:是|为|:|：)?|单位(?:名称)?(?:是|为|:|：)?|公司名称(?:是|为|:|：)?|企业名称(?:是|为|:|：)?|名称(?:是|为|:|：)|就读于?|毕业于|考上了?|入职了?|来自|位于|前往|叫做|叫|我是|你们|我们|他们|因为|因|由|被|把|向|给|与|和|跟|及|或|从|到|去|在|于|的|了|是|为|是否|需要|申请|办理|注册|成立|开办|设立|经营|一家|一所|这家|那家|在读|读|上(?!海|饶|虞|栗|犹|党|杭|街|城|蔡|高|思|林|犹|市)|请问|如何|怎么|以|将|对|[，。,.!?！？;；:：、"“”《》<>\s])/gu;
const MAX_LENGTH = 30;
/** 这家公司, 医院, 学校: the kind of an organisation without its name. */
const ONLY_KIND = /^(?:一?[个家所]|本|我|该|贵|其|每|各|新|老|大|小|原|外|子|分|总|母|公立|私立|民办|国有|外资|有限|股份)?(?:有限责任|股份有限|有限)?(?:公司|集团|合作社|事务所|医院|大学|学院|学校|中学|小学|幼儿园|银行|超市|药店|饭店|酒店|宾馆|餐厅|工厂|商店|派出所|公安局|人民政府|人民法院|服务中心|政务中心|居委会|村委会|街道办|街道办事处|委员会|协会|电视台|管理局|研究所|信用社|保险公司|工作室|[一-鿿]?(?:厂|局|厅|社))$/u;

/** Names of organisations by how they end; they begin behind the last word that none has. */
export function findOrganizations(text: string): Reading[] {
  const readings: Reading[] = [];
  let free = 0;
  for (const match of text.matchAll(END)) {
    const to = match.index + match[0].length;
    const earliest = Math.max(free, to - MAX_LENGTH - match[0].length);
    const before = text.slice(earliest, match.index);
    let begin = 0;
    for (const word of before.matchAll(BEFORE)) if (!isInside(before, word.index)) begin = word.index + word[0].length;
    const from = earliest + begin;
    const name = text.slice(from, to);
    if (name.length > match[0].length && !ONLY_KIND.test(name) && /^[一-鿿A-Za-z0-9（(]/u.test(name)) readings.push({ kind: 'organization', from, to, normal: name, value: name });
    free = to;
  }
  return readings;
}

/** 北京(中国)有限公司 and 和平医院 keep their 和 and 中: a word of one character at the very beginning is no boundary where a place follows it. */
function isInside(before: string, at: number): boolean {
  return /^(?:和平|和田|和顺|和龙|到达|在线|向阳|为民|与众|从化|给力|对外|将军|以岭)/u.test(before.slice(at));
}
