import type { PersonalFind } from './personal-kinds.js';

const NUMERALS = '0-9零〇○一二三四五六七八九十廿卅幺壹贰叁肆伍陆柒捌玖拾元正腊';
const BEFORE = /出生年月日?|出生日期|出生时间|出生于|生于|生日|出生|诞辰|birthday|dob/giu;
const LINK = /^(?:[ ]?(?:就?是|为|在|填|写|改成|:|：|,|，|=|[（(【[「“"])){0,4}[ ]?/u;
const RUN = new RegExp(`^(?:农历|阴历|阳历|公历)?[${NUMERALS}年月日号初 ./\\-—·_*,，、（）()【】\\[\\]]{4,40}`, 'u');
const BEHIND = /(?:日|号|年|月|[0-9])[ ）)】]?(?:出生|生人|生的|生(?=[，。,.;；、 ]|$)|的?生日)/gu;
const NUMERAL = new RegExp(`[${NUMERALS}]`, 'gu');
const LONGEST = 40;

/** Dates that the text calls a birth: 出生日期：1990-01-01, 一九九〇年一月一日出生. Any other date is nobody's. */
export function findBirthDates(text: string): PersonalFind[] {
  return [...behindCues(text), ...beforeCues(text)];
}

function behindCues(text: string): PersonalFind[] {
  return [...text.matchAll(BEFORE)].flatMap((match): PersonalFind[] => {
    const at = match.index + match[0].length;
    const from = at + (LINK.exec(text.slice(at, at + 12))?.[0].length ?? 0);
    const run = RUN.exec(text.slice(from, from + LONGEST));
    return run ? found(text, from, from + run[0].length) : [];
  });
}

function beforeCues(text: string): PersonalFind[] {
  return [...text.matchAll(BEHIND)].flatMap((match): PersonalFind[] => {
    const to = match.index + 1;
    let from = to;
    while (from > 0 && to - from < LONGEST && new RegExp(`[${NUMERALS}年月日号初 ./\\-—·_*（）()]`, 'u').test(text.charAt(from - 1))) from -= 1;
    return found(text, from, to);
  });
}

/** Two figures of a year and what else is there, or six digits in a row; a length of time has fewer. */
function found(text: string, begin: number, end: number): PersonalFind[] {
  let from = begin;
  let to = end;
  while (from < to && /[ ,，、./\-—·_*（）()【】[\]]/u.test(text.charAt(from))) from += 1;
  while (to > from && /[ ,，、./\-—·_*（）()【】[\]]/u.test(text.charAt(to - 1))) to -= 1;
  const written = text.slice(from, to);
  const numerals = written.match(NUMERAL)?.length ?? 0;
  const isDate = /年/u.test(written) ? numerals >= 3 && /^[^年]{2,}年/u.test(written) : numerals >= 5;
  return isDate ? [{ kind: 'birth-date', from, to, normal: written.replace(/\s/gu, '') }] : [];
}
