import type { SelectQueryBuilder } from 'typeorm';
import { searchPatterns } from '../../platform/search/search-text.js';
import type { Utterance } from './utterance.entity.js';
import { foldedText } from './utterance-text.js';
import type { CorpusFilter } from './utterance.types.js';

/** Restricts a query over utterances (alias `u`). May be applied more than once: every filter must hold. */
export function restrict(query: SelectQueryBuilder<Utterance>, filter: CorpusFilter, prefix = 'f'): SelectQueryBuilder<Utterance> {
  const name = (part: string) => `${prefix}_${part}`;
  if (filter.q) {
    const words = filter.q.trim().split(/\s+/u).filter(Boolean).slice(0, 10);
    words.forEach((word, i) => query.andWhere(`u.folded LIKE :${name(`q${i}`)}`, { [name(`q${i}`)]: searchPatterns(foldedText(word))[0] ?? '%' }));
  }
  if (filter.intents?.length) query.andWhere(`u.intent = ANY(:${name('intents')})`, { [name('intents')]: filter.intents });
  if (filter.slot) query.andWhere(`u.entities @> :${name('slot')}::jsonb`, { [name('slot')]: JSON.stringify([{ slot: filter.slot }]) });
  if (filter.source) query.andWhere(`u.source = :${name('source')}`, { [name('source')]: filter.source });
  if (filter.unlabelled === true) query.andWhere('u.intent IS NULL');
  if (filter.unlabelled === false) query.andWhere('u.intent IS NOT NULL');
  return query;
}
