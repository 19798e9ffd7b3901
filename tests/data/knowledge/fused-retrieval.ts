import { tmpdir } from 'node:os';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shippedEncoderFolder } from '@banshi/encoder';
import { createEncoder, VectorCache } from '@banshi/head';
import { findBySentence } from '../../../server/src/modules/knowledge/answer/answer-sentence.js';
import { fuse } from '../../../server/src/modules/knowledge/search/fusion.js';
import { LexicalRanker } from '../../../server/src/modules/knowledge/search/lexical-ranker.js';
import { passagesOf } from '../../../server/src/modules/knowledge/search/passages.js';
import { questionTerms } from '../../../server/src/modules/knowledge/search/question-terms.js';
import { VectorIndex } from '../../../server/src/modules/knowledge/search/vector-index.js';
import { readRetrievalSets } from '../../bench/models/retrieval-sets.js';
import { readStard } from '../policies/retrieval.js';

export interface FusedFigure { set: string; questions: number; documents: number; r1: number; r5: number; mrr: number }

interface Corpus { name: string; documents: { group: string; title: string; text: string }[]; questions: { text: string; groups: string[] }[] }
type Encode = (texts: readonly string[]) => Promise<Float32Array[]>;

/** Search as the hall does it, by words and by the meaning of the encoder that ships; vectors are kept from one run to the next. */
export async function measureFusedRetrieval(dataDir: string): Promise<FusedFigure[]> {
  const encoder = await createEncoder(shippedEncoderFolder());
  const cache = await VectorCache.open(join(tmpdir(), 'banshi-test-data'), encoder.info.hash, encoder.info.hiddenSize);
  const encode: Encode = async (texts) => {
    const keys = texts.map((text) => createHash('sha256').update(text).digest('hex'));
    const missing = [...new Map(keys.map((key, at) => [key, texts[at]!])).entries()].filter(([key]) => !cache.get(key));
    const vectors = await encoder.encode(missing.map(([, text]) => text));
    missing.forEach(([key], at) => cache.add(key, vectors[at]!));
    await cache.flush();
    return keys.map((key) => cache.get(key)!);
  };
  try {
    const figures: FusedFigure[] = [];
    for (const corpus of await corpora(dataDir)) figures.push(await measure(corpus, encode));
    return figures;
  } finally {
    await encoder.close();
  }
}

async function corpora(dataDir: string): Promise<Corpus[]> {
  const public_ = (await readRetrievalSets(dataDir)).map(({ name, documents, questions }) => ({ name, documents, questions: questions.map(({ text, group }) => ({ text, groups: [group].flat() })) }));
  const { passages, questions } = await readStard(dataDir);
  const documents = passages.map(({ id, text }) => ({ group: id, title: text.slice(0, text.indexOf('\n')), text: text.slice(text.indexOf('\n') + 1) }));
  return [...public_, { name: 'STARD + laws', documents, questions: questions.map(({ question, wanted }) => ({ text: question, groups: [...wanted] })) }];
}

async function measure({ name, documents, questions }: Corpus, encode: Encode): Promise<FusedFigure> {
  const words = new LexicalRanker(documents.map(({ title, text }) => `${title}\n${text}`));
  const pieces = documents.flatMap(({ title, text }, owner) => passagesOf(text).map((passage) => ({ owner, text: `${title} ${passage}` })));
  const meaning = VectorIndex.of(documents.length, pieces.map(({ owner }) => owner), await encode(pieces.map(({ text }) => text)));
  const asked = await encode(questions.map(({ text }) => text));
  const ranks = questions.map(({ text, groups }, at) => {
    const best = new Map<string, number>();
    fuse(words.shares(questionTerms(text)), meaning.scores(asked[at]!)).forEach((score, index) => best.set(documents[index]!.group, Math.max(best.get(documents[index]!.group) ?? 0, score)));
    const own = Math.max(...groups.map((group) => best.get(group) ?? 0));
    // Ties count against it.
    return 1 + [...best].filter(([group, score]) => !groups.includes(group) && score >= own).length;
  });
  const share = (fits: (rank: number) => boolean) => ranks.filter(fits).length / ranks.length;
  return { set: name, questions: questions.length, documents: documents.length, r1: share((rank) => rank === 1), r5: share((rank) => rank <= 5), mrr: ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length };
}

/** How often the sentence that is picked out of the right passage holds the answer. */
export async function measureAnswerSentence(dataDir: string): Promise<{ passed: number; total: number }> {
  const rows = async <T>(name: string) => (await readFile(join(dataDir, 'cmrc2018_retrieval', name), 'utf8')).split('\n').filter(Boolean).map((line) => JSON.parse(line) as T);
  const passages = new Map((await rows<{ id: string; content: string }>('passages.jsonl')).map(({ id, content }) => [id, content]));
  const asked = (await rows<{ question: string; answers: string[]; passage_id: string }>('qa.jsonl')).flatMap(({ question, answers, passage_id: id }) => {
    const passage = passages.get(id);
    return passage === undefined ? [] : [{ question, answers, passage }];
  });
  const passed = asked.filter(({ question, answers, passage }) => {
    const found = findBySentence.find(question, passage);
    return found !== null && answers.some((answer) => passage.slice(found.start, found.end).includes(answer));
  }).length;
  return { passed, total: asked.length };
}
