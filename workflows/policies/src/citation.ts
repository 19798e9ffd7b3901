import { numeralClass, readNumeral } from './numerals.js';
import type { ParsedPolicy, Unit } from './policy.types.js';

/** A place as a person names it. */
export interface Citation {
  /** Without 《》; empty where the words name none. */
  title: string;
  article: number;
  suffix: number;
  paragraph: number | null;
  item: number | null;
}

const number = `[${numeralClass}]{1,9}`;
const citation = new RegExp(`^(.{0,80}?)(?:第(${number})条|第?(\\d{1,4})条)(?:之(${number}))?(?:第?(${number})款)?(?:第?[（(]?(${number})[）)]?项)?(.{0,20})$`, 'su');
const asked = /^[\s，,]*(?:是什么|是啥|怎么说|怎么规定|如何规定|的?内容|规定了什么|讲了什么|说了什么|原文|全文|具体内容)*[?？。!！的]*$/u;

/** Reads 「民法典第三条」, 「《社会保险法》第16条第二款第（一）项」; null where the words are no citation but a question. */
export function readCitation(words: string): Citation | null {
  if (words.length > 120) return null;
  const match = citation.exec(words.trim());
  if (!match || !asked.test(match[7] ?? '')) return null;
  const article = readNumeral(match[2] ?? match[3] ?? '');
  if (article === null || article === 0) return null;
  const title = match[1]!.replace(/[《》「」“”"'\s]/g, '').replace(/^(?:请问|查询|查一下|查|看看|看一下|搜索)/, '').replace(/(?:里面|里|中|的)$/, '');
  return { title, article, suffix: match[4] ? (readNumeral(match[4]) ?? 0) : 0, paragraph: match[5] ? readNumeral(match[5]) : null, item: match[6] ? readNumeral(match[6]) : null };
}

/** The units that a citation means: more than one only where the document numbers an article twice. Empty where it has no such place. */
export function findCited({ units }: Pick<ParsedPolicy, 'units'>, { article, suffix, paragraph, item }: Omit<Citation, 'title'>): Unit[] {
  const articles = units.flatMap((unit, index) => (unit.kind === 'article' && unit.number === article && unit.suffix === suffix ? [index] : []));
  if (paragraph === null && item === null) return articles.map((index) => units[index]!);
  const below = (parents: number[], kind: Unit['kind'], wanted: number | null) =>
    units.flatMap((unit, index) => (unit.kind === kind && unit.parent !== null && parents.includes(unit.parent) && (wanted === null || unit.number === wanted) ? [index] : []));
  const paragraphs = below(articles, 'paragraph', paragraph);
  return (item === null ? paragraphs : below(paragraphs, 'item', item)).map((index) => units[index]!);
}

/** A title as it is compared: without marks, the country's name, 暂行 versions kept apart. */
export function titleKey(title: string): string {
  return title.normalize('NFKC').replace(/[《》<>〈〉「」“”"'\s]/g, '').replace(/^中华人民共和国/, '').replace(/\((?:修订|修正|试行|暂行|\d{4}年?.{0,6})\)$/, '');
}

/** Which of the titles a person may mean, best first: the same title, else those that end with or contain the words. */
export function matchTitles(words: string, titles: readonly string[]): number[] {
  const wanted = titleKey(words);
  if (wanted === '') return [];
  const keys = titles.map(titleKey);
  const pick = (matches: (key: string) => boolean) => keys.flatMap((key, index) => (matches(key) ? [index] : []));
  const same = pick((key) => key === wanted);
  if (same.length > 0) return same;
  const ending = pick((key) => key.endsWith(wanted));
  if (ending.length > 0) return ending;
  return wanted.length < 3 ? [] : pick((key) => key.includes(wanted));
}
