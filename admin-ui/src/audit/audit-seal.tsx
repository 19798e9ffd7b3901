import VerifiedUser from '@mui/icons-material/VerifiedUserOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphql, useGraphqlMutation } from '../providers/use-graphql.js';
import { RelativeTime } from '../shared/relative-time.js';
import { type AuditStatus, auditStatusDocument, type AuditVerdict, verifyAuditDocument } from './audit.js';

/** How much of the log is sealed, and the proof that nothing sealed was altered. */
export const AuditSeal: FC = () => {
  const t = useTranslate();
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null);
  const status = useGraphql<{ auditStatus: AuditStatus }>(auditStatusDocument).data?.auditStatus;
  const verify = useGraphqlMutation<{ verifyAudit: AuditVerdict }>(verifyAuditDocument, { onSuccess: ({ verifyAudit }) => setVerdict(verifyAudit) });
  return (
    <Box sx={{ px: 4, py: 2, borderBottom: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center' }}>
        <Typography color="text.secondary" sx={{ fontSize: 13 }}>
          {status && t('audit.status', { sealed: status.sealed, entries: status.entries, unsealed: status.unsealed })}
          {status?.lastSealedAt && (
            <>
              {' · '}
              {t('audit.lastSealed')} <RelativeTime at={status.lastSealedAt} />
            </>
          )}
        </Typography>
        <Button variant="outlined" startIcon={<VerifiedUser fontSize="small" />} disabled={verify.isPending} onClick={() => verify.mutate({})}>
          {t(verify.isPending ? 'audit.verifying' : 'audit.verify')}
        </Button>
      </Box>
      {verdict && (
        <Alert severity={verdict.isIntact ? 'success' : 'error'} sx={{ mt: 2 }} onClose={() => setVerdict(null)}>
          {verdict.isIntact
            ? t('audit.intact', { entries: verdict.entries, batches: verdict.batches })
            : t('audit.broken', { batch: verdict.firstBroken?.batch ?? '?', reason: t(`audit.reason.${(verdict.firstBroken?.reason ?? 'chain-broken').replace('-', '_')}`) })}
        </Alert>
      )}
    </Box>
  );
};
