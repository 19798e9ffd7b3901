import ExpandMore from '@mui/icons-material/ExpandMoreOutlined';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import TextField from '@mui/material/TextField';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { headFields, type HyperTexts, maxSeed } from '../hyper-parameters.js';

interface SettingsFieldsProps {
  seed: string;
  isBadSeed: boolean;
  onSeed: (seed: string) => void;
  texts: HyperTexts;
  bad: readonly string[];
  onTexts: (texts: HyperTexts) => void;
  isOpen: boolean;
}

/** Seed and hyper-parameters; empty means the default. */
export const SettingsFields: FC<SettingsFieldsProps> = ({ seed, isBadSeed, onSeed, texts, bad, onTexts, isOpen }) => {
  const t = useTranslate();
  return (
    <Accordion defaultExpanded={isOpen} disableGutters variant="outlined" sx={{ '&::before': { display: 'none' } }}>
      <AccordionSummary expandIcon={<ExpandMore />}>{t('training.settings.title')}</AccordionSummary>
      <AccordionDetails sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0,1fr)', sm: 'repeat(2, minmax(0,1fr))' } }}>
        <TextField margin="none" label={t('training.settings.seed')} value={seed} error={isBadSeed} helperText={t('training.settings.seedHint', { max: maxSeed })} onChange={(event) => onSeed(event.target.value)} slotProps={{ htmlInput: { inputMode: 'numeric' } }} />
        {headFields.map(({ name, default: usual, min, max }) => (
          <TextField
            key={name}
            margin="none"
            label={t(`training.settings.${name}`)}
            value={texts[name] ?? ''}
            placeholder={String(usual)}
            error={bad.includes(name)}
            helperText={t('training.settings.range', { min, max, usual })}
            onChange={(event) => onTexts({ ...texts, [name]: event.target.value })}
            slotProps={{ htmlInput: { inputMode: 'decimal' }, inputLabel: { shrink: true } }}
          />
        ))}
      </AccordionDetails>
    </Accordion>
  );
};
