import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LexicalIndex } from './lexical-index.js';

/** A row of the trainer's task `extractive`. */
export interface AnswerRow { question: string; context: string; answers: { start: number; end: number }[] }

interface Passage { id: string; title: string; content: string }
interface Asked { question: string; answers: string[]; passage_id: string }

/** Every so many passages of the fitted half are left for validation. */
const HELD = 12;
/** Passages that are tried as one that does not answer. */
const CANDIDATES = 12;

/** Passages by turns fall to one half and the other; a question goes with its passage, and so does the passage that only seems to answer it. */
export async function readAnswerHalves(dataDir: string, half: number): Promise<{ fitted: AnswerRow[]; validation: AnswerRow[]; held: AnswerRow[] }> {
  const rows = async <T>(name: string): Promise<T[]> => (await readFile(join(dataDir, 'cmrc2018_retrieval', name), 'utf8')).split('\n').filter(Boolean).map((line) => JSON.parse(line) as T);
  const passages = await rows<Passage>('passages.jsonl');
  const place = new Map(passages.map(({ id }, i) => [id, i]));
  const index = new LexicalIndex(passages.map(({ title, content }) => `${title}\n${content}`));
  const parts = { fitted: [] as AnswerRow[], validation: [] as AnswerRow[], held: [] as AnswerRow[] };
  for (const asked of await rows<Asked>('qa.jsonl')) {
    const own = place.get(asked.passage_id)!;
    const row = answered(asked, passages[own]!);
    if (row === null) continue;
    const part = own % 2 !== half ? parts.held : Math.floor(own / 2) % HELD === 0 ? parts.validation : parts.fitted;
    part.push(row);
    const other = similar(asked, own, passages, index);
    if (other !== null) part.push({ question: asked.question, context: other, answers: [] });
  }
  return parts;
}

function answered({ question, answers }: Asked, { content }: Passage): AnswerRow | null {
  const spans = [...new Set(answers)].flatMap((answer) => {
    const at = answer === '' ? -1 : content.indexOf(answer);
    return at < 0 ? [] : [{ start: Array.from(content.slice(0, at)).length, end: Array.from(content.slice(0, at + answer.length)).length }];
  });
  return spans.length === 0 ? null : { question, context: content, answers: spans };
}

/** The passage of the same half that shares the most words with a question, its own and those that hold its answer left out. */
function similar({ question, answers }: Asked, own: number, passages: readonly Passage[], index: LexicalIndex): string | null {
  const { scores } = index.scores(question);
  const best = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!).slice(0, CANDIDATES);
  const found = best.find((i) => i !== own && i % 2 === own % 2 && !answers.some((answer) => answer.length > 1 && passages[i]!.content.includes(answer)));
  return found === undefined ? null : passages[found]!.content;
}
