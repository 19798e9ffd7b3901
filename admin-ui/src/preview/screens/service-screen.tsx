import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { FC, ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { formatYuan } from '../../shared/format.js';
import { useHall, useHallGet } from '../hall-context.js';
import type { ServicePage } from '../hall.js';
import { Card, Screen, Waiting } from './screen.js';

/** The guide of a service, in the order in which people ask. */
export const ServiceScreen: FC<{ serviceKey: string }> = ({ serviceKey }) => {
  const t = useTranslate();
  const { go } = useHall();
  const query = useHallGet<ServicePage>(`/services/${encodeURIComponent(serviceKey)}`);
  const page = query.data;
  if (!page) {
    return (
      <Screen title={t('preview.guide')}>
        <Waiting error={query.error} onRetry={() => void query.refetch()} />
      </Screen>
    );
  }
  const { guide } = page;
  const limit = guide.promisedLimit ?? guide.statutoryLimit;
  return (
    <Screen title={t('preview.guide')}>
      <Typography variant="h1" component="h3">
        {page.title}
      </Typography>
      <Typography color="text.secondary" sx={{ mb: 3 }}>
        {page.department.title}
        {limit && ` · ${t('preview.limit', { amount: limit.amount, unit: t(`preview.unit.${limit.unit}`) })}`}
        {` · ${guide.fees.length === 0 ? t('preview.free') : guide.fees.map(({ name, amount }) => `${name} ${formatYuan(amount)}`).join(t('shared.separator'))}`}
      </Typography>
      {page.summary && <Typography sx={{ mb: 3 }}>{page.summary}</Typography>}
      <Section title={t('preview.conditions')} isShown={Boolean(guide.conditions)}>
        <Typography sx={{ whiteSpace: 'pre-wrap' }}>{guide.conditions}</Typography>
      </Section>
      <Section title={t('preview.materials')} isShown={guide.materials.length > 0}>
        <Box component="ul" sx={{ m: 0, pl: 4 }}>
          {guide.materials.map(({ name, copies, form, necessity, condition }) => (
            <li key={name}>
              {name}
              <Typography variant="caption" color="text.secondary" component="div">
                {[copies > 0 && t('preview.copies', { smart_count: copies }), t(`preview.materialForm.${form}`), t(`preview.necessity.${necessity}`), condition].filter(Boolean).join(' · ')}
              </Typography>
            </li>
          ))}
        </Box>
      </Section>
      <Section title={t('preview.steps')} isShown={guide.steps.length > 0}>
        <Box component="ol" sx={{ m: 0, pl: 5 }}>
          {guide.steps.map(({ title, detail }) => (
            <li key={title}>
              <b>{title}</b>
              <Typography variant="caption" color="text.secondary" component="div">
                {detail}
              </Typography>
            </li>
          ))}
        </Box>
      </Section>
      <Section title={t('preview.place')} isShown={Boolean(guide.location || guide.hours || guide.consultPhone)}>
        {[guide.location, guide.hours, guide.consultPhone && t('preview.phoneNumber', { number: guide.consultPhone })].filter(Boolean).map((line) => (
          <Typography key={line}>{line}</Typography>
        ))}
      </Section>
      <Section title={t('preview.faq')} isShown={guide.faq.length > 0}>
        {guide.faq.map(({ question, answer }) => (
          <Box key={question} component="details" sx={{ py: 1, '& summary': { cursor: 'pointer', minHeight: 32 } }}>
            <summary>{question}</summary>
            <Typography color="text.secondary">{answer}</Typography>
          </Box>
        ))}
      </Section>
      <Box sx={{ position: 'sticky', bottom: 0, mx: -4, mb: -4, p: 3, bgcolor: 'background.paper', borderTop: 1, borderColor: 'divider' }}>
        <Button variant="contained" fullWidth sx={{ minHeight: 44 }} disabled={!page.form} onClick={() => go({ name: 'form', key: page.key, text: null })}>
          {t(page.form ? 'preview.apply' : 'preview.onlyCounter')}
        </Button>
      </Box>
    </Screen>
  );
};

const Section: FC<{ title: string; isShown: boolean; children: ReactNode }> = ({ title, isShown, children }) => (isShown ? <Card title={title}>{children}</Card> : null);
