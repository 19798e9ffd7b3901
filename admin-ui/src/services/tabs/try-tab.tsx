import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import type { FormBody, FormData } from '@banshi/forms';
import { useMutation } from '@tanstack/react-query';
import { type FC, type FormEvent, useState } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { useDictionaries } from '../../forms/fill/use-dictionaries.js';
import { FormFill } from '../../forms/fill/form-fill.js';
import { defaultsOf } from '../../forms/preview/form-preview.js';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { graphql, type ApiError } from '../../providers/graphql.js';
import { EmptyState } from '../../shared/empty-state.js';
import { ErrorPanel } from '../../shared/error-panel.js';
import { formatShare } from '../../shared/format.js';
import { Sheet } from '../../shared/page.js';
import { StatusChip } from '../../shared/status-chip.js';
import { type ServiceBody, type Tried, tryInterpretDocument } from '../service.js';
import { ConversationTryOut } from '../try-out/conversation-try-out.js';
import { prefill } from './prefill.js';
import { SlotText } from './slot-text.js';
import { useBound } from './bound-item.js';

const ways = ['conversation', 'sentence'] as const;

/** Try the service as a citizen would, over the drafts: in a conversation, or one sentence. Nothing is stored. */
export const TryTab: FC<{ edited: EditedItem<ServiceBody> }> = ({ edited }) => {
  const t = useTranslate();
  const [way, setWay] = useState<(typeof ways)[number]>('conversation');
  return (
    <>
      <ToggleButtonGroup size="small" exclusive value={way} aria-label={t('services.try.way')} onChange={(_, next: (typeof ways)[number] | null) => next && setWay(next)} sx={{ mb: 3 }}>
        {ways.map((name) => (
          <ToggleButton key={name} value={name}>
            {t(`services.try.${name}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {way === 'conversation' ? <ConversationTryOut edited={edited} /> : <SentenceTryOut edited={edited} />}
    </>
  );
};

/** Type what a citizen would type: how it is understood, and the form filled out of it. */
const SentenceTryOut: FC<{ edited: EditedItem<ServiceBody> }> = ({ edited }) => {
  const t = useTranslate();
  const [text, setText] = useState('');
  const form = useBound<FormBody>('form', edited.body.form).data?.draft.body ?? null;
  const attempt = useMutation<Tried & { text: string }, ApiError, string>({
    mutationFn: async (typed) => {
      await edited.flush();
      return { ...(await graphql<{ tryInterpret: Tried }>(tryInterpretDocument, { text: typed })).tryInterpret, text: typed };
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) attempt.mutate(text.trim());
  };
  const tried = attempt.data;
  return (
    <>
      <Sheet sx={{ p: 4, mb: 4 }}>
        <Box component="form" onSubmit={submit} sx={{ display: 'flex', gap: 3, alignItems: 'flex-start' }}>
          <TextField fullWidth margin="none" label={t('services.try.label')} placeholder={t('services.try.placeholder', { title: edited.body.title })} value={text} onChange={(event) => setText(event.target.value)} slotProps={{ htmlInput: { maxLength: 500 } }} />
          <Button type="submit" variant="contained" disabled={!text.trim() || attempt.isPending} sx={{ flexShrink: 0, minHeight: 36 }}>
            {t('services.try.action')}
          </Button>
        </Box>
      </Sheet>
      {attempt.error && <ErrorPanel error={attempt.error} onRetry={() => attempt.mutate(text.trim())} />}
      {!tried && !attempt.error && <EmptyState dense title={t('services.try.none')} hint={t('services.try.noneHint')} />}
      {tried && (
        <Box sx={{ display: 'grid', gap: 4, alignItems: 'start', gridTemplateColumns: 'minmax(0, 1fr)', '@media (min-width: 1100px)': { gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 7fr)' } }}>
          <Understood tried={tried} />
          <Sheet sx={{ p: 5 }}>{form ? <Filled key={tried.text} form={form} tried={tried} /> : <EmptyState dense title={t('services.bound.formNone')} hint={t('services.slots.noForm')} />}</Sheet>
        </Box>
      )}
    </>
  );
};

const Understood: FC<{ tried: Tried & { text: string } }> = ({ tried }) => {
  const t = useTranslate();
  return (
    <Sheet label={t('services.try.understood')} sx={{ px: 4, py: 3 }}>
      <Typography variant="h2" sx={{ mb: 2 }}>
        {t('services.try.understood')}
      </Typography>
      <SlotText text={tried.text} slots={tried.slots} />
      <Box sx={{ mt: 3, display: 'grid', gap: 2 }}>
        {tried.outOfScope && <StatusChip tone="notice" label={t('services.try.outOfScope')} />}
        {tried.intents.slice(0, 4).map(({ key, title, confidence }) => (
          <Box key={key}>
            <Box sx={{ display: 'flex', justifyContent: 'space-between' }}>
              <span>{title}</span>
              <Typography color="text.secondary">{formatShare(confidence)}</Typography>
            </Box>
            <LinearProgress variant="determinate" value={confidence * 100} aria-label={title} />
          </Box>
        ))}
      </Box>
      <Box component="dl" sx={{ mt: 4, mb: 0, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', gap: '8px 16px', '& dd': { m: 0, overflowWrap: 'anywhere' }, '& dt': { color: 'text.secondary' } }}>
        {tried.slots.map((slot) => (
          <Box key={`${slot.slot}${slot.start}`} sx={{ display: 'contents' }}>
            <dt>{slot.title}</dt>
            <dd>
              {slot.text} {slot.valid ? <StatusChip tone="good" label={t('services.try.valid')} /> : <StatusChip tone="bad" label={slot.reason ?? t('services.try.invalid')} />}
            </dd>
          </Box>
        ))}
      </Box>
      {tried.slots.length === 0 && <Typography color="text.secondary">{t('services.try.noSlots')}</Typography>}
      {tried.truncated && (
        <Alert severity="warning" sx={{ mt: 2 }}>
          {t('services.try.truncated')}
        </Alert>
      )}
    </Sheet>
  );
};

const Filled: FC<{ form: FormBody; tried: Tried }> = ({ form, tried }) => {
  const t = useTranslate();
  const language = useLocaleState()[0] === 'en' ? 'en' : 'zh';
  const dictionaries = useDictionaries(form);
  const [{ data: filled, fields }] = useState(() => prefill(form, tried.slots));
  const [data, setData] = useState<FormData>(() => ({ ...defaultsOf(form), ...filled }));
  const marks = Object.fromEntries(fields.map((field) => [field, t('services.try.fromWords')]));
  return (
    <>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {form.title}
      </Typography>
      <Typography color="text.secondary" sx={{ mb: 4 }}>
        {t('services.try.filled', { smart_count: fields.length })}
      </Typography>
      <FormFill form={form} dictionaries={dictionaries} data={data} onChange={setData} language={language} marks={marks} />
    </>
  );
};
