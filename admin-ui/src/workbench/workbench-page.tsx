import Box from '@mui/material/Box';
import { type FC } from 'react';
import { useTranslate } from 'react-admin';
import { hasPage } from '../app/areas.js';
import { PageLoading } from '../app/page-loading.js';
import { useGraphql } from '../providers/use-graphql.js';
import { useCan, useMe } from '../providers/use-me.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { Page } from '../shared/page.js';
import { PageHead } from '../shared/page-head.js';
import { StatNumber } from '../shared/stat-number.js';
import { Checklist } from './checklist.js';
import { RecentChanges } from './recent-changes.js';
import { RecentReleases } from './recent-releases.js';
import { WaitingRequests } from './waiting-requests.js';
import { WaitingTasks } from './waiting-tasks.js';
import { figures, stepsFor, type Workbench, workbenchDocument } from './workbench.js';

/** What needs me now: numbers that lead to their lists, the work itself, the first-run path, what changed lately. */
const WorkbenchPage: FC = () => {
  const t = useTranslate();
  const me = useMe();
  const { can } = useCan();
  const query = useGraphql<{ workbench: Workbench }>(workbenchDocument, {}, { refetchInterval: 30_000 });
  if (query.error) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <PageLoading />;
  const { workbench } = query.data;
  const shown = figures.filter(({ id, permission }) => can(permission) && typeof workbench[id] === 'number');
  const steps = stepsFor(workbench.checklist ?? [], can);
  const showsReleases = can('audit.read') || can('models.manage');
  const isWide = workbench.recent !== undefined && (steps.length > 0 || showsReleases);
  return (
    <Page>
      <PageHead title={t(`workbench.greeting.${partOfDay(new Date())}`, { name: me?.name ?? '' })} subtitle={me?.roles.map((role) => t(`app.role.${role}`)).join(' · ')} />
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: 'repeat(auto-fill, minmax(176px, 1fr))' } }}>
        {shown.map(({ id, to, tone }) => {
          const value = workbench[id] ?? 0;
          return <StatNumber key={id} value={value} label={t(`workbench.figure.${id}`)} to={hasPage(to.split('?')[0]!) ? to : undefined} tone={value > 0 ? tone : undefined} />;
        })}
      </Box>
      <Box sx={{ mt: 4, display: 'grid', gap: 4, alignItems: 'start', gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {can('release.publish') && <WaitingRequests />}
        {can('cases.handle') && <WaitingTasks />}
        <Box sx={{ display: 'grid', gap: 4, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: isWide ? 'minmax(0, 1fr) minmax(0, 1fr)' : 'minmax(0, 1fr)' } }}>
          {steps.length > 0 && <Checklist steps={steps} />}
          {showsReleases && <RecentReleases />}
          {workbench.recent && <RecentChanges changes={workbench.recent} />}
        </Box>
      </Box>
    </Page>
  );
};

const partOfDay = (now: Date) => (now.getHours() < 12 ? 'morning' : now.getHours() < 18 ? 'afternoon' : 'evening');

export default WorkbenchPage;
