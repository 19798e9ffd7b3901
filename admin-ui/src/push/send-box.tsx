import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { Sheet } from '../shared/page.js';
import { type Campaign, type CampaignReach, reached, sendCampaignDocument } from './push.js';

const reaches: CampaignReach[] = ['FITS', 'LIKELY'];

/** Who is told and what is said, and the sending itself. After it, those passed over because of the weekly limit can be told. */
export const SendBox: FC<{ campaign: Campaign }> = ({ campaign }) => {
  const t = useTranslate();
  const { counts, sentAt } = campaign;
  const [reach, setReach] = useState<CampaignReach>(campaign.reach);
  const [message, setMessage] = useState(campaign.message);
  const [isAsking, setIsAsking] = useState(false);
  const send = useGraphqlMutation<unknown>(sendCampaignDocument, { success: 'push.sending', onSuccess: () => setIsAsking(false) });
  const done = counts.sent + counts.skippedOptedOut + counts.skippedTold;
  const left = Math.max(0, reached(counts, reach) - done);
  if (sentAt && left === 0) return null;
  return (
    <Sheet sx={{ p: 4, mb: 4 }} label={t('push.send')}>
      <Typography variant="h2">{t(sentAt ? 'push.sendRest' : 'push.send')}</Typography>
      <RadioGroup value={reach} onChange={(_, next) => setReach(next as CampaignReach)} sx={{ mt: 1 }}>
        {reaches.map((one) => (
          <FormControlLabel key={one} value={one} control={<Radio size="small" />} label={t(`push.reach.${one}`, { n: reached(counts, one), likely: counts.likely })} />
        ))}
      </RadioGroup>
      <TextField fullWidth multiline minRows={2} margin="dense" label={t('push.message')} helperText={t('push.messageHint')} value={message} onChange={(event) => setMessage(event.target.value)} slotProps={{ htmlInput: { maxLength: 500 } }} />
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'center', mt: 2, flexWrap: 'wrap' }}>
        <Button variant="contained" disabled={left === 0 || send.isPending} onClick={() => setIsAsking(true)}>
          {t('push.sendTo', { n: left })}
        </Button>
        <Typography color="text.secondary">{t(left === 0 ? 'push.nobody' : 'push.sendHint')}</Typography>
      </Box>
      {isAsking && (
        <ConfirmDialog open title={t('push.sendTo', { n: left })} action={t('push.send')} busy={send.isPending} onClose={() => setIsAsking(false)} onConfirm={() => send.mutate({ id: campaign.id, input: { reach, message } })}>
          {t('push.confirm', { title: campaign.policyTitle, n: left })}
        </ConfirmDialog>
      )}
    </Sheet>
  );
};
