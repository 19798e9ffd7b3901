import ContentPaste from '@mui/icons-material/ContentPasteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { PasteDialog } from '../../corpus/edit/paste-dialog.js';
import { UtteranceDrawer } from '../../corpus/edit/utterance-drawer.js';
import { useSlotLabels } from '../../corpus/labels/use-labels.js';
import { useDeleteUtterances } from '../../corpus/use-delete-utterances.js';
import { type Utterance, utterancesResource } from '../../corpus/utterance.js';
import { graphql } from '../../providers/graphql.js';
import { useCan } from '../../providers/use-me.js';
import { EmptyState } from '../../shared/empty-state.js';
import { ErrorPanel } from '../../shared/error-panel.js';
import { Sheet } from '../../shared/page.js';
import { SearchField } from '../../shared/search-field.js';
import { ExampleCount } from '../health-cells.js';
import { AddExample } from './add-example.js';
import { ExampleRow } from './example-row.js';

/** So many at first, and so many more at each step. */
const step = 50;

/** The examples of one intent: add with Enter or paste a list, mark slots, delete with undo. */
export const ExamplePanel: FC<{ intent: string }> = ({ intent }) => {
  const t = useTranslate();
  const canWrite = useCan().can('corpus.write');
  const { titleOf } = useSlotLabels();
  const [q, setQ] = useState('');
  const [take, setTake] = useState(step);
  const [opened, setOpened] = useState<string | null>(null);
  const [isPasting, setIsPasting] = useState(false);
  const variables = { skip: 0, take: Math.min(take, 200), sort: { field: 'at', order: 'DESC' }, filter: { intent, ...(q.trim() && { q: q.trim() }) } };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['graphql', 'examples', variables],
    queryFn: async ({ signal }) => (await graphql<{ utterances: { items: Utterance[]; totalItems: number } }>(utterancesResource.list!, variables, signal)).utterances,
    placeholderData: keepPreviousData,
  });
  const remove = useDeleteUtterances(() => undefined);
  const items = data?.items ?? [];
  const total = data?.totalItems ?? 0;
  return (
    <Sheet label={t('intents.examples.title')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', px: 4, py: 3 }}>
        <Typography variant="h2">{t('intents.examples.title')}</Typography>
        {data && !q && <ExampleCount count={total} />}
        <Box sx={{ flex: 1 }} />
        <SearchField label={t('intents.examples.search')} value={q} onChange={setQ} width={220} />
        {canWrite && (
          <Button variant="outlined" startIcon={<ContentPaste fontSize="small" />} onClick={() => setIsPasting(true)}>
            {t('intents.examples.paste')}
          </Button>
        )}
      </Box>
      {canWrite && <AddExample intent={intent} onOpen={setOpened} />}
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : items.length === 0 && !isPending ? (
        <EmptyState dense title={t(q ? 'shared.list.noResults' : 'intents.examples.empty')} hint={t(q ? 'shared.list.noResultsHint' : 'intents.examples.emptyHint')} />
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }} aria-busy={isPending}>
          {isPending && [0, 1, 2, 3].map((n) => <Skeleton key={n} component="li" variant="text" sx={{ mx: 4, my: 1.5, height: 24 }} />)}
          {items.map((utterance) => (
            <ExampleRow key={utterance.id} utterance={utterance} titleOf={titleOf} canWrite={canWrite} onOpen={() => setOpened(utterance.id)} onRemove={() => remove.run([utterance.id])} />
          ))}
        </Box>
      )}
      {total > items.length && items.length > 0 && take < 200 && (
        <Button onClick={() => setTake(take + step)} sx={{ m: 3 }}>
          {t('shared.more')}
        </Button>
      )}
      {opened !== null && <UtteranceDrawer key={opened} id={opened} onOpen={setOpened} onClose={() => setOpened(null)} />}
      {isPasting && <PasteDialog into={intent} onClose={() => setIsPasting(false)} />}
    </Sheet>
  );
};
