import { Encoder, sentenceVectors } from '@banshi/head';
import type { BenchContext, BenchSection } from './bench-section.js';
import { LexicalIndex } from './lexical-index.js';
import { readRetrievalSets } from './retrieval-sets.js';
import type { RetrievalSet } from './retrieval-sets.js';

const DEMANDED: Record<string, number> = { cduestc: 0.78, cmrc2018: 0.97 };
/** Characters of a document that one vector stands for; a document counts by its best one. */
const PIECE = 100;
/** Reciprocal rank fusion (Cormack et al. 2009). */
const RRF = 60;
/** Weight of meaning beside words where no document has any word of the question. */
const MEANING = 0.8;

/** Scores of all documents for one question: shares of the best possible word score, and cosines. */
interface Scored { words: Float64Array; meaning: Float64Array }

/**
 * The more of the question's words the best document holds, the more words are trusted: meaning weighs MEANING · (1 − share
 * held). A question in the passage's own words is decided by them, one in other words by meaning.
 */
export function trustingFusion({ words, meaning }: Scored): Float64Array {
  const weight = MEANING * (1 - Math.max(...words));
  return words.map((score, i) => score + weight * meaning[i]!);
}

function reciprocalRanks({ words, meaning }: Scored): Float64Array {
  const [a, b] = [ranksOf(words), ranksOf(meaning)];
  return a.map((rank, i) => 1 / (RRF + rank) + 1 / (RRF + b[i]!));
}

export const WAYS: Record<string, (scored: Scored) => Float64Array> = {
  'BM25, pairs of characters': ({ words }) => words,
  'Encoder alone': ({ meaning }) => meaning,
  'Reciprocal rank fusion': reciprocalRanks,
  'Fusion that trusts words': trustingFusion,
};

/** Questions to pages and to passages, by words, by meaning and by both. */
export async function measureRetrieval(context: BenchContext): Promise<BenchSection> {
  const section: BenchSection = { title: 'Retrieval with the frozen encoder', head: ['Set', 'Way', 'R@1', 'R@5', 'MRR'], rows: [], notes: [`A document has a vector for every ${PIECE} characters, its title before each, and counts by the nearest.`], misses: [] };
  if (context.encoderDir === null) return { ...section, notes: ['The encoder is not there.'], misses: ['no encoder'] };
  const encoder = await Encoder.open(context.encoderDir);
  try {
    for (const set of await readRetrievalSets(context.dataDir)) {
      const scored = await score(set, embedding(encoder, context.cacheDir));
      for (const [way, combine] of Object.entries(WAYS)) {
        const figures = measure(set, scored.map(combine));
        section.rows.push([set.name, way, ...figures.map((figure) => figure.toFixed(4))]);
        if (combine === trustingFusion && figures[0]! < DEMANDED[set.name]!) section.misses.push(`${set.name}: R@1 ${figures[0]!.toFixed(4)} instead of ${DEMANDED[set.name]}`);
      }
    }
  } finally {
    await encoder.close();
  }
  return section;
}

/** Unit vectors, in the order of the texts. */
export type Embed = (texts: string[]) => Promise<Float32Array[]>;

const embedding = (encoder: Encoder, cacheDir: string): Embed => (texts) =>
  sentenceVectors(encoder, texts.map((text) => encoder.codec.encode(text, encoder.info.maxLength)), { cacheDir, onProgress: () => undefined, onWarning: ({ message }) => console.warn(message) });

export async function score(set: RetrievalSet, encode: Embed): Promise<Scored[]> {
  const index = new LexicalIndex(set.documents.map(({ title, text }) => `${title}\n${text}`));
  const pieces = set.documents.flatMap(({ title, text }, document) => piecesOf(text).map((piece) => ({ document, piece: `${title} ${piece}` })));
  const [vectors, questions] = [await encode(pieces.map(({ piece }) => piece)), await encode(set.questions.map(({ text }) => text))];
  return set.questions.map(({ text }, q) => {
    const { scores, limit } = index.scores(text);
    const meaning = new Float64Array(set.documents.length).fill(-1);
    vectors.forEach((vector, p) => {
      const { document } = pieces[p]!;
      meaning[document] = Math.max(meaning[document]!, dot(vector, questions[q]!));
    });
    return { words: scores.map((value) => value / Math.max(limit, 1e-9)), meaning };
  });
}

function piecesOf(text: string): string[] {
  const characters = Array.from(text);
  return Array.from({ length: Math.max(1, Math.ceil(characters.length / PIECE)) }, (_, i) => characters.slice(i * PIECE, (i + 1) * PIECE).join(''));
}

/** R@1, R@5 and mean reciprocal rank of the first right group; a group counts by its best document, ties count against it. */
export function measure({ documents, questions }: RetrievalSet, scores: Float64Array[]): number[] {
  const ranks = questions.map(({ group }, q) => {
    const best = new Map<string, number>();
    documents.forEach((document, i) => best.set(document.group, Math.max(best.get(document.group) ?? -Infinity, scores[q]![i]!)));
    const right = new Set(typeof group === 'string' ? [group] : group);
    const own = Math.max(...[...right].map((one) => best.get(one) ?? -Infinity));
    return [...best].filter(([other, value]) => !right.has(other) && value >= own).length + 1;
  });
  const share = (isHit: (rank: number) => boolean): number => ranks.filter(isHit).length / ranks.length;
  return [share((rank) => rank === 1), share((rank) => rank <= 5), ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length];
}

function ranksOf(scores: Float64Array): Float64Array {
  const ranks = new Float64Array(scores.length);
  [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!).forEach((document, i) => (ranks[document] = i + 1));
  return ranks;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d]! * b[d]!;
  return sum;
}
