import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useGraphqlMutation } from '../../providers/use-graphql.js';
import { IntentPicker } from '../labels/intent-picker.js';
import { createUtterancesDocument } from '../utterance.js';
import { linesOf } from './lines-of.js';

interface Answer {
  createUtterances: { created: { id: string }[]; skipped: { text: string; code: string; message: string }[] };
}

/** The server takes so many at once; a longer list is a file for the import. */
const maxLines = 1_000;

/** Many texts of one intent (`into`, or one to be chosen), one a line; what could not be taken stays in the box with its reason. */
export const PasteDialog: FC<{ onClose: () => void; into?: string }> = ({ onClose, into }) => {
  const t = useTranslate();
  const notify = useNotify();
  const [intent, setIntent] = useState<string | null>(into ?? null);
  const [text, setText] = useState('');
  const [skipped, setSkipped] = useState<Answer['createUtterances']['skipped']>([]);
  const { lines, repeated } = linesOf(text);
  const create = useGraphqlMutation<Answer>(createUtterancesDocument, {
    onSuccess: ({ createUtterances: { created, skipped: left } }) => {
      notify('corpus.paste.added', { type: 'success', messageArgs: { smart_count: created.length } });
      if (left.length === 0) return onClose();
      setSkipped(left);
      setText(left.map((line) => line.text).join('\n'));
    },
  });
  const isTooMany = lines.length > maxLines;
  return (
    <Dialog open onClose={text.trim() ? undefined : onClose} maxWidth="sm" fullWidth aria-labelledby="paste-title">
      <DialogTitle id="paste-title">{t('corpus.paste.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 3 }}>
        <Typography color="text.secondary">{t('corpus.paste.hint')}</Typography>
        {!into && <IntentPicker label={t('corpus.intent.name')} value={intent} onChange={setIntent} autoFocus />}
        <TextField
          multiline
          minRows={6}
          maxRows={14}
          margin="none"
          label={t('corpus.paste.texts')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={isTooMany}
          helperText={isTooMany ? t('corpus.paste.tooMany', { limit: maxLines }) : `${t('corpus.paste.count', { smart_count: lines.length })}${repeated > 0 ? t('corpus.paste.repeated', { smart_count: repeated }) : ''}`}
        />
        {skipped.length > 0 && (
          <Alert severity="warning" sx={{ alignItems: 'flex-start' }}>
            {t('corpus.paste.skipped', { smart_count: skipped.length })}
            <Box component="ul" sx={{ m: 0, pl: 5, maxHeight: 160, overflow: 'auto' }}>
              {skipped.map((line) => (
                <li key={line.text}>
                  {line.text}
                  <Typography component="span" variant="caption" color="text.secondary" sx={{ ml: 2 }}>
                    {line.message}
                  </Typography>
                </li>
              ))}
            </Box>
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" onClick={onClose}>
          {t('shared.cancel')}
        </Button>
        <Button variant="contained" disabled={!intent || lines.length === 0 || isTooMany || create.isPending} onClick={() => create.mutate({ input: { intent, texts: lines } })}>
          {t('corpus.paste.add', { smart_count: lines.length })}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
