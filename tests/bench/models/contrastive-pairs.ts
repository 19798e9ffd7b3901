import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A row of the trainer's task `retrieval`. */
export interface PairRow { query: string; positive: string }

/** Code points of a passage after its title, as the measurement cuts them. */
const PIECE = 100;
const ASKED = ['{}需要什么条件', '怎么申请{}', '{}怎么办', '谁可以办{}', '{}', '办理{}有什么要求'];
const HEADED = ['{}怎么办', '{}有什么要求', '{}需要什么条件', '{}流程', '{}'];

/** Pairs of other fields than those measured: encyclopedia passages, a handbook of another school, names of service items. */
export async function readGeneralPairs(dataDir: string): Promise<PairRow[]> {
  return [...(await passagePairs(dataDir)), ...(await handbookPairs(dataDir)), ...(await itemPairs(dataDir))];
}

const rows = async <T>(...path: string[]): Promise<T[]> => (await readFile(join(...path), 'utf8')).split('\n').filter(Boolean).map((line) => JSON.parse(line) as T);
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
const piece = (title: string, text: string, from = 0): string => `${title} ${Array.from(plain(text)).slice(from, from + PIECE).join('')}`;

async function passagePairs(dataDir: string): Promise<PairRow[]> {
  const passages = new Map((await rows<{ id: string; title: string; content: string }>(dataDir, 'cmrc2018_retrieval', 'passages.jsonl')).map((passage) => [passage.id, passage]));
  const questions = await rows<{ question: string; answer: string; passage_id: string; split: string }>(dataDir, 'cmrc2018_retrieval', 'qa.jsonl');
  return questions.filter(({ split }) => split === 'trial').flatMap(({ question, answer, passage_id }) => {
    const { title, content } = passages.get(passage_id)!;
    const at = Array.from(plain(content).split(plain(answer))[0]!).length;
    // The piece that the answer begins in; where it begins near its end, one around it.
    return plain(content).includes(plain(answer)) ? [{ query: question, positive: piece(title, content, at % PIECE < 80 ? at - (at % PIECE) : at - 40) }] : [];
  });
}

async function handbookPairs(dataDir: string): Promise<PairRow[]> {
  const documents = await rows<{ title: string; topic: string; content: string }>(dataDir, 'univ_cnu_handbook', 'docs.jsonl');
  return documents.flatMap(({ title, topic, content }) =>
    content.split(/\n\s*\n/).filter((part) => plain(part).length > 30).map((part, i) => {
      const heading = part.trim().split('\n')[0]!.replace(/^第.+?[步条章]\s*/, '');
      const query = i % 2 === 0 ? `${topic}${Array.from(heading).slice(0, 16).join('')}` : HEADED[i % HEADED.length]!.replace('{}', topic);
      return { query, positive: piece(title, part) };
    }),
  );
}

async function itemPairs(dataDir: string): Promise<PairRow[]> {
  const items = await rows<{ TASK_NAME: string | null; CATANAME: string; accept_standard: string | null }>(dataDir, 'gov_service_items_gd', 'items.jsonl');
  const texts = new Map(items.map(({ TASK_NAME, CATANAME, accept_standard }) => [TASK_NAME ?? CATANAME, accept_standard ?? '']));
  return [...texts].filter(([, text]) => text.length > 20).map(([name, text], i) => ({ query: ASKED[i % ASKED.length]!.replace('{}', name), positive: piece(name, text) }));
}
