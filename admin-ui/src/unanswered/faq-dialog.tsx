import TextField from '@mui/material/TextField';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { createItemDocument } from '../providers/config-item/config-item.js';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { placeOf } from '../shared/place.js';
import { proposeKey } from '../shared/config/create-item-dialog.js';
import { settleQuestionDocument, type Question } from './question.js';

/** Makes a question with its answer out of what nobody could answer; it is a draft until it is published. */
export const FaqDialog: FC<{ question: Question; onClose: () => void }> = ({ question, onClose }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const [title, setTitle] = useState(question.text);
  const [answer, setAnswer] = useState('');
  // Two questions may begin alike; the number keeps their keys apart.
  const [key] = useState(() => `${proposeKey(question.text).slice(0, 50).replace(/-+$/, '') || 'faq'}-${question.id.slice(0, 6)}`);
  const settle = useGraphqlMutation(settleQuestionDocument, { success: 'unanswered.faqMade', onSuccess: () => void navigate(placeOf('faq', key)) });
  const create = useGraphqlMutation(createItemDocument, { onSuccess: () => settle.mutate({ id: question.id, outcome: 'faq', key }) });
  const body = { title: title.trim(), similar: [], answer: answer.trim(), services: question.service ? [question.service.key] : [], themes: [], validFrom: null, validTo: null, source: '' };
  return (
    <ConfirmDialog open wide title={t('unanswered.toFaq')} action={t('unanswered.makeFaq')} busy={create.isPending || settle.isPending} disabled={!title.trim() || !answer.trim()} onConfirm={() => create.mutate({ input: { kind: 'faq', key, body } })} onClose={onClose}>
      <TextField fullWidth margin="dense" multiline maxRows={4} label={t('unanswered.text')} value={title} onChange={(event) => setTitle(event.target.value)} slotProps={{ htmlInput: { maxLength: 200 } }} />
      <TextField autoFocus fullWidth margin="dense" multiline minRows={4} maxRows={12} label={t('unanswered.answer')} helperText={t('unanswered.faqHint')} value={answer} onChange={(event) => setAnswer(event.target.value)} slotProps={{ htmlInput: { maxLength: 2_000 } }} />
    </ConfirmDialog>
  );
};
