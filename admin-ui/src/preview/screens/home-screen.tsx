import Mic from '@mui/icons-material/QuestionAnswerOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, type FormEvent, useDeferredValue, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useHallName } from '../../providers/use-hall-name.js';
import { useHall, useHallGet } from '../hall-context.js';
import type { ServiceCard } from '../hall.js';
import { Waiting } from './screen.js';
import { ServiceCardButton } from './service-card-button.js';

/** Longer texts are sentences to understand, not words to search. */
const searchLength = 12;

/** The first page of the hall: say what you want, or choose. */
export const HomeScreen: FC = () => {
  const t = useTranslate();
  const hallName = useHallName();
  const { go } = useHall();
  const [text, setText] = useState('');
  const isComposing = useRef(false);
  const q = useDeferredValue([...text.trim()].length <= searchLength ? text.trim() : '');
  const services = useHallGet<{ items: ServiceCard[]; total: number }>(`/services?size=50${q ? `&q=${encodeURIComponent(q)}` : ''}`);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim()) go({ name: 'answer', text: text.trim() });
  };
  const examples = [t('preview.example1'), t('preview.example2'), t('preview.example3')];
  return (
    <>
      <Box component="form" onSubmit={submit} sx={{ bgcolor: 'primary.main', color: 'primary.contrastText', px: 4, pt: 6, pb: 5 }}>
        <Typography variant="h1" component="h2">
          {hallName}
        </Typography>
        <Typography sx={{ mb: 3 }}>{t('preview.welcome')}</Typography>
        <Box sx={{ bgcolor: 'background.paper', color: 'text.primary', borderRadius: 2, p: 2 }}>
          <TextField
            fullWidth
            multiline
            minRows={2}
            maxRows={5}
            margin="none"
            variant="standard"
            placeholder={t('preview.say')}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.shiftKey && !isComposing.current) {
                event.preventDefault();
                submit();
              }
            }}
            slotProps={{ input: { disableUnderline: true, sx: { px: 2, fontSize: 16 } }, htmlInput: { 'aria-label': t('preview.say'), maxLength: 2000, onCompositionStart: () => (isComposing.current = true), onCompositionEnd: () => (isComposing.current = false) } }}
          />
          <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
            <Button type="submit" variant="contained" startIcon={<Mic fontSize="small" />} disabled={!text.trim()} sx={{ minHeight: 40 }}>
              {t('preview.ask')}
            </Button>
          </Box>
        </Box>
      </Box>
      <Box sx={{ px: 4, py: 3, display: 'flex', gap: 2, flexWrap: 'wrap' }} role="group" aria-label={t('preview.examples')}>
        {examples.map((example) => (
          <Chip key={example} label={example} variant="outlined" onClick={() => go({ name: 'answer', text: example })} sx={{ maxWidth: '100%', height: 32, bgcolor: 'background.paper' }} />
        ))}
      </Box>
      <Box sx={{ px: 4, pb: 4 }}>
        <Typography variant="h3" sx={{ mb: 2 }}>
          {q ? t('preview.found', { smart_count: services.data?.total ?? 0 }) : t('preview.services')}
        </Typography>
        {services.data ? services.data.items.map((card) => <ServiceCardButton key={card.key} card={card} />) : <Waiting error={services.error} onRetry={() => void services.refetch()} />}
        {services.data?.items.length === 0 && <Typography color="text.secondary">{t(q ? 'preview.noneFound' : 'preview.noServices')}</Typography>}
      </Box>
    </>
  );
};
