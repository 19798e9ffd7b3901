import type { ParsedPolicy } from '../policy.types.js';

export interface Keyword {
  word: string;
  count: number;
  score: number;
}

export interface KeywordOptions {
  /** Names that count as one word wherever they stand: titles of services, themes. */
  names?: readonly string[];
  /** In how many of the documents that the hall has a word stands, and how many there are. */
  spread?: (word: string) => number;
  documents?: number;
  limit?: number;
}

/** Characters at which a word cannot begin or end. */
const boundary = /[的了和与及或者在是为由对于从到以其之而并也都所被把将按应当可不得等有未经向至自第该各本各个各项下列一二三四五六七八九十百千万零〇两]/u;
const general = /^(?:规定|办法|情形|条件|工作|进行|办理|提出|符合|有关|相关|人民|机关|部门|单位|以上|以下|以内|期限|内容|情况|方式|要求|其他|依法|依照|按照|根据|材料|申请|提交|人员|日内|工作日|应当|可以|不得|同时|负责|经办机构|下列)$/u;
const maxLength = 10;
const minCount = 2;
/** Of a longer document the words are counted in so many characters. */
const maxRead = 60_000;

/**
 * Words that tell a document from others: counts against how common they are (TF-IDF), over the names that are known and over stretches
 * of characters that come again and again in different company. A word that only ever stands inside a longer one is left to that one.
 */
export function findKeywords({ text }: Pick<ParsedPolicy, 'text'>, { names = [], spread = () => 0, documents = 0, limit = 12 }: KeywordOptions = {}): Keyword[] {
  const read = text.slice(0, maxRead);
  const counts = new Map<string, number>();
  for (const name of new Set(names)) {
    const count = name.length >= 2 ? read.split(name).length - 1 : 0;
    if (count > 0) counts.set(name, count + minCount);
  }
  // What reaches into a name from outside is no word.
  const masked = [...counts.keys()].sort((a, b) => b.length - a.length).reduce((rest, name) => rest.replaceAll(name, '\n'), read);
  for (const [word, count] of repeated(masked)) if (!counts.has(word)) counts.set(word, count);
  const whole = [...counts].filter(([word, count]) => !general.test(word) && ![...counts].some(([other, of]) => other !== word && other.includes(word) && of >= count * 0.8));
  const scored = whole.map(([word, count]): Keyword => ({ word, count, score: count * Math.log(1 + (documents + 1) / (spread(word) + 0.5)) * Math.log(1 + [...word].length) }));
  const best: Keyword[] = [];
  for (const keyword of scored.sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))) {
    if (best.length >= limit) break;
    if (!best.some(({ word }) => word.includes(keyword.word) || keyword.word.includes(word))) best.push(keyword);
  }
  return best;
}

/** Stretches of Hanzi that come at least twice, with what stands beside them different at both ends. */
function repeated(text: string): Map<string, number> {
  const beside = new Map<string, { count: number; before: Set<string>; after: Set<string> }>();
  for (const { 0: run, index } of text.matchAll(/\p{Script=Han}+/gu)) {
    for (let start = 0; start < run.length; start += 1) {
      if (boundary.test(run[start]!)) continue;
      for (let end = start + 2; end <= Math.min(run.length, start + maxLength); end += 1) {
        if (boundary.test(run[end - 1]!)) continue;
        const word = run.slice(start, end);
        let seen = beside.get(word);
        if (!seen) beside.set(word, (seen = { count: 0, before: new Set(), after: new Set() }));
        seen.count += 1;
        seen.before.add(text[index + start - 1] ?? '');
        seen.after.add(text[index + end] ?? '');
      }
    }
  }
  return new Map([...beside].filter(([, { count, before, after }]) => count >= minCount && before.size > 1 && after.size > 1).map(([word, { count }]) => [word, count]));
}
