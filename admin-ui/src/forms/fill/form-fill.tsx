import { compileForm, pruneHidden, type Attachment, type FieldError, type FormBody, type FormData, type Language, type StepAccess } from '@banshi/forms';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Theme } from '@rjsf/mui';
import { withTheme } from '@rjsf/core';
import { type FC, type FocusEvent, type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { fillSchema, isCompleteText, type Dictionaries } from './fill-schema.js';
import { templates } from './templates.js';
import { toErrorSchema, validator } from './validator.js';
import { widgets } from './widgets/widgets.js';

export interface FormFillProps {
  form: FormBody;
  /** Bodies of the dictionaries that the form names, by key. */
  dictionaries: Dictionaries;
  data: FormData;
  /** The data without the values of hidden fields. */
  onChange: (data: FormData) => void;
  /** What the server found; shown until the field is changed. */
  errors?: readonly FieldError[];
  /** What this step may see and change. */
  access?: StepAccess;
  language: Language;
  /** Stores a file. Without it attachments cannot be added. */
  onUpload?: (file: File, field: string) => Promise<Attachment>;
  /** Hands a stored file to the reader. Undefined for a file that is not stored yet. */
  downloadOf?: (file: Attachment) => (() => Promise<void>) | undefined;
  /** Called with valid data. Without it there is no button. */
  onSubmit?: (data: FormData) => void;
  submitLabel?: string;
  busy?: boolean;
  /** A remark under a field, such as where its value came from. */
  marks?: Readonly<Record<string, string>>;
  /** Shown beside the button. */
  actions?: ReactNode;
}

/** What the templates and widgets read besides their own properties. */
export interface FillContext {
  form: FormBody;
  marks: Readonly<Record<string, string>>;
  onUpload: FormFillProps['onUpload'];
  downloadOf: FormFillProps['downloadOf'];
}

const RjsfForm = withTheme({ ...Theme, templates: { ...Theme.templates, ...templates }, widgets: { ...Theme.widgets, ...widgets } });
const noMarks = {};

/**
 * Fills a form. Errors stand at their fields: a field's own once it was left or looks complete, all of them after the button.
 * The same library decides at the server, so messages and paths are equal. Two columns from 560 px of its own width.
 */
export const FormFill: FC<FormFillProps> = ({ form, dictionaries, data, onChange, errors: serverErrors, access, language, onUpload, downloadOf, onSubmit, submitLabel, busy, marks = noMarks, actions }) => {
  const t = useTranslate();
  const root = useRef<HTMLFormElement>(null);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [isSubmitted, setIsSubmitted] = useState(false);
  const [stale, setStale] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => setStale(new Set()), [serverErrors]);

  const drawn = useMemo(() => fillSchema(form, data, dictionaries, access), [form, data, dictionaries, access]);
  const compiled = useMemo(() => compileForm(form, { dictionaries: (key) => codesOf(dictionaries, key) }), [form, dictionaries]);
  const found = useMemo(() => compiled.validate(data, { language, ...(access && { step: access }) }), [compiled, data, language, access]);
  const shown = useMemo(() => {
    const own = found.filter(({ field }) => isSubmitted || touched.has(field) || isCompleteText(form, field, data[field]));
    const theirs = (serverErrors ?? []).filter(({ field, path }) => !stale.has(field) && !own.some((error) => error.path === path));
    return [...own, ...theirs];
  }, [found, isSubmitted, touched, form, data, serverErrors, stale]);
  const extraErrors = useMemo(() => toErrorSchema(shown), [shown]);
  const context = useMemo<FillContext>(() => ({ form, marks, onUpload, downloadOf }), [form, marks, onUpload, downloadOf]);

  const change = (next: FormData) => {
    const changed = [...new Set([...Object.keys(next), ...Object.keys(data)])].filter((field) => next[field] !== data[field]);
    if (changed.length === 0) return;
    setStale((before) => new Set([...before, ...changed]));
    onChange(pruneHidden(form, withoutAbsent(next)));
  };
  const leave = (event: FocusEvent) => {
    const field = fieldOf(event.target);
    if (field && field !== fieldOf(event.relatedTarget)) setTouched((before) => (before.has(field) ? before : new Set([...before, field])));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setIsSubmitted(true);
    if (found.length === 0) onSubmit?.(pruneHidden(form, data));
    else focusField(root.current, found[0]!.field);
  };
  return (
    <Box component="form" ref={root} noValidate aria-label={form.title} onSubmit={submit} onBlur={leave} sx={{ containerType: 'inline-size', '& .fill-grid': grid }}>
      <RjsfForm tagName="div" schema={drawn.schema} uiSchema={drawn.uiSchema} formData={data} formContext={context} validator={validator} noHtml5Validate noValidate showErrorList={false} extraErrors={extraErrors} idPrefix="fill" onChange={({ formData }) => change((formData ?? {}) as FormData)}>
        <></>
      </RjsfForm>
      {isSubmitted && found.length > 0 && (
        <Alert severity="error" role="alert" sx={{ mt: 4 }}>
          {t('forms.fill.errors', { smart_count: found.length })}
        </Alert>
      )}
      {(onSubmit || actions) && (
        <Box sx={{ display: 'flex', gap: 2, mt: 4, flexWrap: 'wrap' }}>
          {onSubmit && (
            <Button type="submit" variant="contained" disabled={busy} sx={{ '@container (max-width: 480px)': { flex: 1, minHeight: 44 } }}>
              {submitLabel ?? t('forms.fill.submit')}
            </Button>
          )}
          {actions}
        </Box>
      )}
    </Box>
  );
};

const grid = { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', columnGap: 6, rowGap: 4, '@container (min-width: 560px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' } };

function codesOf(dictionaries: Dictionaries, key: string): ReadonlySet<string> | undefined {
  const body = dictionaries[key];
  return body && new Set(body.entries.filter((entry) => !entry.disabled).map(({ code }) => code));
}

const withoutAbsent = (data: FormData): FormData => Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));

const fieldOf = (target: EventTarget | null): string | null => (target instanceof Element ? (target.closest('[data-fill-field]')?.getAttribute('data-fill-field') ?? null) : null);

function focusField(root: HTMLElement | null, field: string): void {
  const box = root?.querySelector(`[data-fill-field="${CSS.escape(field)}"]`);
  box?.scrollIntoView({ block: 'center' });
  box?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, [role=combobox], button')?.focus({ preventScroll: true });
}
