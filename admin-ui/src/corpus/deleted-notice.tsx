import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { forwardRef } from 'react';
import { useCloseNotification, useTranslate } from 'react-admin';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { restoreUtterancesDocument } from './utterance.js';

/** Says how many utterances are deleted, and takes them back while it is shown. */
export const DeletedNotice = forwardRef<HTMLDivElement, { ids: string[] }>(({ ids }, ref) => {
  const t = useTranslate();
  const close = useCloseNotification();
  const restore = useGraphqlMutation<unknown>(restoreUtterancesDocument, { success: 'corpus.restored', onSuccess: close });
  return (
    <Alert
      ref={ref}
      severity="info"
      action={
        <Button variant="text" disabled={restore.isPending} onClick={() => restore.mutate({ ids })}>
          {t('shared.undo')}
        </Button>
      }
    >
      {t('corpus.deleted', { smart_count: ids.length })}
    </Alert>
  );
});
DeletedNotice.displayName = 'DeletedNotice';
