import Add from '@mui/icons-material/AddOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { PageLoading } from '../../app/page-loading.js';
import { useGraphql, useGraphqlMutation } from '../../providers/use-graphql.js';
import { useCan } from '../../providers/use-me.js';
import { EmptyState } from '../../shared/empty-state.js';
import { ErrorPanel } from '../../shared/error-panel.js';
import { formatCount } from '../../shared/format.js';
import { Page, Sheet } from '../../shared/page.js';
import { PageHead } from '../../shared/page-head.js';
import { KeyText } from '../../shared/small-texts.js';
import { CorpusTabs } from '../corpus-tabs.js';
import { useIntentLabels, useSlotLabels } from '../labels/use-labels.js';
import { utterancesPath } from '../utterances-path.js';
import { SetDialog } from './set-dialog.js';
import { setFilterText } from './set-filter-text.js';
import { SnapshotTable } from './snapshot-table.js';
import { takeSnapshotDocument, type TrainingSet, trainingSetsDocument } from './training-set.js';

/** Named parts of the corpus, and their immutable snapshots, which models are trained from. */
const TrainingSetPage: FC = () => {
  const t = useTranslate();
  const notify = useNotify();
  const { can } = useCan();
  const { titleOf: intentTitle } = useIntentLabels();
  const { titleOf: slotTitle } = useSlotLabels();
  const { data, error, isPending, refetch } = useGraphql<{ trainingSets: { items: TrainingSet[] } }>(trainingSetsDocument);
  const [edited, setEdited] = useState<TrainingSet | 'new' | null>(null);
  const take = useGraphqlMutation<{ takeSnapshot: { n: number; sha256: string } }>(takeSnapshotDocument, {
    onSuccess: ({ takeSnapshot: { n, sha256 } }) => notify('corpus.snapshot.done', { type: 'success', messageArgs: { n, hash: sha256.slice(0, 12) } }),
  });
  const create = can('corpus.write') && (
    <Button variant="contained" startIcon={<Add />} onClick={() => setEdited('new')}>
      {t('corpus.sets.create')}
    </Button>
  );
  const sets = data?.trainingSets.items ?? [];
  return (
    <Page width="full">
      <PageHead title={t('corpus.sets.title')} subtitle={<CorpusTabs />} actions={create} />
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <PageLoading />
      ) : sets.length === 0 ? (
        <Sheet>
          <EmptyState title={t('corpus.sets.empty')} hint={t('corpus.sets.emptyHint')} action={create} />
        </Sheet>
      ) : (
        <Box sx={{ display: 'grid', gap: 4 }}>
          {sets.map((set) => (
            <Sheet key={set.id} label={set.title}>
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'flex-start', px: 4, py: 3 }}>
                <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
                  <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'baseline' }}>
                    <Typography variant="h2">{set.title}</Typography>
                    <KeyText value={set.key} />
                    <MuiLink component={Link} to={utterancesPath({ trainingSet: set.id })}>
                      {t('corpus.sets.count', { smart_count: set.count, count: formatCount(set.count) })}
                    </MuiLink>
                  </Box>
                  <Typography color="text.secondary">{setFilterText(set.filter, { t, intentTitle, slotTitle })}</Typography>
                  {set.description && <Typography>{set.description}</Typography>}
                </Box>
                <Box sx={{ display: 'flex', gap: 2 }}>
                  {can('corpus.write') && (
                    <Button variant="outlined" onClick={() => setEdited(set)}>
                      {t('shared.edit')}
                    </Button>
                  )}
                  {(can('corpus.write') || can('training.run')) && (
                    <Button variant="outlined" disabled={take.isPending || set.count === 0} onClick={() => take.mutate({ trainingSet: set.id })}>
                      {t('corpus.snapshot.take')}
                    </Button>
                  )}
                  {can('training.run') && (
                    <Button variant="outlined" component={Link} to={`/training?start=${set.id}`} disabled={set.count === 0}>
                      {t('corpus.sets.train')}
                    </Button>
                  )}
                </Box>
              </Box>
              {set.snapshots.length > 0 ? (
                <SnapshotTable snapshots={set.snapshots} label={t('corpus.snapshot.of', { title: set.title })} />
              ) : (
                <Typography color="text.secondary" sx={{ px: 4, py: 3, borderTop: 1, borderColor: 'divider' }}>
                  {t('corpus.snapshot.none')}
                </Typography>
              )}
            </Sheet>
          ))}
        </Box>
      )}
      {edited && <SetDialog set={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Page>
  );
};

export default TrainingSetPage;
