import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Alert from '@mui/material/Alert';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { PageLoading } from '../../app/page-loading.js';
import { useGraphql } from '../../providers/use-graphql.js';
import { BackLink } from '../../shared/back-link.js';
import { EmptyState } from '../../shared/empty-state.js';
import { ErrorPanel } from '../../shared/error-panel.js';
import { Page } from '../../shared/page.js';
import { PageHead } from '../../shared/page-head.js';
import { RelativeTime } from '../../shared/relative-time.js';
import { MetricPanels } from '../metrics/metric-panels.js';
import { ModelAliases } from '../model-aliases.js';
import { type ModelVersion, modelVersionDocument } from '../model-version.js';
import { ChooseButton } from './choose-button.js';
import { DeleteButton } from './delete-button.js';
import { FilesPanel } from './files-panel.js';
import { TryOut } from './try-out.js';
import { CardView } from './card-view.js';
import { PersonName } from '../../shared/small-texts.js';

const tabs = ['metrics', 'try', 'card', 'files'] as const;

/** One model version: what it was measured at, a place to try it, its card, its files, and the way into the next release. */
const VersionPage: FC = () => {
  const t = useTranslate();
  const { id = '' } = useParams();
  const [query, setQuery] = useSearchParams();
  const tab = tabs.find((each) => each === query.get('tab')) ?? 'metrics';
  const { data, error, isPending, refetch } = useGraphql<{ modelVersion: ModelVersion | null }>(modelVersionDocument, { id });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (isPending) return <PageLoading />;
  const version = data?.modelVersion;
  if (!version)
    return (
      <EmptyState
        isPage
        title={t('models.gone')}
        hint={t('models.goneHint')}
        action={
          <Button variant="outlined" component={Link} to="/models">
            {t('models.title')}
          </Button>
        }
      />
    );
  const { n, method, byName, createdAt, job, problems, deletedAt, snapshot } = version;
  return (
    <Page width="full">
      <PageHead
        back={<BackLink to="/models" label={t('models.title')} />}
        title={t('models.versionTitle', { n })}
        chips={<ModelAliases version={version} />}
        subtitle={
          <>
            {t(`models.method.${method}`, { _: method })} · {t('models.trainedFrom', { smart_count: snapshot.count })} · <PersonName person={byName} /> · <RelativeTime at={createdAt} />
            {job && (
              <>
                {' · '}
                <Link to={`/training/${job.id}`} style={{ color: 'inherit' }}>
                  {t('models.fromJob', { n: job.n })}
                </Link>
              </>
            )}
          </>
        }
        actions={
          !deletedAt && (
            <>
              <DeleteButton version={version} />
              <ChooseButton version={version} />
            </>
          )
        }
      />
      {deletedAt && (
        <Alert severity="warning" sx={{ mb: 4 }}>
          {t('models.deletedVersion')}
        </Alert>
      )}
      {problems.length > 0 && (
        <Alert severity="error" sx={{ mb: 4 }}>
          {t('models.damagedHint')} {problems.join('; ')}
        </Alert>
      )}
      <Tabs value={tab} onChange={(_, next: string) => setQuery(next === 'metrics' ? {} : { tab: next }, { replace: true })} sx={{ mb: 4, borderBottom: 1, borderColor: 'divider' }} variant="scrollable">
        {tabs.map((each) => (
          <Tab key={each} value={each} id={`tab-${each}`} aria-controls={`panel-${each}`} label={t(`models.tab.${each}`)} />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        {tab === 'metrics' && <MetricPanels version={version.id} metrics={version.metrics} />}
        {tab === 'try' && <TryOut version={version} />}
        {tab === 'card' && <CardView markdown={version.card} />}
        {tab === 'files' && <FilesPanel version={version} />}
      </Box>
    </Page>
  );
};

export default VersionPage;
