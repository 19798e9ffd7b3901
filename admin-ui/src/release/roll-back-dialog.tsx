import Skeleton from '@mui/material/Skeleton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useGraphql, useGraphqlMutation } from '../providers/use-graphql.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { BundleChanges } from './bundle-changes.js';
import { channelDocument, rollBackDocument, type Bundle, type Channel, type ChannelName } from './release.js';

interface RollBackDialogProps {
  channel: ChannelName;
  /** Hash of the bundle to go back to. */
  to: string;
  /** Its number, where it is known. */
  n?: number;
  onClose: () => void;
  onDone?: () => void;
}

/** Points the channel back, after showing what will be different for its readers. */
export const RollBackDialog: FC<RollBackDialogProps> = ({ channel: name, to, n, onClose, onDone }) => {
  const t = useTranslate();
  const notify = useNotify();
  const [note, setNote] = useState('');
  const channel = useGraphql<{ channel: Channel }>(channelDocument, { name });
  const rollBack = useGraphqlMutation<{ rollBack: { bundle: Bundle } }>(rollBackDocument, {
    onSuccess: ({ rollBack: { bundle } }) => {
      notify(t('release.rollBack.done', { channel: t(`release.channels.${name}`), n: bundle.n }), { type: 'success' });
      onDone?.();
      onClose();
    },
  });
  const now = channel.data?.channel;
  const title = n === undefined ? t('release.rollBack.undoTitle') : t('release.rollBack.title', { channel: t(`release.channels.${name}`), n });
  return (
    <ConfirmDialog
      open
      wide
      title={title}
      action={t('release.rollBack.action')}
      busy={rollBack.isPending || !now}
      onClose={onClose}
      onConfirm={() => now && rollBack.mutate({ input: { channel: name, baseRev: now.rev, bundle: to, note: note.trim() } })}
    >
      <Typography sx={{ mb: 3 }}>{t('release.rollBack.hint')}</Typography>
      {channel.error ? <ErrorPanel error={channel.error} onRetry={() => void channel.refetch()} /> : now ? <BundleChanges from={now.bundle?.sha256 ?? null} to={to} /> : <Skeleton variant="rounded" height={120} />}
      <TextField fullWidth autoFocus margin="normal" label={t('release.rollBack.note')} value={note} onChange={(event) => setNote(event.target.value)} slotProps={{ htmlInput: { maxLength: 500 } }} />
    </ConfirmDialog>
  );
};
