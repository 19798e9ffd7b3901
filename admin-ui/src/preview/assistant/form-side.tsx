import type { BanshiAssistant, ChatState } from '@banshi/assistant';
import type { Attachment, FormBody } from '@banshi/forms';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type FC, useMemo } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { FormFill } from '../../forms/fill/form-fill.js';
import type { HallClient } from '../../providers/hall-client.js';
import { EmptyState } from '../../shared/empty-state.js';
import { ErrorPanel } from '../../shared/error-panel.js';
import { Sheet } from '../../shared/page.js';
import type { HallForm } from '../hall.js';
import { useChatForm } from './use-chat-form.js';
import { useFormSide } from './use-form-side.js';

interface FormSideProps {
  client: HallClient;
  channel: string;
  assistant: BanshiAssistant | null;
  state: ChatState | null;
}

/** The form that the conversation fills, live; what is filled here the conversation knows too. */
export const FormSide: FC<FormSideProps> = ({ client, channel, assistant, state }) => {
  const t = useTranslate();
  const service = state?.service ?? null;
  const form = useChatForm(client, channel, service);
  return (
    <Sheet label={t('preview.form.title')} sx={{ p: 4 }}>
      {service === null || !assistant ? (
        <EmptyState dense title={t('preview.form.empty')} hint={t('preview.form.emptyHint')} />
      ) : form.error ? (
        <ErrorPanel error={form.error} onRetry={() => void form.refetch()} />
      ) : (
        form.data && <Filling key={service} client={client} assistant={assistant} form={form.data} state={state!} />
      )}
    </Sheet>
  );
};

const Filling: FC<{ client: HallClient; assistant: BanshiAssistant; form: HallForm; state: ChatState }> = ({ client, assistant, form, state }) => {
  const t = useTranslate();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const { data, change, flush } = useFormSide(state, (values) => assistant.fill(values));
  const body = useMemo<FormBody>(() => ({ title: form.title, description: form.description, schema: form.schema, layout: form.layout }), [form]);
  const dictionaries = useMemo(() => Object.fromEntries(Object.entries(form.dictionaries).map(([key, entries]) => [key, { title: key, description: '', entries }])), [form]);
  const { filled, required } = state.progress;
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 3, mb: 3 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {form.title}
        </Typography>
        <Typography variant="caption" color="text.secondary">
          {t('preview.form.progress', { filled, required })}
        </Typography>
      </Box>
      <FormFill
        form={body}
        dictionaries={dictionaries}
        data={data}
        onChange={change}
        errors={state.errors}
        access={form.access}
        language={language}
        onUpload={(file) => client.upload<Attachment>(file)}
        submitLabel={t('preview.submit')}
        onSubmit={() => {
          flush();
          assistant.choose('submit', t('preview.submit'));
        }}
      />
      <Typography variant="caption" color="text.secondary" component="p" sx={{ mt: 4 }}>
        {t('preview.form.hint')}
      </Typography>
    </>
  );
};
