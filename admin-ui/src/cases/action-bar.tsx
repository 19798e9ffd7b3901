import type { FormData } from '@banshi/forms';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ApiError } from '../providers/graphql.js';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { claimDocument, completeDocument, releaseTaskDocument, type CaseTask, type Outcome } from './case.js';
import { missingComment } from './urgency.js';

interface ActionBarProps {
  task: CaseTask;
  holds: boolean;
  /** Fields that were changed and are sent along. */
  changed: FormData;
  onRefused: (error: ApiError) => boolean;
}

/** The actions that the step allows: claim, or one of its outcomes; each said once more before it is done. */
export const ActionBar: FC<ActionBarProps> = ({ task, holds, changed, onRefused }) => {
  const t = useTranslate();
  const [chosen, setChosen] = useState<Outcome | 'complete' | null>(null);
  const [comment, setComment] = useState('');
  const close = () => setChosen(null);
  const onError = (error: ApiError) => {
    close();
    return onRefused(error);
  };
  const claim = useGraphqlMutation(claimDocument, { success: 'cases.claimed', onError });
  const release = useGraphqlMutation(releaseTaskDocument, { success: 'cases.released', onError });
  const complete = useGraphqlMutation(completeDocument, { success: 'cases.completed', onSuccess: close, onError });
  const isBusy = claim.isPending || release.isPending || complete.isPending;
  const outcome = chosen === 'complete' ? null : chosen;
  const count = Object.keys(changed).length;
  const send = () => complete.mutate({ input: { id: task.id, rev: task.rev, outcome: outcome?.value ?? null, comment: comment.trim() || null, ...(count > 0 && { data: changed }) } });
  return (
    <Box role="toolbar" aria-label={t('cases.actions')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', px: 4, py: 3, borderTop: 1, borderColor: 'divider', position: 'sticky', bottom: 0, bgcolor: 'background.paper', zIndex: 1 }}>
      {!holds ? (
        <Button variant="contained" disabled={isBusy || !task.canClaim} onClick={() => claim.mutate({ id: task.id, rev: task.rev })}>
          {t('cases.claim')}
        </Button>
      ) : (
        <>
          {task.outcomes.length === 0 ? (
            <Button variant="contained" disabled={isBusy} onClick={() => setChosen('complete')}>
              {t('cases.complete')}
            </Button>
          ) : (
            task.outcomes.map((each, index) => (
              <Button key={each.value} variant={index === 0 ? 'contained' : 'outlined'} disabled={isBusy} onClick={() => setChosen(each)}>
                {each.title}
              </Button>
            ))
          )}
          <Box sx={{ flex: 1 }} />
          <Button variant="text" disabled={isBusy} onClick={() => release.mutate({ id: task.id, rev: task.rev })}>
            {t('cases.release')}
          </Button>
        </>
      )}
      <ConfirmDialog open={chosen !== null} title={t('cases.confirmTitle', { task: task.title, outcome: outcome?.title ?? t('cases.complete') })} action={outcome?.title ?? t('cases.complete')} busy={isBusy} disabled={missingComment(outcome, comment)} onConfirm={send} onClose={close}>
        <Typography sx={{ mb: 2 }}>{count > 0 ? t('cases.confirmChanged', { smart_count: count }) : t('cases.confirmHint')}</Typography>
        <TextField autoFocus fullWidth multiline minRows={2} maxRows={8} label={t(outcome?.requireComment ? 'cases.commentRequired' : 'cases.comment')} required={outcome?.requireComment ?? false} value={comment} onChange={(event) => setComment(event.target.value)} slotProps={{ htmlInput: { maxLength: 2000 } }} />
      </ConfirmDialog>
    </Box>
  );
};
