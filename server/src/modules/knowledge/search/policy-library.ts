import { setImmediate as breathe } from 'node:timers/promises';
import type { PolicyBody } from '@banshi/bundle';
import { type Clause, findCited, matchTitles, parsePolicy, type ParsedPolicy, periodOf, readCitation, stateOn, type Unit, type ValidityState } from '@banshi/policies';
import { contentOf, pairsOf } from '../question/content.js';
import { layWordsIn } from '../question/lay-words.js';
import { type Evidence, fuse } from './fusion.js';
import { LexicalRanker } from './lexical-ranker.js';
import { passagesOf } from './passages.js';
import { questionTerms } from './question-terms.js';
import { type Snippet, snippetOf } from './snippet.js';
import { VectorIndex } from './vector-index.js';

export interface LibraryPolicy {
  key: string;
  body: PolicyBody;
  parsed: ParsedPolicy;
}

export interface SearchFilter {
  /** ISO day as of which clauses must hold. */
  on: string;
  /** Code of a division; what holds there, above it and in the whole country. */
  region?: string | undefined;
  /** Also what did not hold on that day; its state is said. */
  anyState?: boolean;
  /** Only these documents. */
  policies?: ReadonlySet<string>;
}

export interface FoundClause {
  policy: LibraryPolicy;
  /** A clause, or for a citation the very 款 or 项. Offsets are into the text of the policy. */
  place: Pick<Clause, 'id' | 'label' | 'start' | 'end'> & { path: string[] };
  /** Id of the article that it is, or stands in. */
  article: string;
  snippet: Snippet;
  state: ValidityState;
  /** Whether the words named this place (民法典第三条). */
  isCited: boolean;
  score: number;
  /** What the score is made of; 1 each for a cited place. */
  evidence: Evidence;
}

interface Entry {
  policy: LibraryPolicy;
  clause: Clause;
}

/** So long others wait for a piece of the index. */
const sliceMs = 8;
const certain: Evidence = { words: 1, meaning: null, score: 1 };

/** The policies of one bundle, ready to be searched. Immutable like the bundle. */
export class PolicyLibrary {
  private readonly byKey: ReadonlyMap<string, LibraryPolicy>;
  private vectors: VectorIndex | null = null;

  private constructor(
    readonly policies: readonly LibraryPolicy[],
    private readonly entries: readonly Entry[],
    private readonly ranker: LexicalRanker,
  ) {
    this.byKey = new Map(policies.map((policy) => [policy.key, policy]));
  }

  /** Reads and indexes documents, and lets others go first every few milliseconds: a bundle may hold thousands of clauses. */
  static async build(bodies: readonly { key: string; body: PolicyBody }[]): Promise<PolicyLibrary> {
    let since = performance.now();
    const pause = async () => {
      if (performance.now() - since < sliceMs) return;
      await breathe();
      since = performance.now();
    };
    const policies: LibraryPolicy[] = [];
    const entries: Entry[] = [];
    const ranker = new LexicalRanker();
    for (const { key, body } of bodies) {
      const policy = { key, body, parsed: parsePolicy(body.text) };
      policies.push(policy);
      for (const clause of policy.parsed.clauses) {
        entries.push({ policy, clause });
        ranker.add(searchedText(body.title, clause));
        await pause();
      }
    }
    return new PolicyLibrary(policies, entries, ranker);
  }

  get(key: string): LibraryPolicy | null {
    return this.byKey.get(key) ?? null;
  }

  /** The passages whose vectors tell what clauses mean, and the clause that each was cut from. */
  passages(): { owners: number[]; texts: string[] } {
    const owners: number[] = [];
    const texts: string[] = [];
    this.entries.forEach(({ policy, clause }, owner) => {
      for (const passage of passagesOf(clause.text)) {
        owners.push(owner);
        texts.push(`${policy.body.title} ${clause.leadIn}${passage}`);
      }
    });
    return { owners, texts };
  }

  /** From now on meaning counts too. `vectors` in the order of {@link passages}. */
  addVectors(owners: readonly number[], vectors: readonly Float32Array[]): void {
    this.vectors = VectorIndex.of(this.entries.length, owners, vectors);
  }

  get hasVectors(): boolean {
    return this.vectors !== null;
  }

  /** What a person means by the words: a cited place first, then clauses by relevance. `vector` is that of the words, where there is one. */
  search(words: string, filter: SearchFilter, limit: number, vector: Float32Array | null = null): FoundClause[] {
    const cited = this.cited(words, filter);
    if (cited.length > 0) return cited.slice(0, limit);
    const shares = this.ranker.shares(questionTerms(words));
    const meaning = vector && this.vectors ? this.vectors.scores(vector) : null;
    const scores = fuse(shares, meaning);
    return [...scores.keys()]
      .filter((index) => scores[index]! > 0 && this.passes(this.entries[index]!.policy, this.entries[index]!.clause.article, filter))
      .sort((a, b) => scores[b]! - scores[a]! || a - b)
      .slice(0, limit)
      .map((index) => {
        const { policy, clause } = this.entries[index]!;
        return this.found(policy, clause, clause.article, words, filter.on, false, { words: shares[index]!, meaning: meaning?.[index] ?? null, score: scores[index]! });
      });
  }

