import { findAddresses } from '../addresses/find-addresses.js';
import { isHan } from '../text/fold-character.js';
import type { PersonalFind } from './personal-kinds.js';
import type { ProjectedText } from './projected-text.js';

const NUMBER = '[0-9A-Za-z零〇一二三四五六七八九十百幺两甲乙丙丁]';
/** House, floor and room behind a street, however they are written. */
const HOUSE = new RegExp(`^(?:[（(]?${NUMBER}{1,6}[)）]?(?:号楼|号院|号|弄|栋|幢|楼|层|单元|室|座|组|队|户|房|门|院|支弄)?[)）]?(?:之${NUMBER}{1,3})?(?:[-.·_](?=${NUMBER}))?){1,8}`, 'u');
const ROAD = '(?:大道|大街|公路|路|街|巷|弄|胡同|里|村|庄|屯|小区|社区|花园|家园|公寓|大厦|广场|苑|新村|宿舍)';
/** A street and a house of which the division is not said or not known. */
const STREET = new RegExp(`[一-鿿]{2,8}?${ROAD}[东南西北中]?(?:一段|二段|三段|段)?[（(]?${NUMBER}{1,5}[)）]?(?:号|弄|栋|幢|组|座|单元|楼|室)`, 'gu');
const LEAD = /^.*(?:住在|现住|家住|住址|地址|户籍地|户口|位于|我家|家在|搬到|寄到|送到|的|是|在|于|为|到|[:：])/u;
/** Words that the names of streets do not hold: then it is a sentence. */
const NO_STREET = /[我你他她们了吗呢吧您请应当]|根据|按照|依照|本法|规定|条例/u;
const LONGEST = 16;
/** What leads to a house; the rest of a sentence behind a place may end like a part of an address as well. */
const BELOW_DIVISION = /[0-9路街巷弄村屯组庄]|胡同|大道|小区|社区|花园|家园|苑|公寓|大厦|广场|宿舍|[一二三四五六七八九十零〇幺]+(?:号|栋|幢|楼|室|单元)/u;
const NO_ADDRESS = /频道|电视台|电影院|哪里|这里|那里|月/u;

/** Addresses down to the street or house; a mere division says where thousands live and is left. */
export function findPersonalAddresses(joined: ProjectedText): PersonalFind[] {
  const view = withoutGaps(joined);
  const whole = findAddresses(view.text).flatMap((reading): { from: number; to: number }[] => {
    if (reading.kind !== 'address') return [];
    const rest = reading.value?.rest ?? restOf(reading.candidates?.[0]?.value);
    return !BELOW_DIVISION.test(rest) || NO_ADDRESS.test(rest) ? [] : [{ from: reading.from, to: houseEnd(view.text, reading.to) }];
  });
  const streets = [...view.text.matchAll(STREET)].flatMap((match): { from: number; to: number }[] => {
    const lead = LEAD.exec(match[0])?.[0].length ?? 0;
    const written = match[0].slice(lead);
    if (written.length > LONGEST || written.length < 4 || NO_STREET.test(written) || !isHan(written.charAt(1))) return [];
    return [{ from: match.index + lead, to: houseEnd(view.text, match.index + match[0].length) }];
  });
  return [...whole, ...streets].map(({ from, to }): PersonalFind => ({ kind: 'address', from: view.begin[from]!, to: view.end[to - 1]!, normal: view.text.slice(from, to) }));
}

const restOf = (value: unknown): string => (value as { rest?: string } | undefined)?.rest ?? '';

function houseEnd(text: string, at: number): number {
  const tail = HOUSE.exec(text.slice(at, at + 40))?.[0] ?? '';
  // A long number is a phone, and a figure with another unit is something else.
  if (/\d{6,}/u.test(tail) || (/^[^号弄栋幢楼层单室座组队户房门院]*$/u.test(tail) && /^[年月日元万岁天]/u.test(text.charAt(at + tail.length)))) return at;
  return at + tail.length;
}

/** Without blanks between figures, and without dashes and points between figures and Chinese characters. */
function withoutGaps({ text, begin, end }: ProjectedText): ProjectedText {
  const isDigit = (character: string) => /[0-9]/u.test(character);
  const keep: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (/[ .·・_*\-]/u.test(character)) {
      const before = keep.length > 0 ? text.charAt(keep[keep.length - 1]!) : '';
      let next = index + 1;
      while (next < text.length && next - index < 3 && /[ .·・_*\-]/u.test(text.charAt(next))) next += 1;
      const after = text.charAt(next);
      const isMixed = (isHan(before) && (isDigit(after) || isHan(after))) || (isDigit(before) && isHan(after));
      if (isMixed || (isDigit(before) && isDigit(after) && character === ' ')) continue;
    }
    keep.push(index);
  }
  return { text: keep.map((index) => text.charAt(index)).join(''), begin: keep.map((index) => begin[index]!), end: keep.map((index) => end[index]!) };
}
