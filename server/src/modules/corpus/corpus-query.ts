import type { SelectQueryBuilder } from 'typeorm';
import { searchPatterns } from '../../platform/search/search-text.js';
import type { Utterance } from './utterance.entity.js';
import { foldedText } from './utterance-text.js';
import type { CorpusFilter } from './utterance.types.js';

interface Conditions {
  /** Over utterances with alias `u`; all must hold. */
  sql: string[];
  parameters: Record<string, unknown>;
}

/** What a filter demands; `prefix` keeps the parameters of two filters in one query apart. */
export function conditionsOf(filter: CorpusFilter, prefix = 'f'): Conditions {
  const found: Conditions = { sql: [], parameters: {} };
  const add = (name: string, condition: (parameter: string) => string, value: unknown) => {
    found.sql.push(condition(`:${prefix}_${name}`));
    found.parameters[`${prefix}_${name}`] = value;
  };
  const words = (filter.q ?? '').trim().split(/\s+/u).filter(Boolean).slice(0, 10);
  words.forEach((word, i) => add(`q${i}`, (q) => `u.folded LIKE ${q}`, searchPatterns(foldedText(word))[0] ?? '%'));
  if (filter.intents?.length) add('intents', (intents) => `u.intent = ANY(${intents})`, filter.intents);
  if (filter.slot) add('slot', (slot) => `u.entities @> ${slot}::jsonb`, JSON.stringify([{ slot: filter.slot }]));
  if (filter.source) add('source', (source) => `u.source = ${source}`, filter.source);
  if (filter.unlabelled === true) found.sql.push('u.intent IS NULL');
  if (filter.unlabelled === false) found.sql.push('u.intent IS NOT NULL');
  return found;
}

/** What a training can learn from: an utterance that nobody has labelled says nothing, not even that it holds no slot. */
export const isLabelled = `(u.intent IS NOT NULL OR u.entities <> '[]'::jsonb)`;

/** Restricts a query over utterances (alias `u`). May be applied more than once: every filter must hold. */
export function restrict(query: SelectQueryBuilder<Utterance>, filter: CorpusFilter, prefix?: string): SelectQueryBuilder<Utterance> {
  const { sql, parameters } = conditionsOf(filter, prefix);
  for (const condition of sql) query.andWhere(condition);
  return query.setParameters(parameters);
}
