import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { forwardRef } from 'react';
import { useCloseNotification, useTranslate } from 'react-admin';
import { undeleteItemDocument } from '../../providers/config-item/config-item.js';
import { useGraphqlMutation } from '../../providers/use-graphql.js';

/** Says that an item is deleted, and takes it back while it is shown. */
export const DeletedNotice = forwardRef<HTMLDivElement, { kind: string; itemKey: string; title: string }>(({ kind, itemKey, title }, ref) => {
  const t = useTranslate();
  const close = useCloseNotification();
  const undelete = useGraphqlMutation<unknown>(undeleteItemDocument, { onSuccess: close });
  return (
    <Alert
      ref={ref}
      severity="info"
      action={
        <Button variant="text" disabled={undelete.isPending} onClick={() => undelete.mutate({ kind, key: itemKey })}>
          {t('shared.undo')}
        </Button>
      }
    >
      {t('shared.item.deleted', { title })}
    </Alert>
  );
});
DeletedNotice.displayName = 'DeletedNotice';
