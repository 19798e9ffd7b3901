import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { cancelDocument } from './case.js';

/** Ends a case as withdrawn, with a reason that its history keeps. */
export const CancelButton: FC<{ id: string; number: string }> = ({ id, number }) => {
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const cancel = useGraphqlMutation(cancelDocument, { success: 'cases.cancelled', onSuccess: () => setIsOpen(false) });
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setIsOpen(true)}>
        {t('cases.cancel')}
      </Button>
      <ConfirmDialog open={isOpen} danger title={t('cases.cancelTitle', { number })} action={t('cases.cancel')} busy={cancel.isPending} disabled={!reason.trim()} onConfirm={() => cancel.mutate({ id, reason: reason.trim() })} onClose={() => setIsOpen(false)}>
        <Typography sx={{ mb: 2 }}>{t('cases.cancelHint')}</Typography>
        <TextField autoFocus fullWidth multiline minRows={2} label={t('cases.cancelReason')} value={reason} onChange={(event) => setReason(event.target.value)} slotProps={{ htmlInput: { maxLength: 2000 } }} />
      </ConfirmDialog>
    </>
  );
};
