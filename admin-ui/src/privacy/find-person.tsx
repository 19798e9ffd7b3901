import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { EmptyState } from '../shared/empty-state.js';
import { Sheet } from '../shared/page.js';
import { findDocument, type DataSubject } from './privacy.js';
import { SubjectPanel } from './subject-panel.js';

/** Looks for a person by what he says of himself. The number is sent once and kept nowhere. */
export const FindPerson: FC = () => {
  const t = useTranslate();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<DataSubject[] | null>(null);
  const find = useGraphqlMutation<{ findDataSubjects: DataSubject[] }>(findDocument, { onSuccess: ({ findDataSubjects }) => setFound(findDataSubjects), onError: (error) => error.code === 'QUERY_TOO_SHORT' });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setFound(null);
    find.mutate({ query });
  };
  return (
    <Sheet sx={{ p: 6 }} label={t('privacy.find.title')}>
      <Typography variant="h2">{t('privacy.find.title')}</Typography>
      <Typography color="text.secondary">{t('privacy.find.hint')}</Typography>
      <Box component="form" onSubmit={submit} noValidate sx={{ display: 'flex', gap: 2, alignItems: 'flex-start', mt: 3 }}>
        <TextField fullWidth margin="none" size="small" autoComplete="off" label={t('privacy.find.query')} value={query} error={find.error !== null} helperText={find.error?.code === 'QUERY_TOO_SHORT' ? find.error.message : undefined} onChange={(event) => setQuery(event.target.value)} slotProps={{ htmlInput: { maxLength: 200 } }} />
        <Button type="submit" variant="contained" disabled={find.isPending || query.trim() === ''}>
          {t('privacy.find.action')}
        </Button>
      </Box>
      {found?.length === 0 && <EmptyState dense title={t('privacy.find.none')} hint={t('privacy.find.noneHint')} />}
      {found?.map((subject) => <SubjectPanel key={subject.id} subject={subject} />)}
    </Sheet>
  );
};
