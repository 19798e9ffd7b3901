import Button from '@mui/material/Button';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { cancelOperationDocument, type Operation, retryOperationDocument } from '../shared/operation.js';

/** Cancel what runs, retry what failed: only where the person may. */
export const OperationActions: FC<{ operation: Operation }> = ({ operation }) => {
  const t = useTranslate();
  const cancel = useGraphqlMutation<unknown>(cancelOperationDocument, { success: 'operations.cancelling' });
  const retry = useGraphqlMutation<unknown>(retryOperationDocument, { success: 'operations.retrying' });
  return (
    <span onClick={(event) => event.stopPropagation()}>
      {operation.canCancel && (
        <Button variant="text" disabled={cancel.isPending} onClick={() => cancel.mutate({ id: operation.id })}>
          {t('shared.cancel')}
        </Button>
      )}
      {operation.canRetry && (
        <Button variant="text" disabled={retry.isPending} onClick={() => retry.mutate({ id: operation.id })}>
          {t('shared.retry')}
        </Button>
      )}
    </span>
  );
};
