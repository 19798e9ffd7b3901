import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useGraphql, useGraphqlMutation } from '../providers/use-graphql.js';
import { matches } from '../app/layout/match-command.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { RelativeTime } from '../shared/relative-time.js';
import { createCampaignDocument, type PushablePolicy, pushablePoliciesDocument } from './push.js';

/** Chooses a policy of the hall; whom it concerns is worked out next, and nobody is told yet. */
export const NewCampaignDialog: FC<{ onClose: () => void }> = ({ onClose }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const query = useGraphql<{ pushablePolicies: PushablePolicy[] }>(pushablePoliciesDocument);
  const [policy, setPolicy] = useState<PushablePolicy | null>(null);
  const [isPreview, setIsPreview] = useState(false);
  const create = useGraphqlMutation<{ createPushCampaign: { id: string } }>(createCampaignDocument, { onSuccess: ({ createPushCampaign }) => void navigate(`/push/${createPushCampaign.id}`) });
  return (
    <ConfirmDialog open wide title={t('push.create')} action={t('push.workOut')} disabled={policy === null} busy={create.isPending} onClose={onClose} onConfirm={() => create.mutate({ input: { policy: policy?.key, preview: isPreview } })}>
      {query.error && <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />}
      <Autocomplete
        options={query.data?.pushablePolicies ?? []}
        loading={query.isPending}
        value={policy}
        getOptionLabel={({ title }) => title}
        getOptionKey={({ key }) => key}
        filterOptions={(all, { inputValue }) => all.filter(({ title, key }) => !inputValue.trim() || key.includes(inputValue.trim().toLowerCase()) || matches(title, inputValue)).slice(0, 100)}
        loadingText={t('shared.loading')}
        noOptionsText={t('push.noPolicies')}
        onChange={(_, next) => setPolicy(next)}
        renderInput={(params) => <TextField {...params} autoFocus margin="dense" label={t('push.policy')} helperText={t('push.policyHint')} />}
      />
      {policy && (
        <Box sx={{ mt: 3 }}>
          <Typography variant="h3">{t('push.conditions')}</Typography>
          {policy.conditions.length === 0 ? (
            <Typography color="warning.main">{t('push.noConditions')}</Typography>
          ) : (
            <Box component="ul" sx={{ my: 1, pl: 5 }}>
              {policy.conditions.map((condition) => (
                <li key={condition}>{condition}</li>
              ))}
            </Box>
          )}
          {policy.lastSentAt && (
            <Typography color="text.secondary">
              {t('push.lastSent')} <RelativeTime at={policy.lastSentAt} />
            </Typography>
          )}
        </Box>
      )}
      <FormControlLabel sx={{ mt: 2 }} label={t('push.previewOnly')} control={<Switch checked={isPreview} onChange={(_, isOn) => setIsPreview(isOn)} />} />
    </ConfirmDialog>
  );
};
