import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { DetailDrawer, DetailTable } from '../shared/detail-drawer.js';
import { JsonView } from '../shared/json-view.js';
import type { Operation } from '../shared/operation.js';
import { OperationProgress } from '../shared/operation-progress.js';
import { RelativeTime } from '../shared/relative-time.js';
import { OperationActions } from './operation-actions.js';
import { PersonName } from '../shared/small-texts.js';

/** One operation with its error and result. */
export const OperationDrawer: FC<{ operation: Operation; onClose: () => void }> = ({ operation, onClose }) => {
  const t = useTranslate();
  return (
    <DetailDrawer title={operation.title} onClose={onClose}>
      <Box sx={{ mb: 4 }}>
        <OperationProgress operation={operation} />
      </Box>
      {operation.error && (
        <Alert severity="error" sx={{ mb: 4 }}>
          {operation.error.message}
          <Typography variant="caption" color="text.secondary" component="div">
            {operation.error.code}
          </Typography>
        </Alert>
      )}
      <DetailTable
        rows={[
          [t('operations.kind'), <code key="kind">{operation.kind}</code>],
          [t('operations.by'), <PersonName key="by" person={operation.createdByName} />],
          [t('operations.createdAt'), <RelativeTime key="created" at={operation.createdAt} />],
          [t('operations.startedAt'), operation.startedAt && <RelativeTime key="started" at={operation.startedAt} />],
          [t('operations.finishedAt'), operation.finishedAt && <RelativeTime key="finished" at={operation.finishedAt} />],
          [t('operations.attempts'), `${operation.attempts} / ${operation.maxAttempts}`],
        ]}
      />
      {operation.result !== null && (
        <Box sx={{ mt: 4 }}>
          <Typography variant="h3" sx={{ mb: 1 }}>
            {t('operations.result')}
          </Typography>
          <JsonView value={operation.result} label={t('operations.result')} />
        </Box>
      )}
      <Box sx={{ mt: 4 }}>
        <OperationActions operation={operation} />
      </Box>
    </DetailDrawer>
  );
};
