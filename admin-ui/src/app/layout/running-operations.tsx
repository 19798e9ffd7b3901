import PendingActions from '@mui/icons-material/PendingActionsOutlined';
import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import MuiLink from '@mui/material/Link';
import Popover from '@mui/material/Popover';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useGraphql, useSubscription } from '../../providers/use-graphql.js';
import { useCan } from '../../providers/use-me.js';
import { operationChangedDocument, runningOperationsDocument, type Operation } from '../../shared/operation.js';
import { OperationProgress } from '../../shared/operation-progress.js';

/** The person's running work, from any page. */
export const RunningOperations: FC = () => {
  const t = useTranslate();
  const client = useQueryClient();
  const canSeeAll = useCan().can('operations.read');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const operations = useGraphql<{ runningOperations: Operation[] }>(runningOperationsDocument, {}, { refetchInterval: 20_000 }).data?.runningOperations ?? [];
  useSubscription<{ operationChanged: Operation }>(operationChangedDocument, {}, ({ operationChanged: { state, startedAt, finishedAt } }) => {
    const hasJustBegun = state === 'QUEUED' || (startedAt !== null && Date.now() - Date.parse(startedAt) < 3_000);
    if (finishedAt || hasJustBegun) void client.invalidateQueries({ queryKey: ['graphql', runningOperationsDocument] });
  });
  // The server also gives what ended within the last minute, so that its result is seen; it does not count as running.
  const running = operations.filter(({ finishedAt }) => finishedAt === null).length;
  const label = running > 0 ? t('app.running.button', { smart_count: running }) : t('app.running.none');
  return (
    <>
      <Tooltip title={label}>
        <IconButton aria-label={label} aria-haspopup="dialog" onClick={(event) => setAnchor(event.currentTarget)}>
          <Badge badgeContent={running} color="primary">
            <PendingActions fontSize="small" />
          </Badge>
        </IconButton>
      </Tooltip>
      <Popover anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)} anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }} transformOrigin={{ vertical: 'top', horizontal: 'right' }}>
        <Box role="dialog" aria-label={t('app.running.title')} sx={{ width: 340, p: 4 }}>
          <Typography variant="h3" sx={{ mb: 2 }}>
            {t('app.running.title')}
          </Typography>
          {operations.length === 0 && <Typography color="text.secondary">{t('app.running.none')}</Typography>}
          {operations.map((operation) => (
            <Box key={operation.id} sx={{ py: 2, borderTop: 1, borderColor: 'divider' }}>
              <Typography noWrap>{operation.title}</Typography>
              <OperationProgress operation={operation} dense />
            </Box>
          ))}
          {canSeeAll && (
            <MuiLink component={Link} to="/operations" onClick={() => setAnchor(null)} sx={{ display: 'inline-block', mt: 2 }}>
              {t('app.running.all')}
            </MuiLink>
          )}
        </Box>
      </Popover>
    </>
  );
};
