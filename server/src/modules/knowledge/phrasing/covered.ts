import { readValues } from '@banshi/values';
import { sentencesOf } from '../answer/answer-sentence.js';
import { termsOf } from '../search/terms.js';

/** So much of a sentence's pairs of characters must stand in the sources; joining words are the rest. */
const share = 0.6;
const maxLength = 600;
/** What nobody may add: places in a document, addresses of pages and of mail. */
const places = /第\s*[\d一二三四五六七八九十百千零〇]+\s*(?:条|款|项|章)|https?:\/\/\S+|www\.\S+|[\w.+-]+@[\w-]+\.\w+/gu;
const stated = ['number', 'percent', 'money', 'date', 'duration', 'age', 'time', 'mobile', 'phone', 'resident-id', 'bank-card'] as const;

/**
 * Whether every sentence of a phrased answer is covered by its sources: its words mostly stand there, and each number,
 * date, amount, place in a document and address stands there in so many words or in another way of writing the same value.
 */
export function isCovered(phrased: string, sources: readonly string[]): boolean {
  const text = phrased.trim();
  if (text === '' || text.length > maxLength) return false;
  const source = sources.join('\n');
  const pairs = new Set(pairsOf(source));
  const stand = valuesOf(source);
  const values = new Set([...stand, ...numbersOf(stand)]);
  const named = source.replace(/\s/gu, '');
  return sentencesOf(text).every(({ start, end }) => {
    const sentence = text.slice(start, end);
    const said = pairsOf(sentence);
    if (said.filter((pair) => pairs.has(pair)).length < share * said.length) return false;
    if ([...sentence.matchAll(places)].some(([place]) => !named.includes(place.replace(/\s/gu, '')))) return false;
    return valuesOf(sentence).every((value) => values.has(value));
  });
}

const pairsOf = (text: string) => termsOf(text).filter((term) => [...term].length > 1);

/** A value is the same however it is written: 十个工作日 and 10 个工作日. */
function valuesOf(text: string): string[] {
  return readValues(text, { kinds: stated }).map(({ kind, normal }) => `${kind} ${normal}`);
}

/** The number in each value too: what is a length of time in one sentence may be read as a number in another. */
const numbersOf = (values: readonly string[]) => values.flatMap((value) => (/^(?:duration|age|number) \D*(\d+(?:\.\d+)?)/.exec(value)?.slice(1) ?? []).map((number) => `number ${number}`));
