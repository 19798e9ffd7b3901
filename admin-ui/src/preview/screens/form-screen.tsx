import type { Attachment, FieldError, FormBody, FormData } from '@banshi/forms';
import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { type FC, useEffect, useMemo, useRef, useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { FormFill } from '../../forms/fill/form-fill.js';
import type { ApiError } from '../../providers/graphql.js';
import { useErrorText } from '../../shared/error-text.js';
import { useHall, useHallGet } from '../hall-context.js';
import type { HallCase, HallForm, Prefill } from '../hall.js';
import { Screen, Waiting } from './screen.js';

/** The form of a service, filled from what was said where something was. */
export const FormScreen: FC<{ serviceKey: string; text: string | null }> = ({ serviceKey, text }) => {
  const t = useTranslate();
  const { client, channel } = useHall();
  const path = `/services/${encodeURIComponent(serviceKey)}`;
  const form = useHallGet<HallForm>(`${path}/form`);
  const prefill = useQuery<Prefill, ApiError>({ queryKey: ['hall', channel, 'prefill', serviceKey, text], queryFn: () => client.post(`${path}/prefill`, { text }), enabled: text !== null, gcTime: 0, retry: false, refetchOnWindowFocus: false });
  const isReady = form.data && (text === null || prefill.data || prefill.error);
  return (
    <Screen title={form.data?.title ?? t('preview.fill')}>
      {isReady ? <Filling form={form.data!} serviceKey={serviceKey} prefill={prefill.data ?? null} /> : <Waiting error={form.error} onRetry={() => void form.refetch()} />}
    </Screen>
  );
};

const Filling: FC<{ form: HallForm; serviceKey: string; prefill: Prefill | null }> = ({ form, serviceKey, prefill }) => {
  const t = useTranslate();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const errorText = useErrorText();
  const { client, go } = useHall();
  const [data, setData] = useState<FormData>(() => prefill?.data ?? {});
  const [errors, setErrors] = useState<readonly FieldError[]>(() => prefill?.errors ?? []);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  // The same filled form sent twice is one case.
  const idempotencyKey = useRef(crypto.randomUUID());
  const body = useMemo<FormBody>(() => ({ title: form.title, description: form.description, schema: form.schema, layout: form.layout }), [form]);
  const dictionaries = useMemo(() => Object.fromEntries(Object.entries(form.dictionaries).map(([key, entries]) => [key, { title: key, description: '', entries }])), [form]);
  const marks = useMemo(() => Object.fromEntries(Object.keys(prefill?.data ?? {}).map((field) => [field, t('preview.fromWords')])), [prefill, t]);

  const submit = async (filled: FormData) => {
    setBusy(true);
    setTrouble(null);
    try {
      const { number } = await client.post<HallCase>('/cases', { service: serviceKey, data: filled }, { 'idempotency-key': idempotencyKey.current });
      if (isShown.current) go({ name: 'submitted', number });
    } catch (error) {
      const { code, details } = error as ApiError;
      if (code === 'INVALID_FORM' && Array.isArray(details)) setErrors(details as FieldError[]);
      setTrouble(errorText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {form.description && (
        <Typography color="text.secondary" sx={{ mb: 3 }}>
          {form.description}
        </Typography>
      )}
      {prefill && Object.keys(prefill.data).length > 0 && (
        <Alert severity={prefill.errors.length > 0 ? 'warning' : 'info'} sx={{ mb: 4 }}>
          {prefill.errors.length > 0 ? t('preview.prefilledWrong', { smart_count: prefill.errors.length }) : t('preview.prefilled', { smart_count: Object.keys(prefill.data).length })}
        </Alert>
      )}
      <FormFill
        form={body}
        dictionaries={dictionaries}
        data={data}
        onChange={(next) => {
          setData(next);
          setTrouble(null);
          // A changed application is another one.
          idempotencyKey.current = crypto.randomUUID();
        }}
        errors={errors}
        access={form.access}
        language={language}
        marks={marks}
        busy={busy}
        submitLabel={t('preview.submit')}
        onUpload={(file) => client.upload<Attachment>(file)}
        onSubmit={(filled) => void submit(filled)}
      />
      {trouble && (
        <Alert severity="error" role="alert" sx={{ mt: 3 }}>
          {trouble}
        </Alert>
      )}
    </>
  );
};
