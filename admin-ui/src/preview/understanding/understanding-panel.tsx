import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { SpanText } from '../../shared/spans/span-text.js';
import { formatShare } from '../../shared/format.js';
import { Sheet } from '../../shared/page.js';
import { KeyText } from '../../shared/small-texts.js';
import type { Interpretation } from '../hall.js';
import { IntentBars } from './intent-bars.js';
import { SlotTable } from './slot-table.js';

interface UnderstandingPanelProps {
  understood: { text: string; answer: Interpretation };
  bundle: { bundle: string; n: number; services: number } | null;
}

/** How the last sentence that went to `/interpret` was understood, by which bundle and model. */
export const UnderstandingPanel: FC<UnderstandingPanelProps> = ({ understood, bundle }) => {
  const t = useTranslate();
  return (
    <Sheet label={t('preview.understood.title')} sx={{ p: 4 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: 3, mb: 3 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {t('preview.understood.title')}
        </Typography>
        {bundle && (
          <Typography variant="caption" color="text.secondary" component="div">
            {t('preview.understood.bundle', { n: bundle.n, services: bundle.services })} <KeyText value={bundle.bundle} short={10} />
            {understood.answer.modelVersion && ` · ${t('preview.understood.model', { n: understood.answer.modelVersion })}`}
          </Typography>
        )}
      </Box>
      <Understood {...understood} />
    </Sheet>
  );
};

const Understood: FC<{ text: string; answer: Interpretation }> = ({ text, answer }) => {
  const t = useTranslate();
  const { intent, service, slots } = answer;
  return (
    <Box aria-live="polite" sx={{ display: 'grid', gap: 4, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box>
        <Typography variant="h3">{intent ? t('preview.understood.as', { title: intent.title, share: formatShare(intent.confidence) }) : t('preview.understood.outOfScope')}</Typography>
        {service && <Typography color="text.secondary">{t('preview.understood.service', { title: service.title })}</Typography>}
        <Box sx={{ fontSize: 18, lineHeight: 2.1, mt: 2 }}>
          <SpanText text={text} spans={slots} titleOf={(slot) => slots.find((one) => one.slot === slot)?.title ?? slot} />
        </Box>
      </Box>
      <IntentBars answer={answer} />
      <SlotTable slots={slots} />
    </Box>
  );
};
