import type { SetFilter } from './training-set.js';

interface Words {
  t: (key: string, values?: Record<string, unknown>) => string;
  intentTitle: (key: string) => string;
  slotTitle: (key: string) => string;
}

/** What a training set holds, in words. */
export function setFilterText(filter: SetFilter, { t, intentTitle, slotTitle }: Words): string {
  const parts = [
    filter.intents?.length ? t('corpus.sets.ofIntents', { intents: filter.intents.map(intentTitle).join(t('shared.separator')) }) : null,
    filter.slot ? t('corpus.sets.withSlot', { slot: slotTitle(filter.slot) }) : null,
    filter.source ? t('corpus.sets.fromSource', { source: t(`corpus.source.${filter.source}`) }) : null,
    filter.q ? t('corpus.sets.withWords', { words: filter.q }) : null,
    filter.unlabelled === false ? t('corpus.sets.onlyLabelled') : filter.unlabelled === true ? t('corpus.sets.onlyUnlabelled') : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' · ') : t('corpus.sets.everything');
}
