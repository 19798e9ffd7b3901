import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { type FaqImport, importFaqsDocument } from './faq.js';

const shownProblems = 20;

/** A CSV file or pasted rows become frequent questions: tried first, then written. */
export const ImportDialog: FC<{ onDone: () => void; onClose: () => void }> = ({ onDone, onClose }) => {
  const t = useTranslate();
  const [csv, setCsv] = useState('');
  const [tried, setTried] = useState<FaqImport | null>(null);
  const take = useGraphqlMutation<{ importFaqs: FaqImport }>(importFaqsDocument, {
    onSuccess: ({ importFaqs }) => (tried ? onDone() : setTried(importFaqs)),
  });
  const change = (text: string) => {
    setCsv(text);
    setTried(null);
  };
  return (
    <ConfirmDialog
      open
      wide
      title={t('faqs.import.title')}
      action={tried ? t('faqs.import.run', { n: tried.created + tried.updated }) : t('faqs.import.try')}
      busy={take.isPending}
      disabled={csv.trim() === '' || (tried !== null && tried.created + tried.updated === 0)}
      onClose={onClose}
      onConfirm={() => take.mutate({ input: { csv, dryRun: tried === null } })}
    >
      <Typography sx={{ mb: 2 }}>{t('faqs.import.columns')}</Typography>
      <Button component="label" variant="outlined" size="small">
        {t('faqs.import.choose')}
        <input hidden type="file" accept=".csv,text/csv" onChange={(event) => void event.target.files?.[0]?.text().then(change)} />
      </Button>
      <TextField multiline minRows={6} maxRows={14} fullWidth margin="dense" label={t('faqs.import.paste')} value={csv} onChange={(event) => change(event.target.value)} slotProps={{ htmlInput: { spellCheck: false } }} />
      {tried && (
        <Alert role="status" severity={tried.problems.length > 0 ? 'warning' : 'info'} sx={{ mt: 2 }}>
          {t('faqs.import.tried', { created: tried.created, updated: tried.updated, left: tried.problems.length })}
          {tried.problems.slice(0, shownProblems).map(({ line, message }) => (
            <Typography key={line} variant="body2">
              {t('faqs.import.line', { line, message })}
            </Typography>
          ))}
        </Alert>
      )}
    </ConfirmDialog>
  );
};
