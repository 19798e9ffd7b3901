import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphql, useGraphqlMutation } from '../providers/use-graphql.js';
import { cancelOperationDocument, type Operation, retryOperationDocument } from '../shared/operation.js';
import { OperationProgress } from '../shared/operation-progress.js';
import { Sheet } from '../shared/page.js';
import { pushOperationDocument } from './push.js';

/** What works on the campaign, with the way to stop it. Should no message come, the page looks by itself. */
export const CampaignWork: FC<{ id: string; onFinished: () => void }> = ({ id, onFinished }) => {
  const t = useTranslate();
  const query = useGraphql<{ operation: Operation | null }>(pushOperationDocument, { id }, { refetchInterval: 5_000 });
  const cancel = useGraphqlMutation<unknown>(cancelOperationDocument);
  const retry = useGraphqlMutation<unknown>(retryOperationDocument);
  const operation = query.data?.operation;
  if (!operation) return null;
  return (
    <Sheet sx={{ p: 4, mb: 4 }} label={operation.title}>
      <Typography sx={{ mb: 2 }}>{operation.title}</Typography>
      <OperationProgress operation={operation} onFinished={onFinished} />
      {operation.error && <Typography color="error.main">{operation.error.message}</Typography>}
      <Box sx={{ mt: 2, display: 'flex', gap: 2 }}>
        {operation.canCancel && (
          <Button variant="outlined" disabled={cancel.isPending} onClick={() => cancel.mutate({ id })}>
            {t('push.stop')}
          </Button>
        )}
        {operation.canRetry && (
          <Button variant="outlined" disabled={retry.isPending} onClick={() => retry.mutate({ id })}>
            {t('push.retry')}
          </Button>
        )}
      </Box>
    </Sheet>
  );
};
