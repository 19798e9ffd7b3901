import type { PersonalKind } from './personal-kinds.js';

/** How far before a number the word that says what it is may stand. */
export const CUE_REACH = 18;

const WORDS: readonly (readonly [PersonalKind, string])[] = [
  ['credit-code', '信用代码|税号|纳税人识别号'],
  ['permit', '护照|通行证|回乡证|返乡证|台胞证|军官证|士兵证|警官证|居留证|居留许可|居住证|签证|出生医学证明|出生证编号|导游证|记者证|学生证|残疾证|残疾人证|教师资格证|驾驶证档案|档案编号'],
  ['insurance', '社保|社会保障|社会保险|医保|医疗保险|参保|养老保险|病历|病案|就诊|住院号|门诊号|公积金|个人编号'],
  ['account', '微信|wechat|weixin|vx|v信|qq|扣扣|企鹅|抖音|支付宝|微博|快手'],
  ['resident-id', '身份证|身份号|身份证件|公民身份|证件号|证件号码|证号|身分证|idcard|驾驶证|驾照'],
  ['bank-card', '银行卡|卡号|账号|账户|帐号|帐户|储蓄卡|信用卡|借记卡|存折|工资卡|一卡通|打到卡|收款'],
  ['phone', '座机|固话|固定电话|办公电话|家里电话|家庭电话|单位电话|传真'],
  ['mobile', '手机|移动电话|联系电话|联系方式|电话|致电|拨打|打我|短信|联通号|移动号|电信号|tel|phone|mobile'],
  // A number of what, only the word before says.
  ['mobile', '号码'],
];
const CUE = new RegExp(WORDS.map(([, words]) => `(${words})`).join('|'), 'giu');

/** What the last such word of a text says that a number behind it is. */
export function cueBefore(text: string): PersonalKind | null {
  return lastCue(text)?.kind ?? null;
}

/** The last word and what follows it. Blanks do not count. */
export function lastCue(text: string): { kind: PersonalKind; behind: string } | null {
  const tight = text.replace(/\s+/gu, '');
  let last: { kind: PersonalKind; behind: string } | null = null;
  for (const match of tight.matchAll(CUE)) {
    const index = match.slice(1).findIndex((group) => group !== undefined);
    if (index === WORDS.length - 1 && last) continue;
    last = { kind: WORDS[index]![0], behind: tight.slice(match.index + match[0].length) };
  }
  return last;
}
