import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { parsePasted } from '../shared/list/csv.js';
import { type DictionaryEntry, mergePasted } from './dictionary.js';

/** Rows out of Excel or WPS become entries; says beforehand what will happen. */
export const PasteDialog: FC<{ entries: DictionaryEntry[]; onPaste: (entries: DictionaryEntry[]) => void; onClose: () => void }> = ({ entries, onPaste, onClose }) => {
  const t = useTranslate();
  const [text, setText] = useState('');
  const result = useMemo(() => mergePasted(entries, parsePasted(text)), [entries, text]);
  return (
    <ConfirmDialog
      open
      wide
      title={t('dictionaries.paste')}
      action={t('dictionaries.pasteAction')}
      disabled={result.added + result.replaced === 0}
      onClose={onClose}
      onConfirm={() => {
        onPaste(result.entries);
        onClose();
      }}
    >
      <TextField autoFocus multiline rows={10} fullWidth margin="dense" label={t('dictionaries.pasteLabel')} helperText={t('dictionaries.pasteHint')} value={text} onChange={(event) => setText(event.target.value)} />
      <Typography role="status" sx={{ mt: 2 }}>
        {text && t('dictionaries.pasteResult', { added: result.added, replaced: result.replaced, skipped: result.skipped.length })}
      </Typography>
    </ConfirmDialog>
  );
};
