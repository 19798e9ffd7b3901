import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useParams, useSearchParams } from 'react-router-dom';
import { useGraphql, useSubscription } from '../providers/use-graphql.js';
import { useCan, useMe } from '../providers/use-me.js';
import { BackLink } from '../shared/back-link.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { EmptyState } from '../shared/empty-state.js';
import { Page, Sheet } from '../shared/page.js';
import { PageHead } from '../shared/page-head.js';
import { RelativeTime } from '../shared/relative-time.js';
import { StatusChip } from '../shared/status-chip.js';
import { CancelButton } from './cancel-button.js';
import { CaseDiagram } from './case-diagram.js';
import { caseDocument, inboxChangedDocument, type CasePageData } from './case.js';
import { CaseForm } from './case-form.js';
import { CaseTimeline } from './case-timeline.js';
import { IncidentPanel } from './incident-panel.js';
import { CaseStateChip } from './state-chips.js';
import { taskFor } from './urgency.js';

/** One case: its form with what the step allows, what happened, where it stands. */
const CasePage: FC = () => {
  const t = useTranslate();
  const me = useMe();
  const canHandle = useCan().can('cases.handle');
  const { id = '' } = useParams();
  const cameFor = useSearchParams()[0].get('task');
  const isFromInbox = canHandle && cameFor !== null;
  const query = useGraphql<{ case: CasePageData | null }>(caseDocument, { id });
  const found = query.data?.case;
  if (query.error) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) {
    return (
      <Page>
        <Skeleton variant="rounded" height={480} />
      </Page>
    );
  }
  if (!found) return <EmptyState isPage title={t('cases.notFound')} hint={t('cases.notFoundHint')} />;
  const task = taskFor(found.tasks, me?.id, cameFor);
  return (
    <Page>
      {canHandle && <Live onChange={() => void query.refetch()} />}
      <PageHead
        back={<BackLink to={isFromInbox ? '/tasks' : '/cases'} label={t(isFromInbox ? 'cases.tasks' : 'cases.title')} />}
        title={found.serviceTitle}
        itemKey={found.number}
        chips={
          <>
            <CaseStateChip state={found.state} result={found.result} />
            {found.isPreview && <StatusChip tone="quiet" label={t('cases.preview')} />}
          </>
        }
        subtitle={
          <>
            {t('cases.applicant')} {found.applicantName} · {t('cases.submittedAt')} <RelativeTime at={found.submittedAt} />
            {found.department && ` · ${found.department.title}`}
          </>
        }
        actions={found.canManage && (found.state === 'RUNNING' || found.state === 'INCIDENT') && <CancelButton id={found.id} number={found.number} />}
      />
      <IncidentPanel found={found} />
      <Box sx={{ display: 'grid', gap: 4, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 400px' } }}>
        <CaseForm key={`${task?.id ?? 'none'}:${task?.rev ?? 0}`} found={found} task={task} />
        <Side found={found} />
      </Box>
    </Page>
  );
};

const Live: FC<{ onChange: () => void }> = ({ onChange }) => {
  useSubscription(inboxChangedDocument, {}, onChange);
  return null;
};

const Side: FC<{ found: CasePageData }> = ({ found }) => {
  const t = useTranslate();
  const [tab, setTab] = useState<'timeline' | 'diagram'>('timeline');
  return (
    <Sheet label={t('cases.course')} sx={{ position: { lg: 'sticky' }, top: { lg: 16 }, maxHeight: { lg: 'calc(100vh - 92px)' }, display: 'flex', flexDirection: 'column' }}>
      <Tabs value={tab} onChange={(_, next: typeof tab) => setTab(next)} sx={{ px: 2, borderBottom: 1, borderColor: 'divider' }}>
        <Tab value="timeline" label={t('cases.timeline')} />
        <Tab value="diagram" label={t('cases.diagram')} />
      </Tabs>
      <Box sx={{ p: 4, overflow: 'auto' }} tabIndex={0} role="region" aria-label={t('cases.course')}>
        {tab === 'timeline' ? (
          <CaseTimeline found={found} />
        ) : (
          <>
            <CaseDiagram diagram={found.diagram} />
            <Typography variant="caption" color="text.secondary" component="p" sx={{ mt: 2 }}>
              {t('cases.diagramHint')}
            </Typography>
          </>
        )}
      </Box>
    </Sheet>
  );
};

export default CasePage;
