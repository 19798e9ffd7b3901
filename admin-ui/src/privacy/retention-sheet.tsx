import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphql, useGraphqlMutation } from '../providers/use-graphql.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { Sheet } from '../shared/page.js';
import { retentionDocument, setRetentionDocument, type RetentionRule } from './privacy.js';

/** How many days each kind of data is kept after it has ended. */
export const RetentionSheet: FC = () => {
  const t = useTranslate();
  const query = useGraphql<{ retentionRules: RetentionRule[] }>(retentionDocument);
  if (query.error) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Sheet sx={{ p: 6, mt: 4 }} label={t('privacy.retention.title')}>
      <Typography variant="h2">{t('privacy.retention.title')}</Typography>
      <Typography color="text.secondary">{t('privacy.retention.hint')}</Typography>
      {query.data?.retentionRules.map((rule) => (
        <RetentionRow key={`${rule.id}:${rule.days ?? ''}`} rule={rule} />
      ))}
    </Sheet>
  );
};

const RetentionRow: FC<{ rule: RetentionRule }> = ({ rule }) => {
  const t = useTranslate();
  const [days, setDays] = useState(rule.days === null ? '' : String(rule.days));
  const save = useGraphqlMutation<unknown>(setRetentionDocument, { success: 'privacy.retention.saved', onError: (error) => error.code === 'RETENTION_INVALID' });
  const isChanged = days.trim() !== (rule.days === null ? '' : String(rule.days));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ kind: rule.id, days: days.trim() === '' ? null : Number(days) });
  };
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: '1fr 200px 90px' }, gap: 2, alignItems: 'center', mt: 3 }}>
      <Box>
        <Typography>{rule.title}</Typography>
        <Typography variant="caption" color="text.secondary">
          {rule.defaultDays === null ? t('privacy.retention.defaultForever') : t('privacy.retention.default', { days: rule.defaultDays })}
        </Typography>
      </Box>
      <TextField size="small" label={t('privacy.retention.days')} placeholder={t('privacy.retention.forever')} value={days} error={save.error !== null} helperText={save.error?.message} onChange={(event) => setDays(event.target.value.replace(/\D/gu, ''))} slotProps={{ htmlInput: { inputMode: 'numeric' }, inputLabel: { shrink: true } }} />
      <Button type="submit" variant="outlined" disabled={!isChanged || save.isPending}>
        {t('shared.save.action')}
      </Button>
    </Box>
  );
};
