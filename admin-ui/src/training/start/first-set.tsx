import Button from '@mui/material/Button';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { createTrainingSetDocument } from '../../corpus/sets/training-set.js';
import { useGraphqlMutation } from '../../providers/use-graphql.js';
import { useCan } from '../../providers/use-me.js';
import { EmptyState } from '../../shared/empty-state.js';

/** Without any training set: one that holds the whole corpus, by one press. */
export const FirstSet: FC = () => {
  const t = useTranslate();
  const canWrite = useCan().can('corpus.write');
  const create = useGraphqlMutation<unknown>(createTrainingSetDocument);
  return (
    <EmptyState
      dense
      title={t('training.start.noSet')}
      hint={t(canWrite ? 'training.start.noSetHint' : 'training.start.noSetAsk')}
      action={
        canWrite && (
          <Button variant="outlined" disabled={create.isPending} onClick={() => create.mutate({ input: { key: 'all', title: t('training.start.allTitle'), description: '', filter: {} } })}>
            {t('training.start.createAll')}
          </Button>
        )
      }
    />
  );
};
