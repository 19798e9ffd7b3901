import { DIGITS } from '../numbers/numerals.js';
import type { PersonalFind, PersonalKind } from './personal-kinds.js';

const HAN = [...DIGITS.keys()].join('');
const GAP = '[ ·.\\-—_*/（）()\\[\\]【】]{0,2}';
const PLATE = new RegExp(`[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]${GAP}[A-Za-z](?:${GAP}[0-9A-Za-z${HAN}]){4,5}${GAP}[0-9A-Za-z${HAN}挂学警港澳领]`, 'gu');
const CODE_CUES: readonly (readonly [PersonalKind, RegExp, number])[] = [
  ['account', /微信|wechat|weixin|vx|v信|qq|扣扣|抖音|支付宝|微博|快手/giu, 5],
  ['permit', /护照|通行证|回乡证|台胞证|军官证|士兵证|警官证|居留证|居留许可|居住证|签证|出生医学证明|残疾人?证|档案编号/gu, 6],
  ['insurance', /社保|社会保障|社会保险|医保|医疗保险|参保|养老保险|病历|病案|就诊|住院|门诊|公积金|个人编号/gu, 6],
  ['credit-code', /信用代码|税号|纳税人识别号/gu, 15],
];
/** What stands between the word and the number: 号是, 卡号：, （. */
const LINK = /^(?:[ ]?(?:的|账户|帐户|账号|帐号|卡|证件|证|编号|号码|号|码|id))*[ ]?(?:应该是|就是|改成|换成|加我|我的|搜|是|为|叫|写|填|=)?[ :：,，（(【[「"“#]*/iu;
const CODE_CHARACTER = new RegExp(`[0-9A-Za-z_${HAN}]`, 'u');
const CODE_GAP = /[ ·.\-—*/]/u;
const LONGEST = 24;

export function findPersonalCodes(text: string, kinds: ReadonlySet<PersonalKind>): PersonalFind[] {
  return [...(kinds.has('plate') ? plates(text) : []), ...CODE_CUES.filter(([kind]) => kinds.has(kind)).flatMap(([kind, cue, shortest]) => behindCue(text, kind, cue, shortest))];
}

function plates(text: string): PersonalFind[] {
  return [...text.matchAll(PLATE)].flatMap((match): PersonalFind[] => {
    const [written] = match;
    const to = match.index + written.length;
    if (/[0-9A-Za-z]/u.test(text.charAt(to)) || !new RegExp(`[0-9${HAN}]`, 'u').test(written.slice(2))) return [];
    return [{ kind: 'plate', from: match.index, to, normal: asciiDigits(written.replace(/[ ·.\-—_*/（）()[\]【】]/gu, '')) }];
  });
}

/** Letters and digits behind a word that says whose they are. Groups may be apart where they are short, as one spells. */
function behindCue(text: string, kind: PersonalKind, cue: RegExp, shortest: number): PersonalFind[] {
  const finds: PersonalFind[] = [];
  let free = 0;
  for (const match of text.matchAll(cue)) {
    const at = match.index + match[0].length;
    if (match.index < free) continue;
    const from = at + (LINK.exec(text.slice(at, at + 24))?.[0].length ?? 0);
    const to = codeEnd(text, from);
    const normal = asciiDigits([...text.slice(from, to)].filter((character) => CODE_CHARACTER.test(character)).join(''));
    if (normal.length < shortest || !/[0-9A-Za-z]/u.test(text.slice(from, to) + normal) || (kind !== 'account' && !/\d/u.test(normal)) || (normal.length < 7 && /^[年月元万岁天个]/u.test(text.charAt(to)))) continue;
    finds.push({ kind, from, to, normal });
    free = to;
  }
  return finds;
}

function codeEnd(text: string, from: number): number {
  let to = from;
  let taken = 0;
  for (let at = from; at < text.length && taken < LONGEST; at += 1) {
    const character = text.charAt(at);
    if (CODE_CHARACTER.test(character)) {
      taken += 1;
      to = at + 1;
    } else if (!CODE_GAP.test(character) || at === from || at - to >= 2) break;
  }
  return to;
}

const asciiDigits = (text: string) => [...text].map((character) => (DIGITS.has(character) ? String(DIGITS.get(character)) : character)).join('').toUpperCase();
