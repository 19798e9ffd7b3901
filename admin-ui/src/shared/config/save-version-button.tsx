import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { type FC, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { ConfirmDialog } from '../confirm-dialog.js';
import { useErrorText } from '../error-text.js';

/** Makes a version of the draft, with a note that says what changed. */
export const SaveVersionButton: FC<{ edited: EditedItem<unknown> }> = ({ edited }) => {
  const t = useTranslate();
  const notify = useNotify();
  const errorText = useErrorText();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [note, setNote] = useState('');

  const save = async () => {
    setBusy(true);
    try {
      await edited.saveVersion(note.trim());
      notify('shared.version.saved', { type: 'success' });
      setOpen(false);
      setNote('');
    } catch (error) {
      notify(errorText(error), { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button variant="outlined" disabled={edited.isReadOnly || (!edited.item.draft.changed && !edited.isDirty)} onClick={() => setOpen(true)}>
        {t('shared.version.save')}
      </Button>
      <ConfirmDialog open={open} title={t('shared.version.save')} action={t('shared.version.save')} busy={busy} disabled={!note.trim()} onClose={() => setOpen(false)} onConfirm={() => void save()}>
        <TextField autoFocus fullWidth multiline minRows={2} margin="dense" label={t('shared.version.note')} helperText={t('shared.version.noteHint')} value={note} onChange={(event) => setNote(event.target.value)} />
      </ConfirmDialog>
    </>
  );
};
