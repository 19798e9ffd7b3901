import { contentOf, pairsOf } from '../question/content.js';
import { layWordsIn } from '../question/lay-words.js';
import { VectorIndex } from '../search/vector-index.js';

/** A question that somebody has answered, in the guide of a service or on its own. */
export interface AnsweredQuestion {
  key: string;
  /** The question and its other wordings. */
  questions: readonly string[];
  answer: string;
  /** Keys of the services that it is about; none for one about anything. */
  services: readonly string[];
  /** ISO days between which it is answered, [from, to); null for always. */
  from: string | null;
  to: string | null;
}

export interface FoundQuestion {
  entry: AnsweredQuestion;
  /** The wording that is nearest. */
  question: string;
  /** 0–1: how far the two are the same question, by words both ways and by meaning. */
  likeness: number;
}

interface Wording {
  entry: AnsweredQuestion;
  text: string;
  terms: ReadonlySet<string>;
}

/** Of two questions with a cosine below it nothing is alike; what lies above counts. */
const unlike = 0.5;
/** Share of the likeness that words decide, where meaning is known too. */
const byWords = 0.45;
/** An entry about another service than the one that is talked about. */
const elsewhere = 0.7;
const nameShare = 0.15;

/** Answered questions, found by their wordings. */
export class QuestionIndex {
  private readonly wordings: readonly Wording[];
  private readonly spread = new Map<string, number>();
  private readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  private vectors: VectorIndex | null = null;

  /** @param names What each service is called: the questions of its guide leave it out, and those who ask say it. */
  constructor(readonly entries: readonly AnsweredQuestion[], names: ReadonlyMap<string, readonly string[]>) {
    this.wordings = entries.flatMap((entry) => entry.questions.map((text) => ({ entry, text, terms: new Set(termsOf(text)) })));
    for (const { terms } of this.wordings) for (const term of terms) this.spread.set(term, (this.spread.get(term) ?? 0) + 1);
    this.names = new Map([...names].map(([key, titles]) => [key, new Set(titles.flatMap(termsOf))]));
  }

  texts(): string[] {
    return this.wordings.map(({ text }) => text);
  }

  /** From now on meaning counts too. `vectors` in the order of {@link texts}. */
  addVectors(vectors: readonly Float32Array[]): void {
    this.vectors = VectorIndex.of(vectors.length, [...vectors.keys()], vectors);
  }

  /** The likeliest first of those that are answered on a day. `service` is what the talk is about. */
  search(question: string, vector: Float32Array | null, { on, service }: { on: string; service: string | null }, limit = 5): FoundQuestion[] {
    const asked = new Set(termsOf(question));
    const cosines = vector && this.vectors ? this.vectors.scores(vector) : null;
    const best = new Map<AnsweredQuestion, FoundQuestion>();
    this.wordings.forEach((wording, at) => {
      const { entry, text } = wording;
      if ((entry.from !== null && on < entry.from) || (entry.to !== null && on >= entry.to)) return;
      const words = this.byWords(asked, wording);
      const together = cosines ? byWords * words + (1 - byWords) * Math.max(0, (cosines[at]! - unlike) / (1 - unlike)) : words;
      const isElsewhere = service !== null && entry.services.length > 0 && !entry.services.includes(service);
      const likeness = (text === question ? 1 : together) * (isElsewhere ? elsewhere : 1);
      if (likeness > (best.get(entry)?.likeness ?? 0)) best.set(entry, { entry, question: text, likeness });
    });
    return [...best.values()].sort((a, b) => b.likeness - a.likeness || (a.entry.key < b.entry.key ? -1 : 1)).slice(0, limit);
  }

  /** The harmonic mean of how much of the one the other holds, rare words counting more; what a service is called counts little, for all of its questions are about it. */
  private byWords(asked: ReadonlySet<string>, { entry, terms }: Wording): number {
    const isName = (term: string) => entry.services.some((key) => this.names.get(key)?.has(term));
    const sum = (all: Iterable<string>, counts: (term: string) => boolean) => [...all].reduce((total, term) => total + (counts(term) ? this.weight(term) * (isName(term) ? nameShare : 1) : 0), 0);
    const shared = sum(asked, (term) => terms.has(term));
    if (shared === 0) return 0;
    const precision = shared / sum(asked, (term) => terms.has(term) || !isName(term));
    const recall = shared / sum(terms, (term) => asked.has(term) || !isName(term));
    return (2 * precision * recall) / (precision + recall);
  }

  private weight(term: string): number {
    return Math.log(1 + (this.wordings.length + 1) / (this.spread.get(term) ?? 0.7));
  }
}

/** What is asked about, in pairs of characters and in formal words too, and what kind of answer is wanted (多久, 多少), which tells two questions about one thing apart. */
function termsOf(question: string): string[] {
  const content = contentOf(question);
  const formal = layWordsIn(content).flatMap(({ meant }) => pairsOf(meant));
  return [...pairsOf(content), ...formal].filter((pair) => pair.length > 1).concat(pairsOf(question).filter((pair) => asking.has(pair)));
}

const asking = new Set(['多久', '多少', '哪里', '在哪', '什么', '几天', '怎么', '如何', '为什']);
