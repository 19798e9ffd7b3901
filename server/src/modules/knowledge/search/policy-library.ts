import type { PolicyBody } from '@banshi/bundle';
import { type Clause, findCited, matchTitles, parsePolicy, type ParsedPolicy, periodOf, readCitation, stateOn, type Unit, type ValidityState } from '@banshi/policies';
import { LexicalRanker } from './lexical-ranker.js';
import type { Ranker } from './ranker.js';
import { type Snippet, snippetOf } from './snippet.js';

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
}

export interface FoundClause {
  policy: LibraryPolicy;
  /** A clause, or for a citation the very 款 or 项. Offsets are into the text of the policy. */
  place: Pick<Clause, 'id' | 'label' | 'start' | 'end'> & { path: string[] };
  snippet: Snippet;
  state: ValidityState;
  /** Whether the words named this place (民法典第三条). */
  isCited: boolean;
  score: number;
}

interface Entry {
  policy: LibraryPolicy;
  clause: Clause;
}

/** The policies of one bundle, ready to be searched. Immutable like the bundle. */
export class PolicyLibrary {
  readonly policies: readonly LibraryPolicy[];
  private readonly byKey: ReadonlyMap<string, LibraryPolicy>;
  private readonly entries: readonly Entry[];
  private readonly ranker: Ranker;

  constructor(bodies: readonly { key: string; body: PolicyBody }[]) {
    this.policies = bodies.map(({ key, body }) => ({ key, body, parsed: parsePolicy(body.text) }));
    this.byKey = new Map(this.policies.map((policy) => [policy.key, policy]));
    this.entries = this.policies.flatMap((policy) => policy.parsed.clauses.map((clause) => ({ policy, clause })));
    this.ranker = new LexicalRanker(this.entries.map(({ policy, clause }) => searchedText(policy.body.title, clause)));
  }

  get(key: string): LibraryPolicy | null {
    return this.byKey.get(key) ?? null;
  }

  /** What a person means by the words: a cited place first, then clauses by relevance. */
  search(words: string, filter: SearchFilter, limit: number): FoundClause[] {
    const cited = this.cited(words, filter);
    if (cited.length > 0) return cited.slice(0, limit);
    const scores = this.ranker.scores(words);
    return [...scores.keys()]
      .filter((index) => scores[index]! > 0 && this.passes(this.entries[index]!.policy, this.entries[index]!.clause.article, filter))
      .sort((a, b) => scores[b]! - scores[a]! || a - b)
      .slice(0, limit)
      .map((index) => {
        const { policy, clause } = this.entries[index]!;
        return this.found(policy, clause, clause.article, words, filter.on, false, scores[index]!);
      });
  }

  /** 民法典第三条 is looked up. An expired article is shown as such: who names a place wants to see it. */
  private cited(words: string, filter: SearchFilter): FoundClause[] {
    const citation = readCitation(words);
    if (!citation || citation.title === '') return [];
    const titles = this.policies.map(({ body }) => body.title);
    return matchTitles(citation.title, titles).flatMap((index) => {
      const policy = this.policies[index]!;
      if (!holdsIn(policy.body.region, filter.region)) return [];
      const { units } = policy.parsed;
      return findCited({ units }, citation).map((unit) => this.found(policy, placeOf(units, unit), articleOf(units, unit), words, filter.on, true, 1));
    });
  }

  private found(policy: LibraryPolicy, place: FoundClause['place'], article: string, words: string, on: string, isCited: boolean, score: number): FoundClause {
    const { id, label, path, start, end } = place;
    const snippet = isCited ? { start: 0, end: end - start, marks: [] } : snippetOf(policy.body.text.slice(start, end), words);
    const shifted: Snippet = { start: snippet.start + start, end: snippet.end + start, marks: snippet.marks.map(([from, to]) => [from + start, to + start]) };
    return { policy, place: { id, label, path, start, end }, snippet: shifted, state: stateOf(policy.body, article, on), isCited, score };
  }

  private passes(policy: LibraryPolicy, article: string, { on, region, anyState }: SearchFilter): boolean {
    if (!holdsIn(policy.body.region, region)) return false;
    // A document without dates may well hold; it is shown, and said to be undated.
    return anyState === true || ['effective', 'unknown'].includes(stateOf(policy.body, article, on));
  }
}

/** What a clause is found by. Its own words count, and those that govern it or stand above it. */
export const searchedText = (title: string, { path, leadIn, text }: Pick<Clause, 'path' | 'leadIn' | 'text'>) => [title, ...path, leadIn, text].join('\n');

export const stateOf = (body: PolicyBody, article: string, on: string): ValidityState => stateOn(periodOf({ from: body.effectiveFrom, to: body.effectiveTo }, body.clauseValidity, article), on);

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
