import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { answerConversationDocument, endConversationDocument, handBackDocument } from './desk.js';

const maxLength = 2_000;

/** The clerk's words; and the two ways out: back to the assistant, with a note that it says, or the end. */
export const AnswerBar: FC<{ id: string }> = ({ id }) => {
  const t = useTranslate();
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const [asking, setAsking] = useState<'back' | 'end' | null>(null);
  const answer = useGraphqlMutation(answerConversationDocument, { onSuccess: () => setText('') });
  const back = useGraphqlMutation(handBackDocument, { success: 'desk.handedBack', onSuccess: () => setAsking(null) });
  const end = useGraphqlMutation(endConversationDocument, { success: 'desk.ended', onSuccess: () => setAsking(null) });
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() && !answer.isPending) answer.mutate({ id, text: text.trim() });
  };
  return (
    <Box component="form" onSubmit={send} sx={{ px: 4, py: 3, borderTop: 1, borderColor: 'divider', display: 'grid', gap: 2 }}>
      <TextField
        autoFocus
        multiline
        minRows={2}
        maxRows={8}
        fullWidth
        margin="none"
        label={t('desk.answer')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
        slotProps={{ htmlInput: { maxLength } }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Button type="submit" variant="contained" disabled={!text.trim() || answer.isPending}>
          {t('desk.send')}
        </Button>
        <Box sx={{ flex: 1 }}>
          <Typography variant="caption" color="text.secondary" sx={{ display: { xs: 'none', sm: 'block' } }}>
            {t('desk.sendKeys')}
          </Typography>
        </Box>
        <Button variant="outlined" onClick={() => setAsking('back')}>
          {t('desk.handBack')}
        </Button>
        <Button variant="outlined" onClick={() => setAsking('end')}>
          {t('desk.end')}
        </Button>
      </Box>
      <ConfirmDialog open={asking === 'back'} title={t('desk.handBack')} action={t('desk.handBack')} busy={back.isPending} onConfirm={() => back.mutate({ id, note: note.trim() || null })} onClose={() => setAsking(null)}>
        <Typography sx={{ mb: 2 }}>{t('desk.handBackHint')}</Typography>
        <TextField autoFocus fullWidth multiline minRows={2} maxRows={6} label={t('desk.noteLabel')} value={note} onChange={(event) => setNote(event.target.value)} slotProps={{ htmlInput: { maxLength: 500 } }} />
      </ConfirmDialog>
      <ConfirmDialog open={asking === 'end'} title={t('desk.end')} action={t('desk.end')} danger busy={end.isPending} onConfirm={() => end.mutate({ id })} onClose={() => setAsking(null)}>
        <Typography>{t('desk.endHint')}</Typography>
      </ConfirmDialog>
    </Box>
  );
};
