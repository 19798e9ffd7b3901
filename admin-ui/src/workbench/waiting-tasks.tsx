import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { claimDocument, inboxChangedDocument, tasksResource, type TaskRow } from '../cases/case.js';
import { Waited } from '../cases/state-chips.js';
import { useGraphql, useGraphqlMutation, useSubscription } from '../providers/use-graphql.js';
import { EmptyState } from '../shared/empty-state.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { Sheet } from '../shared/page.js';
import { KeyText } from '../shared/small-texts.js';
import { StatusChip } from '../shared/status-chip.js';

const shown = 8;

/** A clerk's work: what he holds and what he may claim, the oldest first, each one press away. */
export const WaitingTasks: FC = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const query = useGraphql<{ tasks: { items: TaskRow[]; totalItems: number } }>(tasksResource.list, { skip: 0, take: shown, sort: { field: 'createdAt', order: 'ASC' }, filter: { waiting: true } });
  useSubscription(inboxChangedDocument, {}, () => void query.refetch());
  const claim = useGraphqlMutation(claimDocument, { success: 'cases.claimed' });
  if (query.error) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  const page = query.data?.tasks;
  const pathOf = (task: TaskRow) => `/cases/${task.case.id}?task=${task.id}`;
  const take = (task: TaskRow) => claim.mutate({ id: task.id, rev: task.rev }, { onSuccess: () => void navigate(pathOf(task)) });
  return (
    <Sheet label={t('workbench.waiting.title')}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 3, px: 5, pt: 4, pb: 2 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {t('workbench.waiting.title')}
        </Typography>
        {page && page.totalItems > 0 && (
          <MuiLink component={Link} to="/tasks">
            {t('workbench.waiting.all', { smart_count: page.totalItems })}
          </MuiLink>
        )}
      </Box>
      {!page && <Skeleton variant="rounded" height={160} sx={{ mx: 5, mb: 5 }} />}
      {page?.totalItems === 0 && <EmptyState dense title={t('cases.noTasks')} hint={t('cases.noTasksHint')} />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {page?.items.map((task) => (
          <Box component="li" key={task.id} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 4, rowGap: 1, px: 5, py: 2, minHeight: 56, borderTop: 1, borderColor: 'divider' }}>
            <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
              <MuiLink component={Link} to={pathOf(task)} sx={{ fontWeight: 600 }}>
                {task.case.serviceTitle} · {task.title}
              </MuiLink>
              <Typography variant="caption" color="text.secondary" component="div">
                {task.case.applicantName} · <KeyText value={task.case.number} />
              </Typography>
            </Box>
            {task.case.isPreview && <StatusChip tone="quiet" label={t('cases.preview')} />}
            <Box sx={{ minWidth: 96 }}>
              <Waited since={task.createdAt} />
            </Box>
            <Box sx={{ minWidth: 88, textAlign: 'right' }}>
              {task.canClaim ? (
                <Button variant="outlined" disabled={claim.isPending} onClick={() => take(task)}>
                  {t('cases.claim')}
                </Button>
              ) : (
                <Button variant="outlined" component={Link} to={pathOf(task)}>
                  {t('workbench.waiting.goOn')}
                </Button>
              )}
            </Box>
          </Box>
        ))}
      </Box>
    </Sheet>
  );
};
