import type { Attachment, FieldError, FormData, StepAccess } from '@banshi/forms';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type FC, useMemo, useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { FormFill } from '../forms/fill/form-fill.js';
import { downloadFile } from '../providers/download-file.js';
import { uploadAttachment } from '../providers/upload-attachment.js';
import type { ApiError } from '../providers/graphql.js';
import { useMe } from '../providers/use-me.js';
import { Sheet } from '../shared/page.js';
import { ActionBar } from './action-bar.js';
import type { CasePageData, CaseTask } from './case.js';
import { LeaveGuard } from './leave-guard.js';
import { changedFields, edited } from './urgency.js';
import { useRevealed } from './use-revealed.js';

const readOnly: StepAccess = { default: 'read', access: {} };

/** The data of a case. Whoever holds the step changes what it allows; everybody else reads. */
export const CaseForm: FC<{ found: CasePageData; task: CaseTask | null }> = ({ found, task }) => {
  const t = useTranslate();
  const me = useMe();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const [edits, setEdits] = useState<FormData>({});
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [trouble, setTrouble] = useState<string | null>(null);
  const holds = task !== null && task.state === 'CLAIMED' && task.assignee?.id === me?.id;
  const form = task?.form ?? found.form;
  const { base, limit, bar } = useRevealed(found, form);
  const data = useMemo(() => edited(base, edits), [base, edits]);
  const access = limit(holds && task.access ? { default: task.access.default, access: task.access.fields } : readOnly);
  const dictionaries = useMemo(() => Object.fromEntries(Object.entries(found.dictionaries).flatMap(([key, body]) => (body ? [[key, body] as const] : []))), [found.dictionaries]);
  const changed = changedFields(base, data);
  const downloadOf = useFiles(found);

  const refuse = (error: ApiError): boolean => {
    setTrouble(error.message);
    if (error.code === 'INVALID_FORM' && Array.isArray(error.details)) setErrors(error.details as FieldError[]);
    return true;
  };
  return (
    <Sheet label={t('cases.form')}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, px: 4, pt: 3, flexWrap: 'wrap' }}>
        <Typography variant="h2">{task ? task.title : t('cases.form')}</Typography>
        {!holds && (
          <Typography variant="caption" color="text.secondary">
            {t(task ? 'cases.claimToEdit' : 'cases.readOnly')}
          </Typography>
        )}
      </Box>
      <Box sx={{ p: 4 }}>
        {found.erasedAt && (
          <Alert severity="info" sx={{ mb: 3 }}>
            {t('cases.erased')}
          </Alert>
        )}
        {bar}
        {form ? (
          <FormFill form={form} dictionaries={dictionaries} data={data} onChange={(next) => setEdits(changedFields(base, next))} errors={errors} access={access} language={language} downloadOf={downloadOf} {...(holds && { onUpload: uploadAttachment })} />
        ) : (
          <Typography color="text.secondary">{t('cases.noForm')}</Typography>
        )}
      </Box>
      {trouble && (
        <Alert severity="error" role="alert" sx={{ mx: 4, mb: 3 }} onClose={() => setTrouble(null)}>
          {trouble}
        </Alert>
      )}
      {task && <ActionBar task={task} holds={holds} changed={changed} onRefused={refuse} />}
      <LeaveGuard isActive={holds && Object.keys(changed).length > 0} />
    </Sheet>
  );
};

/** How to fetch the files of a case; what was chosen only now is not the case's yet. */
export function useFiles({ id, data }: Pick<CasePageData, 'id' | 'data'>): (file: Attachment) => (() => Promise<void>) | undefined {
  return useMemo(() => {
    const stored = new Set(Object.values(data).flatMap((value) => (Array.isArray(value) ? value : []).map((entry) => (entry as Partial<Attachment> | null)?.blob)));
    return ({ blob, name }) => (stored.has(blob) ? () => downloadFile(`/api/cases/${id}/attachments/${blob}`, name) : undefined);
  }, [id, data]);
}
