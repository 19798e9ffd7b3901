import { lastCue } from './personal-cues.js';
import type { PersonalFind, PersonalKind } from './personal-kinds.js';
import { foldText } from './projected-text.js';

/** As much of a text's end is looked at. */
const REACH = 60;
const CHINESE = '零〇○一二三四五六七八九幺';
const DIGIT = new RegExp(`[0-9${CHINESE}]`, 'u');
const OPEN_NUMBER = new RegExp(`[0-9A-Za-z_${CHINESE}](?:[0-9A-Za-z_${CHINESE} .·*（）()-]{0,40}[0-9A-Za-z_${CHINESE}])?[ ）)-]?$`, 'u');
const PAUSE = /(?:…|\.\.\.|，|,|。|然后|等下|[ \-.])+$/u;
/** Behind the word that announces a number: nothing yet, or its first digits. */
const ANNOUNCED = new RegExp(`^(?:号码?|号|卡|证)*(?:前[几一二三四五六七八九十\\d]{1,2}位|开头|先说前半|第一段)?(?:就?是|为|叫|填|写|:|：|，|,|=)*[0-9A-Za-z_${CHINESE} \\-.·*（）()]*$`, 'u');
const NAME = /(?:姓名|名字|我叫|名叫|联系人|申请人|收件人|叫做)(?:就?是|为|叫)?[:： ，,]{0,2}[一-鿿]?$/u;
const MAIL = /(?:邮箱|邮件|email|e-mail)(?:地址|号)?(?:就?是|为|:|：|，|,| )*(?<part>[A-Za-z0-9._@-]{0,40})$|(?<bare>[A-Za-z0-9._-]{2,40} ?@ ?[A-Za-z0-9.-]{0,30})$/iu;
const PLATE = new RegExp(`(?<bare>[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[A-Za-z][·. -]?[0-9A-Za-z${CHINESE}]{0,5})$|车牌号?码?(?:就?是|为|:|：|，|,)*(?<part>[一-鿿]?)$`, 'u');
const BIRTH = new RegExp(`(?:出生日期|出生年月日?|生日|出生于|生于|出生)(?:就?是|为|:|：|，|,)*(?<part>[0-9${CHINESE}十年月 \\-./]{0,20})$`, 'u');
const PLACE = /(?:住在|家住|现住|住址|地址|户籍地|寄到|送到|我家)(?:就?是|为|:|：|，|,|在)*[一-鿿0-9A-Za-z]{0,30}$|[省市区县镇乡村路街巷道弄号院栋幢楼园元][，,]?$/u;

const endOf = (text: string) => foldText(text.slice(-2 * REACH));

/** Whether what was said may go on in the next turn. */
export function goesOn(tail: string, text: string): boolean {
  if (tail === '') return false;
  const before = endOf(tail).text.trimEnd().slice(-REACH);
  const next = foldText(text.slice(0, 20)).text.trimStart();
  const cue = lastCue(before);
  if (cue && ANNOUNCED.test(cue.behind.replace(PAUSE, ''))) return true;
  if (DIGIT.test(next.charAt(0)) && DIGIT.test(before.replace(PAUSE, '').slice(-1))) return true;
  return [NAME, MAIL, PLATE, BIRTH, PLACE].some((pattern) => pattern.test(before.replace(PAUSE, '')));
}

/** The first part of a number, mail address or date at the very end of a text, which something announced. Offsets in the text. */
export function findFragment(text: string, kinds: readonly PersonalKind[]): PersonalFind[] {
  const offset = Math.max(0, text.length - 2 * REACH);
  const folded = endOf(text);
  const said = folded.text.replace(PAUSE, '');
  const finds = [number(said), part(MAIL, 'email', said), part(PLATE, 'plate', said), part(BIRTH, 'birth-date', said)];
  return finds.flatMap((find): PersonalFind[] => {
    if (find === null || !kinds.includes(find.kind)) return [];
    return [{ ...find, from: offset + folded.begin[find.from]!, to: offset + folded.end[find.to - 1]! }];
  });
}

function number(said: string): PersonalFind | null {
  const cue = lastCue(said.slice(-REACH));
  if (!cue || !ANNOUNCED.test(cue.behind)) return null;
  const match = OPEN_NUMBER.exec(said.slice(-REACH));
  const written = match?.[0].trim() ?? '';
  // The letters of a word before (QQ, vx) are no part of it.
  const lead = (cue.kind === 'account' ? /^(?:qq|vx|wechat|weixin)[ :：]*/iu : /^(?:tel|phone|mobile|idcard|[a-z]{4,})[ :：]*/iu).exec(written)?.[0].length ?? 0;
  const digits = [...written.slice(lead)].filter((character) => DIGIT.test(character)).length;
  if (match === null || written.length - lead < 2 || (digits < 2 && (digits === 0 ? cue.kind !== 'account' || written.length - lead < 3 : cue.kind !== 'permit'))) return null;
  const from = said.length - match[0].length + (match[0].length - match[0].trimStart().length) + lead;
  return { kind: cue.kind, from, to: said.length - (match[0].length - match[0].trimEnd().length), normal: written.slice(lead).replace(/ /gu, '') };
}

function part(pattern: RegExp, kind: PersonalKind, said: string): PersonalFind | null {
  const match = pattern.exec(said.slice(-REACH));
  const written = match?.groups?.['part'] ?? match?.groups?.['bare'] ?? '';
  if (written.trim().length < 2 || !/[0-9A-Za-z一-鿿]/u.test(written)) return null;
  return { kind, from: said.length - written.length, to: said.length, normal: written.replace(/ /gu, '') };
}
