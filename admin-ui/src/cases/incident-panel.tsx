import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { fieldNames, fieldTitle, type FieldError, type FormData, type StepAccess } from '@banshi/forms';
import { type FC, useMemo, useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { FormFill } from '../forms/fill/form-fill.js';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { uploadAttachment } from '../providers/upload-attachment.js';
import { RelativeTime } from '../shared/relative-time.js';
import { useFiles } from './case-form.js';
import { retryDocument, type CasePageData, type Incident } from './case.js';
import { changedFields, edited } from './urgency.js';
import { useRevealed } from './use-revealed.js';

/** Why a case has stopped, and for who manages it the way on. */
export const IncidentPanel: FC<{ found: CasePageData }> = ({ found }) => {
  const t = useTranslate();
  const [mending, setMending] = useState<Incident | null>(null);
  const open = found.incidents.filter(({ state }) => state === 'OPEN');
  return (
    <>
      {open.map((incident) => (
        <Alert
          key={incident.id}
          severity="error"
          sx={{ mb: 3 }}
          action={
            found.canManage && (
              <Button variant="outlined" onClick={() => setMending(incident)}>
                {t('cases.incident.retry')}
              </Button>
            )
          }
        >
          <AlertTitle>{t('cases.incident.title', { element: incident.elementTitle })}</AlertTitle>
          {incident.message}
          <Typography variant="caption" color="text.secondary" component="div">
            <code>{incident.code}</code> · <RelativeTime at={incident.raisedAt} />
            {!found.canManage && ` · ${t('cases.incident.askManager')}`}
          </Typography>
        </Alert>
      ))}
      {mending && <MendDialog found={found} incident={mending} onClose={() => setMending(null)} />}
    </>
  );
};

const all: StepAccess = { default: 'edit', access: {} };

const MendDialog: FC<{ found: CasePageData; incident: Incident; onClose: () => void }> = ({ found, incident, onClose }) => {
  const t = useTranslate();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const [edits, setEdits] = useState<FormData>({});
  const { base, limit, bar } = useRevealed(found, found.form);
  const data = useMemo(() => edited(base, edits), [base, edits]);
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [trouble, setTrouble] = useState<string | null>(null);
  const dictionaries = useMemo(() => Object.fromEntries(Object.entries(found.dictionaries).flatMap(([key, body]) => (body ? [[key, body] as const] : []))), [found.dictionaries]);
  const changed = changedFields(base, data);
  const downloadOf = useFiles(found);
  const names = found.form ? fieldNames(found.form).filter((name) => name in changed) : [];
  const retry = useGraphqlMutation(retryDocument, {
    success: 'cases.incident.retried',
    onSuccess: onClose,
    onError: (error) => {
      setTrouble(error.message);
      if (Array.isArray(error.details)) setErrors(error.details as FieldError[]);
      return true;
    },
  });
  const send = () => retry.mutate({ id: incident.id, reason: reason.trim() || null, ...(Object.keys(changed).length > 0 && { data: changed }) });
  return (
    <Dialog open maxWidth="md" fullWidth onClose={onClose} aria-labelledby="mend-title">
      <DialogTitle id="mend-title">{t('cases.incident.mendTitle', { element: incident.elementTitle })}</DialogTitle>
      <DialogContent>
      <Typography sx={{ mb: 3 }}>{incident.message}</Typography>
      {bar}
      {found.form && <FormFill form={found.form} dictionaries={dictionaries} data={data} onChange={(next) => setEdits(changedFields(base, next))} errors={errors} access={limit(all)} language={language} downloadOf={downloadOf} onUpload={uploadAttachment} />}
      {names.length > 0 && <Typography sx={{ mt: 3 }}>{t('cases.changedFields', { fields: names.map((name) => fieldTitle(found.form!, name)).join(t('shared.separator')) })}</Typography>}
      <TextField fullWidth margin="normal" label={t('cases.incident.reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
      {trouble && (
        <Alert severity="error" role="alert">
          {trouble}
        </Alert>
      )}
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" onClick={onClose}>
          {t('shared.cancel')}
        </Button>
        <Button variant="contained" disabled={retry.isPending || (names.length > 0 && !reason.trim())} onClick={send}>
          {t('cases.incident.retry')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
