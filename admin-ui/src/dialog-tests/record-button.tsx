import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { createItemDocument } from '../providers/config-item/config-item.js';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { useCan } from '../providers/use-me.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { proposeKey } from '../shared/config/create-item-dialog.js';
import { placeOf } from '../shared/place.js';
import { recordDialogTestDocument } from './dialog-test.js';

/** Keeps a conversation as a test. */
export const RecordButton: FC<{ session: string }> = ({ session }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const canWrite = useCan().can('config.write');
  const [title, setTitle] = useState<string | null>(null);
  // Two conversations may get one title.
  const key = `${proposeKey(title ?? '').slice(0, 50).replace(/-+$/, '') || 'test'}-${session.slice(0, 6)}`;
  const create = useGraphqlMutation(createItemDocument, { success: 'dialogTests.recorded', onSuccess: () => void navigate(placeOf('dialog-test', key)) });
  const record = useGraphqlMutation<{ recordDialogTest: { yaml: string } }>(recordDialogTestDocument, {
    onSuccess: ({ recordDialogTest }) => create.mutate({ input: { kind: 'dialog-test', key, body: { title: title?.trim() ?? '', description: '', text: recordDialogTest.yaml } } }),
  });
  if (!canWrite) return null;
  return (
    <>
      <Button variant="outlined" onClick={() => setTitle('')}>
        {t('dialogTests.record')}
      </Button>
      <ConfirmDialog open={title !== null} title={t('dialogTests.record')} action={t('dialogTests.record')} busy={record.isPending || create.isPending} disabled={!title?.trim()} onConfirm={() => record.mutate({ session })} onClose={() => setTitle(null)}>
        <Typography sx={{ mb: 2 }}>{t('dialogTests.recordHint')}</Typography>
        <TextField autoFocus fullWidth label={t('shared.item.title')} value={title ?? ''} onChange={(event) => setTitle(event.target.value)} />
      </ConfirmDialog>
    </>
  );
};
