import { layWordsIn } from '../question/lay-words.js';
import { contentOf, pairsOf } from '../question/content.js';

/** Finds the words of a passage that answer a question. Offsets are UTF-16, ends exclusive; null where none stands out. */
export interface AnswerFinder {
  find(question: string, passage: string): { start: number; end: number; score: number } | null;
}

export interface Sentence {
  start: number;
  end: number;
}

/** The sentences of a passage; items of a list and lines count as such. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  for (const { index, 0: part } of text.matchAll(/[^。！？!?；\n]+[。！？!?；]*[”」』）)]*/gu)) {
    const lead = part.length - part.trimStart().length;
    const end = index + part.trimEnd().length;
    if (end > index + lead) found.push({ start: index + lead, end });
  }
  return found;
}

/** What kind of words a question waits for. */
const wanted: readonly [question: RegExp, answer: RegExp][] = [
  [/多少钱|多少元|金额|标准是多少|补多少|领多少|费用是多少/u, /[\d０-９一二三四五六七八九十百千万]+(?:\.\d+)?万?元/u],
  [/多久|多长时间|几天|几年|几个月|多少天|期限|什么时候|何时|哪年|哪一年|哪天|几月|几号|日期|时间/u, /[\d一二三四五六七八九十两]+(?:个)?(?:工作日|年|月|日|天|小时|分钟|周|世纪)/u],
  [/多少|几|第几|比例|百分/u, /[\d０-９]|百分之|[一二三四五六七八九十两百千万]+(?:个|名|人|次|种|条|倍|岁|周岁|项|家|所|座|米|公里)/u],
  [/谁|哪个部门|哪个单位|什么部门|哪个机关|什么机关|什么人|哪位/u, /部门|机关|局|委员会|政府|机构|人民法院|公司|大学|[\p{Script=Han}]{2,4}(?:说|是|为|任)/u],
  [/哪里|哪儿|什么地方|何处|在哪|哪个(?:省|市|国|县)|哪(?:省|市|国)/u, /在|位于|于|省|市|县|区|镇|路|国/u],
  [/为什么|为何|原因|怎么会/u, /因为|由于|因|为了|所以|导致/u],
  [/条件|哪些人|什么情形|哪些情况/u, /下列|以下|符合|情形|（[一二三四五六七八九十]+）/u],
];

/** How much rarer words tell more, what characters add to pairs, and what the right kind of words adds; fitted on one half of public questions, checked on the other. */
const rarer = 3;
const characterShare = 2;
const rightKind = 0.6;

/** By words: the sentence that holds most of what is asked, in pairs of characters and in characters, weighted by how rare they are in the passage, and the kind of words that the question waits for. */
export const findBySentence: AnswerFinder = {
  find(question, passage) {
    const sentences = sentencesOf(passage);
    if (sentences.length === 0) return null;
    const texts = sentences.map(({ start, end }) => passage.slice(start, end));
    const content = contentOf(question);
    const byPairs = shares(texts.map((text) => new Set(pairsOf(text))), [...pairsOf(content), ...layWordsIn(content).flatMap(({ meant }) => pairsOf(meant))]);
    const byCharacters = shares(texts.map((text) => new Set(text)), content.match(/\p{Script=Han}/gu) ?? []);
    const kinds = wanted.filter(([asks]) => asks.test(question)).slice(0, 2).map(([, answer]) => answer);
    const scores = texts.map((text, at) => byPairs[at]! + characterShare * byCharacters[at]! + (kinds.some((kind) => kind.test(text)) ? rightKind : 0));
    const at = scores.indexOf(Math.max(...scores));
    return scores[at]! > 0 ? { ...sentences[at]!, score: Math.min(1, scores[at]! / (1 + characterShare)) } : null;
  },
};

/** How much of the terms each sentence holds, those of few sentences counting more. */
function shares(held: readonly ReadonlySet<string>[], terms: readonly string[]): number[] {
  const weights = new Map([...new Set(terms)].map((term) => {
    const spread = held.filter((one) => one.has(term)).length;
    return [term, spread === 0 ? 0 : Math.log(1 + held.length / spread) ** rarer] as const;
  }));
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0) || 1;
  return held.map((one) => [...weights].reduce((sum, [term, weight]) => sum + (one.has(term) ? weight : 0), 0) / total);
}

/** The sentence of a text that answers a question; null where none stands out. */
export function answerSentence(text: string, question: string): { text: string; start: number; end: number } | null {
  const found = findBySentence.find(question, text);
  return found && { text: text.slice(found.start, found.end), start: found.start, end: found.end };
}
