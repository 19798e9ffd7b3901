import Schedule from '@mui/icons-material/ScheduleOutlined';
import Warning from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { RelativeTime } from '../shared/relative-time.js';
import { StatusChip, type Tone } from '../shared/status-chip.js';
import type { CaseState, TaskState } from './case.js';
import { urgencyOf } from './urgency.js';

const caseTones: Record<CaseState, Tone> = { RUNNING: 'info', INCIDENT: 'bad', COMPLETED: 'good', CANCELLED: 'quiet' };
const taskTones: Record<TaskState, Tone> = { OPEN: 'notice', CLAIMED: 'info', COMPLETED: 'good', CANCELLED: 'quiet' };

export const CaseStateChip: FC<{ state: CaseState; result: string | null }> = ({ state, result }) => {
  const t = useTranslate();
  const isRefused = state === 'COMPLETED' && result !== null && result !== 'granted';
  return <StatusChip tone={isRefused ? 'notice' : caseTones[state]} label={result ? `${t(`cases.state.${state}`)} · ${t(`cases.result.${result}`)}` : t(`cases.state.${state}`)} />;
};

export const TaskStateChip: FC<{ state: TaskState }> = ({ state }) => {
  const t = useTranslate();
  return <StatusChip tone={taskTones[state]} label={t(`cases.taskState.${state}`)} />;
};

/** How long a task waits, coloured and marked when it is long. */
export const Waited: FC<{ since: string }> = ({ since }) => {
  const t = useTranslate();
  const urgency = urgencyOf(since, new Date());
  const colour = { fresh: 'text.secondary', waiting: 'warning.main', late: 'error.main' }[urgency];
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, color: colour }}>
      {urgency === 'fresh' ? <Schedule sx={{ fontSize: 15 }} /> : <Warning sx={{ fontSize: 15 }} titleAccess={t(`cases.urgency.${urgency}`)} />}
      <RelativeTime at={since} />
    </Box>
  );
};
