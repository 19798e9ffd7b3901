import { fieldSchema, fieldTitle, type FormBody, type FormData, type StepAccess } from '@banshi/forms';
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, type ReactNode, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { revealDocument, type CasePageData } from './case.js';

interface Revealed {
  /** The data with what was revealed in clear; values that a star would break are left out. */
  base: FormData;
  /** A field that is still masked cannot be changed. */
  limit: (access: StepAccess) => StepAccess;
  /** Says what is masked and offers to show it. */
  bar: ReactNode;
}

/** Personal data of a case: masked until the person asks for it and says why. Forgotten when the page is left. */
export function useRevealed(found: CasePageData, form: FormBody | null): Revealed {
  const [values, setValues] = useState<FormData>({});
  const hidden = useMemo(() => found.revealable.filter((field) => !Object.hasOwn(values, field)), [found.revealable, values]);
  const base = useMemo(() => ({ ...withoutStars(found.data, hidden, form), ...values }), [found.data, hidden, form, values]);
  const limit = (access: StepAccess): StepAccess => ({ ...access, access: { ...access.access, ...Object.fromEntries(hidden.filter((field) => access.access[field] !== 'hidden').map((field) => [field, 'read' as const])) } });
  const take = (revealed: FormData) => setValues((before) => ({ ...before, ...revealed }));
  const inForm = form ? hidden.filter((field) => fieldSchema(form, field) !== undefined) : [];
  return { base, limit, bar: form && inForm.length > 0 ? <RevealBar id={found.id} form={form} fields={inForm} onRevealed={take} /> : null };
}

/** Stars in the place of a number, a table or files are no value that a widget could draw. */
function withoutStars(data: FormData, hidden: readonly string[], form: FormBody | null): FormData {
  const isText = (field: string) => form !== null && fieldSchema(form, field)?.['type'] === 'string';
  return Object.fromEntries(Object.entries(data).filter(([field]) => !hidden.includes(field) || isText(field)));
}

const RevealBar: FC<{ id: string; form: FormBody; fields: readonly string[]; onRevealed: (values: FormData) => void }> = ({ id, form, fields, onRevealed }) => {
  const t = useTranslate();
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const titles = (names: readonly string[]) => names.map((name) => fieldTitle(form, name)).join(t('shared.separator'));
  return (
    <>
      <Alert severity="info" icon={<VisibilityOutlined fontSize="inherit" />} sx={{ mb: 3 }} action={<Button color="inherit" onClick={() => setAsked(fields)}>{t('cases.reveal.all')}</Button>}>
        {t('cases.reveal.masked')}
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, mt: 1 }}>
          {fields.map((field) => (
            <Chip key={field} size="small" variant="outlined" label={fieldTitle(form, field)} onClick={() => setAsked([field])} aria-label={t('cases.reveal.one', { title: fieldTitle(form, field) })} />
          ))}
        </Stack>
      </Alert>
      {asked && <RevealDialog id={id} fields={asked} title={t('cases.reveal.title', { titles: titles(asked) })} onClose={() => setAsked(null)} onRevealed={onRevealed} />}
    </>
  );
};

const reasons = ['identity', 'contact', 'payment', 'handling'] as const;

const RevealDialog: FC<{ id: string; fields: readonly string[]; title: string; onClose: () => void; onRevealed: (values: FormData) => void }> = ({ id, fields, title, onClose, onRevealed }) => {
  const t = useTranslate();
  const [reason, setReason] = useState('');
  const reveal = useGraphqlMutation<{ revealCaseFields: FormData }>(revealDocument, {
    onSuccess: ({ revealCaseFields }) => {
      onRevealed(revealCaseFields);
      onClose();
    },
  });
  return (
    <ConfirmDialog open title={title} action={t('cases.reveal.action')} busy={reveal.isPending} disabled={reason.trim() === ''} onConfirm={() => reveal.mutate({ id, fields, reason: reason.trim() })} onClose={onClose}>
      <Typography sx={{ mb: 2 }}>{t('cases.reveal.hint')}</Typography>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, mb: 2 }}>
        {reasons.map((each) => (
          <Chip key={each} label={t(`cases.reveal.reasons.${each}`)} variant={reason === t(`cases.reveal.reasons.${each}`) ? 'filled' : 'outlined'} onClick={() => setReason(t(`cases.reveal.reasons.${each}`))} />
        ))}
      </Stack>
      <TextField fullWidth required label={t('cases.reveal.reason')} value={reason} onChange={(event) => setReason(event.target.value)} slotProps={{ htmlInput: { maxLength: 200 } }} />
    </ConfirmDialog>
  );
};
