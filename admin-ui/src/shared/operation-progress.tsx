import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSubscription } from '../providers/use-graphql.js';
import { operationChangedDocument, type Operation, type OperationState } from './operation.js';
import { StatusChip, type Tone } from './status-chip.js';

const tones: Record<OperationState, Tone> = { QUEUED: 'quiet', RUNNING: 'info', SUCCEEDED: 'good', FAILED: 'bad', CANCELLED: 'quiet' };

export const OperationStateChip: FC<{ state: OperationState }> = ({ state }) => {
  const t = useTranslate();
  return <StatusChip tone={tones[state]} label={t(`shared.operation.${state}`)} />;
};

/** How far a long work is, live. `onFinished` hears the end of it once. */
export const OperationProgress: FC<{ operation: Operation; onFinished?: (operation: Operation) => void; dense?: boolean }> = ({ operation, onFinished, dense }) => {
  const t = useTranslate();
  const [live, setLive] = useState<Operation | null>(null);
  useSubscription<{ operationChanged: Operation }>(operationChangedDocument, { id: operation.id }, ({ operationChanged }) => {
    setLive(operationChanged);
    if (operationChanged.finishedAt) onFinished?.(operationChanged);
  });
  // A page read after the last message is newer than it.
  const shown = operation.finishedAt || !live ? operation : live;
  const share = shown.progress ?? 0;
  const isBusy = shown.state === 'RUNNING' || shown.state === 'QUEUED';
  return (
    <Box aria-live="polite" sx={{ minWidth: 120 }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
        {(shown.state !== 'RUNNING' || !dense) && <OperationStateChip state={shown.state} />}
        {shown.state === 'RUNNING' && (
          <>
            <LinearProgress variant={shown.progress === null ? 'indeterminate' : 'determinate'} value={share * 100} aria-label={shown.title} sx={{ flex: 1, minWidth: 60 }} />
            {shown.progress !== null && (
              <Typography variant="caption" color="text.secondary">
                {Math.round(share * 100)}%
              </Typography>
            )}
          </>
        )}
      </Box>
      {isBusy && shown.step && (
        <Typography variant="caption" color="text.secondary" noWrap component="div">
          {stepText(shown.step, t)}
        </Typography>
      )}
    </Box>
  );
};

/** A step that the server names by its code, in words; `name` is what follows the colon. What has no words stands as it is. */
function stepText(step: string, t: (key: string, options: object) => string): string {
  const [code, ...rest] = step.split(':');
  return /^[a-z-]+$/.test(code!) ? t(`shared.step.${code}`, { name: rest.join(':'), _: step }) : step;
}
