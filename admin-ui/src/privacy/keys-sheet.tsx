import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphql, useGraphqlMutation } from '../providers/use-graphql.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { Sheet } from '../shared/page.js';
import { RelativeTime } from '../shared/relative-time.js';
import { StatusChip } from '../shared/status-chip.js';
import { keysDocument, rotateDocument, type PrivacyKeys } from './privacy.js';

const refreshMs = 3_000;

/** Under which keys personal data lie. Keys themselves are never shown. */
export const KeysSheet: FC = () => {
  const t = useTranslate();
  const [isAsking, setAsking] = useState(false);
  const [withMaster, setWithMaster] = useState(false);
  const query = useGraphql<{ privacyKeys: PrivacyKeys }>(keysDocument);
  const keys = query.data?.privacyKeys;
  const isRotating = keys !== undefined && (keys.previousMasters > 0 || keys.dataKeys.some(({ retiredAt }) => retiredAt !== null));
  useGraphql(keysDocument, {}, { enabled: isRotating, refetchInterval: refreshMs });
  const rotate = useGraphqlMutation<unknown>(rotateDocument, { success: 'privacy.keys.started', onSuccess: () => setAsking(false) });
  if (query.error) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Sheet sx={{ p: 6, mt: 4 }} label={t('privacy.keys.title')}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {t('privacy.keys.title')}
        </Typography>
        <Button variant="outlined" disabled={!keys || keys.dataKeys.length === 0} onClick={() => setAsking(true)}>
          {t('privacy.keys.rotate')}
        </Button>
      </Box>
      <Typography color="text.secondary">{t('privacy.keys.hint')}</Typography>
      {keys && (
        <>
          <Alert severity="warning" sx={{ mt: 3 }}>
            {t(`privacy.keys.backup.${keys.masterSource}`)}
          </Alert>
          <Typography sx={{ mt: 3 }}>
            {t('privacy.keys.master')} <code>{keys.masterFingerprint ?? '—'}</code>
          </Typography>
          {keys.dataKeys.map(({ id, purpose, createdAt, retiredAt, records, isCurrent }) => (
            <Box key={id} sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap', mt: 1 }}>
              <Typography>{t(`privacy.keys.purpose.${purpose}`)}</Typography>
              <code>{id.slice(0, 8)}</code>
              <Typography color="text.secondary">
                <RelativeTime at={createdAt} />
                {purpose === 'record' && ` · ${t('privacy.keys.records', { count: records })}`}
              </Typography>
              {retiredAt ? <StatusChip tone="info" label={t('privacy.keys.retired')} /> : isCurrent ? <StatusChip tone="good" label={t('privacy.keys.active')} /> : <StatusChip tone="notice" label={t('privacy.keys.oldMaster')} />}
            </Box>
          ))}
        </>
      )}
      <ConfirmDialog open={isAsking} title={t('privacy.keys.rotateTitle')} action={t('privacy.keys.rotate')} busy={rotate.isPending} onConfirm={() => rotate.mutate({ master: withMaster })} onClose={() => setAsking(false)}>
        <Typography>{t('privacy.keys.rotateHint')}</Typography>
        <FormControlLabel label={t('privacy.keys.withMaster')} control={<Switch checked={withMaster} onChange={(_, isOn) => setWithMaster(isOn)} />} />
        {withMaster && <Alert severity="warning">{t('privacy.keys.withMasterHint')}</Alert>}
      </ConfirmDialog>
    </Sheet>
  );
};
