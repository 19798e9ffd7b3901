import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Collapse from '@mui/material/Collapse';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { useCan, useMe } from '../providers/use-me.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { RelativeTime } from '../shared/relative-time.js';
import { StatusChip, type Tone } from '../shared/status-chip.js';
import { approveDocument, rejectDocument, withdrawDocument, type PublishResult, type ReleaseRequest, type RequestState } from './release.js';
import { RequestItems } from './request-items.js';

const tones: Record<RequestState, Tone> = { OPEN: 'info', PUBLISHED: 'good', REJECTED: 'bad', WITHDRAWN: 'quiet' };

/** One request: who asks for what and why; the second person decides, the first may withdraw. */
export const RequestRow: FC<{ request: ReleaseRequest; onResult: (result: PublishResult) => void }> = ({ request, onResult }) => {
  const t = useTranslate();
  const me = useMe();
  const { can } = useCan();
  const [isOpen, setIsOpen] = useState(false);
  const [deciding, setDeciding] = useState<'approve' | 'reject' | null>(null);
  const [reason, setReason] = useState('');
  const close = () => setDeciding(null);
  const approve = useGraphqlMutation<{ approveRelease: PublishResult }>(approveDocument, {
    onSuccess: (data) => {
      close();
      onResult(data.approveRelease);
    },
    onError: () => {
      close();
      return false;
    },
  });
  const reject = useGraphqlMutation(rejectDocument, { success: 'release.requests.rejected', onSuccess: close });
  const withdraw = useGraphqlMutation(withdrawDocument, { success: 'release.requests.withdrawn' });
  const isMine = request.requestedBy === me?.id;
  const isOpenState = request.state === 'OPEN';
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', px: 4, py: 3 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <StatusChip tone={tones[request.state]} label={t(`release.requests.state.${request.state}`)} />
        <Typography sx={{ fontWeight: 600 }}>{request.note}</Typography>
        <Typography variant="caption" color="text.secondary" sx={{ flex: 1 }}>
          {t('release.requests.by', { name: request.requestedByName, count: request.items.length })} · <RelativeTime at={request.requestedAt} />
        </Typography>
        <Button variant="text" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t(isOpen ? 'release.requests.hide' : 'release.requests.show')}
        </Button>
        {isOpenState && isMine && can('release.request') && (
          <Button variant="outlined" disabled={withdraw.isPending} onClick={() => withdraw.mutate({ id: request.id })}>
            {t('release.requests.withdraw')}
          </Button>
        )}
        {isOpenState && !isMine && can('release.publish') && (
          <>
            <Button variant="outlined" onClick={() => setDeciding('reject')}>
              {t('release.requests.reject')}
            </Button>
            <Button variant="outlined" color="primary" onClick={() => setDeciding('approve')}>
              {t('release.requests.approve')}
            </Button>
          </>
        )}
      </Box>
      {request.reason && (
        <Typography variant="caption" color="text.secondary" component="p">
          {t('release.requests.reason', { reason: request.reason })}
        </Typography>
      )}
      {request.decidedAt && (
        <Typography variant="caption" color="text.secondary" component="p">
          {t('release.requests.decided', { name: request.decidedByName ?? '' })} · <RelativeTime at={request.decidedAt} />
          {request.decisionReason && ` · ${request.decisionReason}`}
        </Typography>
      )}
      <Collapse in={isOpen} unmountOnExit>
        <RequestItems request={request} />
      </Collapse>
      <ConfirmDialog open={deciding === 'approve'} title={t('release.requests.approveTitle')} action={t('release.requests.approve')} busy={approve.isPending} onClose={close} onConfirm={() => approve.mutate({ id: request.id })}>
        <Typography sx={{ mb: 2 }}>{t('release.requests.approveHint', { channel: t(`release.channels.${request.channel}`), count: request.items.length, name: request.requestedByName })}</Typography>
        <RequestItems request={request} />
      </ConfirmDialog>
      <ConfirmDialog open={deciding === 'reject'} title={t('release.requests.rejectTitle')} action={t('release.requests.reject')} danger busy={reject.isPending} disabled={!reason.trim()} onClose={close} onConfirm={() => reject.mutate({ id: request.id, reason: reason.trim() })}>
        <TextField autoFocus fullWidth multiline minRows={2} label={t('release.requests.rejectReason')} value={reason} onChange={(event) => setReason(event.target.value)} slotProps={{ htmlInput: { maxLength: 500 } }} />
      </ConfirmDialog>
    </Box>
  );
};
