import ExpandMore from '@mui/icons-material/ExpandMoreOutlined';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { type HyperTexts, maxSeed, textOf } from '../hyper-parameters.js';
import type { TrainingField } from '../training-options.js';

interface SettingsFieldsProps {
  fields: readonly TrainingField[];
  /** What holds where a field is empty. */
  usual: Record<string, unknown>;
  seed: string;
  isBadSeed: boolean;
  onSeed: (seed: string) => void;
  texts: HyperTexts;
  bad: readonly string[];
  onTexts: (texts: HyperTexts) => void;
  isOpen: boolean;
}

/** Seed and hyper-parameters of a method; empty means what is usual. Those for experts are folded away. */
export const SettingsFields: FC<SettingsFieldsProps> = ({ fields, usual, seed, isBadSeed, onSeed, texts, bad, onTexts, isOpen }) => {
  const t = useTranslate();
  const [showsAll, setShowsAll] = useState(false);
  const shown = fields.filter(({ key, isAdvanced }) => !isAdvanced || showsAll || texts[key] || bad.includes(key));
  return (
    <Accordion defaultExpanded={isOpen} disableGutters variant="outlined" sx={{ '&::before': { display: 'none' } }}>
      <AccordionSummary expandIcon={<ExpandMore />}>{t('training.settings.title')}</AccordionSummary>
      <AccordionDetails>
        <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0,1fr)', sm: 'repeat(2, minmax(0,1fr))' } }}>
          {shown.map((field) => (
            <HyperField key={field.key} field={field} usual={textOf(usual[field.key])} text={texts[field.key] ?? ''} isBad={bad.includes(field.key)} onText={(text) => onTexts({ ...texts, [field.key]: text })} />
          ))}
          <TextField margin="none" label={t('training.settings.seed')} value={seed} error={isBadSeed} helperText={t('training.settings.seedHint', { max: maxSeed })} onChange={(event) => onSeed(event.target.value)} slotProps={{ htmlInput: { inputMode: 'numeric' } }} />
        </Box>
        {shown.length < fields.length && (
          <Button variant="text" sx={{ mt: 2 }} onClick={() => setShowsAll(true)}>
            {t('training.settings.more', { smart_count: fields.length - shown.length })}
          </Button>
        )}
      </AccordionDetails>
    </Accordion>
  );
};

const HyperField: FC<{ field: TrainingField; usual: string; text: string; isBad: boolean; onText: (text: string) => void }> = ({ field, usual, text, isBad, onText }) => {
  const t = useTranslate();
  const { title, help, type, min, max } = field;
  const range = min !== null && max !== null ? ` ${t('training.settings.range', { min, max })}` : '';
  const choices = type === 'boolean' ? ['true', 'false'].map((value) => ({ value, title: t(value === 'true' ? 'shared.yes' : 'shared.no') })) : type === 'choice' ? field.choices : null;
  if (choices)
    return (
      <TextField select margin="none" label={title} value={text || usual} helperText={help} onChange={(event) => onText(event.target.value)}>
        {choices.map((choice) => (
          <MenuItem key={choice.value} value={choice.value}>
            {choice.title}
          </MenuItem>
        ))}
      </TextField>
    );
  return (
    <TextField
      margin="none"
      label={title}
      value={text}
      placeholder={usual}
      error={isBad}
      helperText={`${help}${range}`}
      onChange={(event) => onText(event.target.value)}
      slotProps={{ htmlInput: { inputMode: 'decimal' }, inputLabel: { shrink: true } }}
    />
  );
};
