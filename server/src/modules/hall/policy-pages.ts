import { type PolicyInterpretation, stateOn } from '@banshi/policies';
import { toCodePointOffset } from '@banshi/values';
import { type FoundClause, type LibraryPolicy, stateOf } from '../knowledge/knowledge.service.js';

export function policyCard({ key, body }: LibraryPolicy, on: string) {
  const { title, issuer, level, number, region, issuedOn, effectiveFrom, effectiveTo, themes, services, relations } = body;
  const successor = relations.find(({ type }) => type === 'replaced-by');
  return { key, title, issuer, level, number, region, issuedOn, effectiveFrom, effectiveTo, themes, services, state: stateOn({ from: effectiveFrom, to: effectiveTo }, on), successor: successor ? { key: successor.policy, title: successor.title } : null };
}
export type PolicyCard = ReturnType<typeof policyCard>;

/** A document with its text and clauses; places are in code points of `text`. */
export function policyPage(policy: LibraryPolicy, on: string) {
  const { body, parsed } = policy;
  const at = offsets(body.text);
  const clauses = parsed.clauses.map(({ id, label, path, leadIn, start, end, article }) => ({ id, label, path, leadIn, start: at(start), end: at(end), state: stateOf(body, article, on) }));
  return { ...policyCard(policy, on), source: body.source, relations: body.relations, text: body.text, clauses };
}

/** An interpretation with places in code points of the text; a version says how many clauses it changed and which. */
export function interpretationPage({ summary, keywords, points, timeline }: PolicyInterpretation, text: string) {
  const at = offsets(text);
  const placed = <T extends { start: number; end: number; clause: string }>({ start, end, ...rest }: T) => ({ ...rest, start: at(start), end: at(end) });
  return {
    summary: summary.map(placed),
    keywords: keywords.map(({ word, count }) => ({ word, count })),
    points: points.map(placed),
    timeline: timeline.map(({ changes, ...entry }) => ({ ...entry, changes: changes?.map(({ type, before, after }) => ({ type, before, after })) ?? null })),
  };
}

/** A quotation with its exact place. `text` is the whole clause, `snippet` the part that answers, `marks` lie in `snippet`. */
export function citationOf({ policy, place, snippet, state, isCited, score }: FoundClause) {
  const { text } = policy.body;
  const at = offsets(text);
  const { title, issuer, level, number, region, effectiveFrom, effectiveTo } = policy.body;
  const replaced = state === 'expired' ? policy.body.relations.find(({ type }) => type === 'replaced-by') : undefined;
  return {
    policy: { key: policy.key, title, issuer, level, number, region, effectiveFrom, effectiveTo },
    clause: { id: place.id, label: place.label, path: place.path, start: at(place.start), end: at(place.end), text: text.slice(place.start, place.end) },
    snippet: { text: text.slice(snippet.start, snippet.end), start: at(snippet.start), end: at(snippet.end), marks: snippet.marks.map(([from, to]) => ({ start: at(from) - at(snippet.start), end: at(to) - at(snippet.start) })) },
    state,
    successor: replaced ? { key: replaced.policy, title: replaced.title } : null,
    cited: isCited,
    score: Math.round(score * 1_000) / 1_000,
  };
}

/** UTF-16 index → code points; a text without surrogates, nearly every one, needs no counting. */
const offsets = (text: string) => (/[\ud800-\udfff]/.test(text) ? (index: number) => toCodePointOffset(text, index) : (index: number) => index);
