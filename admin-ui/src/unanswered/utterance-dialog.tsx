import TextField from '@mui/material/TextField';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { IntentPicker } from '../corpus/labels/intent-picker.js';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { addQuestionUtteranceDocument, type Question } from './question.js';

/** Makes an example of an intent out of a question. */
export const UtteranceDialog: FC<{ question: Question; onClose: () => void }> = ({ question, onClose }) => {
  const t = useTranslate();
  const [text, setText] = useState(question.text);
  const [intent, setIntent] = useState<string | null>(null);
  const add = useGraphqlMutation(addQuestionUtteranceDocument, { success: 'unanswered.added', onSuccess: onClose });
  return (
    <ConfirmDialog open title={t('unanswered.toUtterance')} action={t('unanswered.add')} busy={add.isPending} disabled={intent === null || text.trim() === ''} onConfirm={() => intent && add.mutate({ id: question.id, intent, text: text.trim() })} onClose={onClose}>
      <TextField fullWidth multiline maxRows={4} label={t('unanswered.text')} value={text} onChange={(event) => setText(event.target.value)} slotProps={{ htmlInput: { maxLength: 500 } }} sx={{ mb: 2 }} />
      <IntentPicker label={t('unanswered.intent')} value={intent} onChange={setIntent} autoFocus helperText={t('unanswered.addHint')} />
    </ConfirmDialog>
  );
};
