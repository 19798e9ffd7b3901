import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { SpanText } from '../../shared/spans/span-text.js';
import { formatShare } from '../../shared/format.js';
import { StatusChip } from '../../shared/status-chip.js';

export interface Interpretation {
  intents: { key: string; title: string; confidence: number }[];
  outOfScope: boolean;
  truncated: boolean;
  slots: { slot: string; title: string; start: number; end: number; text: string; value: unknown; valid: boolean; reason: string | null; field: string | null }[];
}

const maxIntents = 5;

/** What a model makes of a text: intents as bars, slots over the text, values with their verdicts. */
export const InterpretationView: FC<{ text: string; interpretation: Interpretation }> = ({ text, interpretation: { intents, outOfScope, truncated, slots } }) => {
  const t = useTranslate();
  const best = intents[0];
  return (
    <Box aria-live="polite" sx={{ display: 'grid', gap: 4 }}>
      <Box>
        <Typography variant="h2">{outOfScope || !best ? t('models.try.outOfScope') : t('models.try.understood', { title: best.title, share: formatShare(best.confidence) })}</Typography>
        <Box sx={{ fontSize: 18, lineHeight: 2 }}>
          <SpanText text={text} spans={slots} titleOf={(slot) => slots.find((each) => each.slot === slot)?.title ?? slot} />
        </Box>
      </Box>
      {truncated && <Alert severity="warning">{t('models.try.truncated')}</Alert>}
      <Box component="section" aria-label={t('models.try.intents')}>
        <Typography variant="h3" sx={{ mb: 2 }}>
          {t('models.try.intents')}
        </Typography>
        <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(110px, max-content) minmax(80px, 420px)', columnGap: 4, '& dd': { m: 0 } }}>
          {intents.slice(0, maxIntents).map(({ key, title, confidence }, index) => (
            <Box key={key} sx={{ display: 'contents', color: index === 0 ? 'text.primary' : 'text.secondary' }}>
              <dt>{title}</dt>
              <Box component="dd" sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
                <Box aria-hidden sx={{ flex: 1, height: 8, bgcolor: 'divider', borderRadius: 1, overflow: 'hidden' }}>
                  <Box sx={{ width: `${confidence * 100}%`, height: '100%', bgcolor: index === 0 && !outOfScope ? 'primary.main' : 'text.secondary' }} />
                </Box>
                <Box component="span" sx={{ width: 52, textAlign: 'right' }}>
                  {formatShare(confidence)}
                </Box>
              </Box>
            </Box>
          ))}
        </Box>
      </Box>
      <Box component="section" aria-label={t('models.try.slots')}>
        <Typography variant="h3" sx={{ mb: 1 }}>
          {t('models.try.slots')}
        </Typography>
        {slots.length === 0 ? (
          <Typography color="text.secondary">{t('models.try.noSlots')}</Typography>
        ) : (
          <Table size="small" sx={{ maxWidth: 880 }}>
            <TableHead>
              <TableRow>
                <TableCell>{t('models.try.slot')}</TableCell>
                <TableCell>{t('models.try.text')}</TableCell>
                <TableCell>{t('models.try.value')}</TableCell>
                <TableCell>{t('models.try.verdict')}</TableCell>
                <TableCell>{t('models.try.field')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {slots.map((slot) => (
                <TableRow key={`${slot.start} ${slot.slot}`}>
                  <TableCell>{slot.title}</TableCell>
                  <TableCell>{slot.text}</TableCell>
                  <TableCell>{slot.value === null ? '—' : typeof slot.value === 'object' ? JSON.stringify(slot.value) : String(slot.value)}</TableCell>
                  <TableCell>
                    <StatusChip tone={slot.valid ? 'good' : 'bad'} label={slot.valid ? t('models.try.valid') : (slot.reason ?? t('models.try.invalid'))} />
                  </TableCell>
                  <TableCell>{slot.field ? <code>{slot.field}</code> : '—'}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </Box>
    </Box>
  );
};
