import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { parsePolicy, titleKey } from '@banshi/policies';
import { LexicalRanker } from '../../../server/src/modules/knowledge/search/lexical-ranker.js';
import { searchedText } from '../../../server/src/modules/knowledge/search/policy-library.js';
import { readLaws } from './structure.js';

interface Question { question: string; wanted: Set<string> }
interface Passage { id: string; text: string }
export interface RetrievalFigure { set: string; terms: string; questions: number; passages: number; r1: number; r5: number; mrr: number; milliseconds: number }

const rows = async <T>(...path: string[]): Promise<T[]> => (await readFile(join(...path), 'utf8')).split('\n').filter(Boolean).map((line) => JSON.parse(line) as T);

/** Lay questions over statute articles, and questions over a handbook: recall at 1 and 5 and the mean reciprocal rank, with either kind of terms. */
export async function measureRetrieval(dataDir: string): Promise<RetrievalFigure[]> {
  const sets = { 'STARD + laws': await readStard(dataDir), cduestc: await readHandbook(dataDir) };
  const jieba = Jieba.withDict(dict);
  const words = (text: string) => jieba.cutForSearch(text.normalize('NFKC').toLowerCase(), true).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return Object.entries(sets).flatMap(([set, { questions, passages }]) =>
    Object.entries({ 'characters 1–2': undefined, jieba: words }).map(([terms, tokenise]) => {
      const ranker = new LexicalRanker(passages.map(({ text }) => text), tokenise);
      return { set, terms, questions: questions.length, passages: passages.length, ...rankQuestions(ranker, questions, passages) };
    }),
  );
}

function rankQuestions(ranker: Pick<LexicalRanker, 'scores'>, questions: readonly Question[], passages: readonly Passage[]) {
  let first = 0;
  let five = 0;
  let reciprocal = 0;
  const start = performance.now();
  for (const { question, wanted } of questions) {
    const scores = ranker.scores(question);
    const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
    // Pieces of one article or page stand for it once.
    const ranked = [...new Set(order.slice(0, 200).map((index) => passages[index]!.id))];
    const rank = ranked.findIndex((id) => wanted.has(id)) + 1;
    first += Number(rank === 1);
    five += Number(rank >= 1 && rank <= 5);
    reciprocal += rank > 0 ? 1 / rank : 0;
  }
  const n = questions.length;
  return { r1: first / n, r5: five / n, mrr: reciprocal / n, milliseconds: (performance.now() - start) / n };
}

export async function readStard(dataDir: string): Promise<{ questions: Question[]; passages: Passage[] }> {
  const articles = await rows<{ name: string; text: string }>(dataDir, 'stard_statute_qa', 'articles.jsonl');
  const queries = await rows<{ question: string; articles: string[] }>(dataDir, 'stard_statute_qa', 'queries.jsonl');
  const laws = await readLaws(dataDir);
  const passages = new Map<string, Passage>();
  for (const { title, content } of laws) {
    const { units } = parsePolicy(content);
    for (const { kind, label, start, end } of units) {
      const id = titleKey(title + label);
      if (kind === 'article') passages.set(id, { id, text: searchedText(title, { path: [], leadIn: '', text: content.slice(start, end) }) });
    }
  }
  for (const { name, text } of articles) passages.set(titleKey(name), { id: titleKey(name), text: `${name}\n${text}` });
  return { questions: queries.map(({ question, articles: gold }) => ({ question, wanted: new Set(gold.map(titleKey)) })), passages: [...passages.values()] };
}

async function readHandbook(dataDir: string): Promise<{ questions: Question[]; passages: Passage[] }> {
  const chunks = await rows<{ page: string; title: string; section: string; content: string }>(dataDir, 'univ_cduestc_retrieval', 'chunks.jsonl');
  const queries = await rows<{ question: string; page: string }>(dataDir, 'univ_cduestc_retrieval', 'queries.jsonl');
  return { questions: queries.map(({ question, page }) => ({ question, wanted: new Set([page]) })), passages: chunks.map(({ page, title, section, content }) => ({ id: page, text: `${title}\n${section}\n${content}` })) };
}
