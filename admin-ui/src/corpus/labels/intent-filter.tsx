import type { FC } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { IntentPicker } from './intent-picker.js';

/** Stands for “no intent” among the intents; no key begins with a sign. */
const unlabelled = '-';

/** Restricts a list of utterances to one intent, or to those that have none. */
export const IntentFilter: FC = () => {
  const t = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const { intent, unlabelled: isUnlabelled, ...rest } = filterValues as { intent?: string; unlabelled?: boolean };
  return (
    <IntentPicker
      label={t('corpus.intent.name')}
      width={200}
      extra={[{ key: unlabelled, title: t('corpus.unlabelled') }]}
      value={isUnlabelled ? unlabelled : (intent ?? null)}
      onChange={(next) => setFilters(next === null ? rest : next === unlabelled ? { ...rest, unlabelled: true } : { ...rest, intent: next })}
    />
  );
};
