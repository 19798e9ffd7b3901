import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemText from '@mui/material/ListItemText';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { RelativeTime } from '../shared/relative-time.js';
import { StatusChip } from '../shared/status-chip.js';
import { countsOf, eraseDocument, exportDocument, type DataSubject } from './privacy.js';

const shown = 8;

/** One person: what is held of him, and what he may demand. */
export const SubjectPanel: FC<{ subject: DataSubject }> = ({ subject }) => {
  const t = useTranslate();
  const [isErasing, setErasing] = useState(false);
  const [isAll, setAll] = useState(false);
  const hand = useGraphqlMutation<unknown>(exportDocument, { success: 'privacy.subject.exporting' });
  const { holdings } = subject;
  return (
    <Box component="section" aria-label={subject.name ?? subject.applicantId} sx={{ mt: 4, pt: 4, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="h3" component="h3">
          {subject.name ?? t('privacy.subject.noName')}
        </Typography>
        <Typography color="text.secondary">{subject.applicantId}</Typography>
        {subject.isPreview && <StatusChip tone="quiet" label={t('privacy.subject.preview')} />}
        <Box sx={{ flex: 1 }} />
        <Button variant="outlined" disabled={hand.isPending} onClick={() => hand.mutate({ id: subject.id })}>
          {t('privacy.subject.export')}
        </Button>
        <Button variant="outlined" color="error" onClick={() => setErasing(true)}>
          {t('privacy.subject.erase')}
        </Button>
      </Box>
      <Typography sx={{ mt: 1 }}>{countsOf(holdings).map(({ title, count }) => t('privacy.subject.count', { title, count })).join(t('shared.separator'))}</Typography>
      <List dense>
        {holdings.slice(0, isAll ? holdings.length : shown).map(({ id, kindTitle, title, at, keptBecause }) => (
          <ListItem key={id} disableGutters secondaryAction={keptBecause && <StatusChip tone="notice" label={t(`privacy.kept.${keptBecause}`, { _: keptBecause })} />}>
            <ListItemText primary={title} secondary={<>{kindTitle} · <RelativeTime at={at} /></>} />
          </ListItem>
        ))}
      </List>
      {holdings.length > shown && !isAll && <Button onClick={() => setAll(true)}>{t('privacy.subject.all', { count: holdings.length })}</Button>}
      {isErasing && <EraseDialog subject={subject} onClose={() => setErasing(false)} />}
    </Box>
  );
};

const EraseDialog: FC<{ subject: DataSubject; onClose: () => void }> = ({ subject, onClose }) => {
  const t = useTranslate();
  const [confirmation, setConfirmation] = useState('');
  const erase = useGraphqlMutation<unknown>(eraseDocument, { success: 'privacy.subject.erasing', onSuccess: onClose, onError: (error) => error.code === 'CONFIRMATION_WRONG' });
  const kept = countsOf(subject.holdings).filter((one) => one.kept > 0);
  return (
    <ConfirmDialog open danger title={t('privacy.erase.title', { name: subject.name ?? subject.applicantId })} action={t('privacy.erase.action')} busy={erase.isPending} disabled={confirmation.trim() === ''} onConfirm={() => erase.mutate({ id: subject.id, confirmation })} onClose={onClose}>
      <Typography sx={{ mb: 2 }}>{t('privacy.erase.hint')}</Typography>
      {kept.map(({ kind, title, kept: count }) => (
        <Typography key={kind} color="text.secondary" sx={{ mb: 2 }}>
          {t('privacy.erase.kept', { title, count })}
        </Typography>
      ))}
      <TextField fullWidth autoComplete="off" label={t(`privacy.erase.type.${subject.confirmBy}`)} value={confirmation} error={erase.error !== null} helperText={erase.error ? t('privacy.erase.wrong') : undefined} onChange={(event) => setConfirmation(event.target.value)} />
    </ConfirmDialog>
  );
};
