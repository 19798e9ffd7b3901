import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useGraphql } from '../../providers/use-graphql.js';
import { EmptyState } from '../../shared/empty-state.js';
import { ErrorPanel } from '../../shared/error-panel.js';
import { formatShare } from '../../shared/format.js';
import { PageLoading } from '../../app/page-loading.js';
import { Page, Sheet } from '../../shared/page.js';
import { PageHead } from '../../shared/page-head.js';
import { StatNumber } from '../../shared/stat-number.js';
import { utterancesPath } from '../utterances-path.js';
import { CorpusTabs } from '../corpus-tabs.js';
import { useIntentLabels } from '../labels/use-labels.js';
import { type CorpusHealth, corpusHealthDocument } from '../utterance.js';
import { IntentBars } from './intent-bars.js';

/** What the corpus lacks, and what in it contradicts itself. */
const HealthPage: FC = () => {
  const t = useTranslate();
  const { data, error, refetch } = useGraphql<{ corpusHealth: CorpusHealth }>(corpusHealthDocument);
  const { intents } = useIntentLabels();
  const health = data?.corpusHealth;
  return (
    <Page width="full">
      <PageHead title={t('corpus.health.title')} subtitle={<CorpusTabs />} />
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : !health ? (
        <PageLoading />
      ) : health.total === 0 ? (
        <Sheet>
          <EmptyState
            title={t('corpus.empty')}
            hint={t('corpus.emptyHint')}
            action={
              <Button variant="contained" component={Link} to="/utterances">
                {t('corpus.tab.list')}
              </Button>
            }
          />
        </Sheet>
      ) : (
        <Box sx={{ display: 'grid', gap: 4 }}>
          <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'repeat(auto-fit, minmax(170px, 1fr))' }}>
            <StatNumber value={health.total} label={t('corpus.health.total')} to="/utterances" hint={t('corpus.health.labelledShare', { share: formatShare(health.labelled / health.total) })} />
            <StatNumber value={health.total - health.labelled} label={t('corpus.unlabelled')} to={utterancesPath({ unlabelled: true })} tone={health.total > health.labelled ? 'notice' : undefined} hint={t('corpus.health.unlabelledHint')} />
            <StatNumber value={health.clashes} to={utterancesPath({ clash: true })} label={t('corpus.health.clashes')} tone={health.clashes > 0 ? 'bad' : undefined} hint={t('corpus.health.clashesHint')} />
            <StatNumber value={health.duplicates} to={utterancesPath({ duplicate: true })} label={t('corpus.health.duplicates')} tone={health.duplicates > 0 ? 'notice' : undefined} hint={t('corpus.health.duplicatesHint')} />
          </Box>
          <IntentBars intents={intents} total={health.labelled} />
        </Box>
      )}
    </Page>
  );
};

export default HealthPage;
