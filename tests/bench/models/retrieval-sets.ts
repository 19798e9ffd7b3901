import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Questions with the group (page, passage, article) of the documents that answer them, or several. */
export interface RetrievalSet {
  name: string;
  documents: { group: string; title: string; text: string }[];
  questions: { text: string; group: string | string[] }[];
}

/** Questions to pages of a handbook, and questions to passages. */
export async function readRetrievalSets(dataDir: string): Promise<RetrievalSet[]> {
  const rows = async <T>(...path: string[]): Promise<T[]> => (await readFile(join(dataDir, ...path), 'utf8')).split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as T);
  const chunks = await rows<{ page: string; title: string; section: string; content: string }>('univ_cduestc_retrieval', 'chunks.jsonl');
  const queries = await rows<{ question: string; page: string }>('univ_cduestc_retrieval', 'queries.jsonl');
  const passages = await rows<{ id: string; title: string; content: string }>('cmrc2018_retrieval', 'passages.jsonl');
  const questions = await rows<{ question: string; passage_id: string }>('cmrc2018_retrieval', 'qa.jsonl');
  return [
    {
      name: 'cduestc',
      documents: chunks.map(({ page, title, section, content }) => ({ group: page, title: section.includes(title) ? section : `${title} ${section}`, text: content })),
      questions: queries.map(({ question, page }) => ({ text: question, group: page })),
    },
    {
      name: 'cmrc2018',
      documents: passages.map(({ id, title, content }) => ({ group: id, title, text: content })),
      questions: questions.map(({ question, passage_id }) => ({ text: question, group: passage_id })),
    },
  ];
}