  /** How much of what a question is about a text says, 0–1, rare words counting more; formal words stand for lay ones. */
  coverage(question: string, text: string): number {
    const content = contentOf(question);
    const held = new Set(pairsOf(text));
    const formal = layWordsIn(content).filter(({ meant }) => shareIn(pairsOf(meant), held) >= 0.8).flatMap(({ said }) => pairsOf(said));
    const asked = [...new Set(pairsOf(content))].filter((pair) => pair.length > 1);
    const weigh = (pairs: readonly string[]) => pairs.reduce((sum, pair) => sum + this.ranker.rarity(pair), 0);
    return asked.length === 0 ? 0 : weigh(asked.filter((pair) => held.has(pair) || formal.includes(pair))) / weigh(asked);
  }

  /** The places that words such as 第四条、第七条 of one document name, as citations of it. */
  places(key: string, words: string, { on, region }: SearchFilter): FoundClause[] {
    const policy = this.get(key);
    if (!policy || !holdsIn(policy.body.region, region)) return [];
    return words.split(/[、，,；;\s]+/).flatMap((part) => {
      const citation = readCitation(part);
      return citation ? this.placesIn(policy, citation, on) : [];
    });
  }

  /** 民法典第三条 is looked up. An expired article is shown as such: who names a place wants to see it. */
  cited(words: string, filter: SearchFilter): FoundClause[] {
    const citation = readCitation(words);
    if (!citation) return [];
    const found = this.citedDocuments(words, filter).flatMap((policy) => this.placesIn(policy, citation, filter.on));
    // Of versions of one document the one that holds comes first.
    return found.map((one, at) => ({ one, at })).sort((a, b) => Number(isOver(a.one)) - Number(isOver(b.one)) || a.at - b.at).map(({ one }) => one);
  }

  /** The documents that words cite, whether or not they have such a place. */
  citedDocuments(words: string, { region }: SearchFilter): LibraryPolicy[] {
    const citation = readCitation(words);
    if (!citation || citation.title === '') return [];
    return matchTitles(citation.title, this.policies.map(({ body }) => body.title)).map((index) => this.policies[index]!).filter(({ body }) => holdsIn(body.region, region));
  }

  /** The document that took the place of one, where the bundle has it. */
  successorOf({ body }: LibraryPolicy): { policy: string; title: string } | null {
    const next = body.relations.find(({ type, policy }) => type === 'replaced-by' && policy !== null && this.byKey.has(policy));
    return next ? { policy: next.policy!, title: this.byKey.get(next.policy!)!.body.title } : null;
  }

  private placesIn(policy: LibraryPolicy, citation: Parameters<typeof findCited>[1], on: string): FoundClause[] {
    const { units } = policy.parsed;
    return findCited({ units }, citation).map((unit) => this.found(policy, placeOf(units, unit), articleOf(units, unit), '', on, true, certain));
  }

  private found(policy: LibraryPolicy, place: FoundClause['place'], article: string, words: string, on: string, isCited: boolean, evidence: Evidence): FoundClause {
    const { id, label, path, start, end } = place;
    const snippet = isCited ? { start: 0, end: end - start, marks: [] } : snippetOf(policy.body.text.slice(start, end), words);
    const shifted: Snippet = { start: snippet.start + start, end: snippet.end + start, marks: snippet.marks.map(([from, to]) => [from + start, to + start]) };
    return { policy, place: { id, label, path, start, end }, article, snippet: shifted, state: stateOf(policy.body, article, on), isCited, score: evidence.score, evidence };
  }

  private passes(policy: LibraryPolicy, article: string, { on, region, anyState, policies }: SearchFilter): boolean {
    if (!holdsIn(policy.body.region, region) || policies?.has(policy.key) === false) return false;
    // A document without dates may well hold; it is shown, and said to be undated.
    return anyState === true || ['effective', 'unknown'].includes(stateOf(policy.body, article, on));
  }
}

const shareIn = (pairs: readonly string[], held: ReadonlySet<string>) => pairs.filter((pair) => held.has(pair)).length / Math.max(1, pairs.length);

/** What a clause is found by. Its own words count, and those that govern it or stand above it. */
export const searchedText = (title: string, { path, leadIn, text }: Pick<Clause, 'path' | 'leadIn' | 'text'>) => [title, ...path, leadIn, text].join('\n');

export const stateOf = (body: PolicyBody, article: string, on: string): ValidityState => stateOn(periodOf({ from: body.effectiveFrom, to: body.effectiveTo }, body.clauseValidity, article), on);

const isOver = ({ state }: FoundClause) => state === 'expired';

export function holdsIn(region: string, asked: string | undefined): boolean {
  if (asked === undefined || region === '') return true;
  return asked.startsWith(region.replace(/(?:00)+$/, ''));
}

function articleOf(units: readonly Unit[], unit: Unit): string {
  let at = unit;
  while (at.kind !== 'article' && at.parent !== null) at = units[at.parent]!;
  return at.id;
}

function placeOf(units: readonly Unit[], unit: Unit): FoundClause['place'] {
  let label = unit.label;
  const path: string[] = [];
  let at = unit;
  while (at.parent !== null) {
    const isInside = ['paragraph', 'item', 'subitem'].includes(at.kind);
    at = units[at.parent]!;
    if (isInside) label = at.label + label;
    else path.unshift(at.title === '' || at.title === at.label ? at.label : `${at.label} ${at.title}`);
  }
  return { id: unit.id, label, path, start: unit.start, end: unit.end };
}
