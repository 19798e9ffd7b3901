import Close from '@mui/icons-material/CloseOutlined';
import ExpandMore from '@mui/icons-material/ExpandMoreOutlined';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { type AxisText, maxRuns, searchable } from '../grid.js';
import type { TrainingField } from '../training-options.js';
import type { Order } from './use-order.js';

/** Settings of which several values are tried: every combination is a training of its own. */
export const SearchFields: FC<{ order: Order }> = ({ order: { method, axes, setAxes, badAxes, runs, usual } }) => {
  const t = useTranslate();
  const fields = searchable(method.fields);
  const names = new Map([...fields.map(({ key, title }) => [key, title] as const), ['seed', t('training.settings.seed')] as const]);
  const free = [...names].filter(([key]) => !axes.some((axis) => axis.key === key));
  return (
    <Accordion disableGutters variant="outlined" sx={{ '&::before': { display: 'none' } }}>
      <AccordionSummary expandIcon={<ExpandMore />}>{t('training.search.title')}</AccordionSummary>
      <AccordionDetails sx={{ display: 'grid', gap: 3 }}>
        <Typography variant="body2" color="text.secondary">
          {t('training.search.hint')}
        </Typography>
        {axes.map((axis) => (
          <AxisField
            key={axis.key}
            axis={axis}
            name={names.get(axis.key) ?? axis.key}
            field={fields.find(({ key }) => key === axis.key)}
            usual={axis.key === 'seed' ? 1 : usual[axis.key]}
            isBad={axis.text.trim() !== '' && badAxes.includes(axis.key)}
            onText={(text) => setAxes(axes.map((one) => (one.key === axis.key ? { ...one, text } : one)))}
            onRemove={() => setAxes(axes.filter(({ key }) => key !== axis.key))}
          />
        ))}
        <Box sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
          {free.length > 0 && (
            <TextField select margin="none" label={t('training.search.add')} value="" sx={{ minWidth: 200 }} onChange={(event) => setAxes([...axes, { key: event.target.value, text: '' }])}>
              {free.map(([key, title]) => (
                <MenuItem key={key} value={key}>
                  {title}
                </MenuItem>
              ))}
            </TextField>
          )}
          {axes.length > 0 && badAxes.length === 0 && (
            <Typography role="status" variant="body2" color={runs > maxRuns ? 'error' : 'text.secondary'}>
              {runs > maxRuns ? t('training.search.tooMany', { count: runs, max: maxRuns }) : t('training.search.runs', { smart_count: runs })}
            </Typography>
          )}
        </Box>
      </AccordionDetails>
    </Accordion>
  );
};

interface AxisFieldProps {
  axis: AxisText;
  name: string;
  field: TrainingField | undefined;
  usual: unknown;
  isBad: boolean;
  onText: (text: string) => void;
  onRemove: () => void;
}

const AxisField: FC<AxisFieldProps> = ({ axis, name, field, usual, isBad, onText, onRemove }) => {
  const t = useTranslate();
  const choices = field?.type === 'boolean' ? [{ value: 'true', title: t('shared.yes') }, { value: 'false', title: t('shared.no') }] : (field?.choices ?? null);
  const hint = t('training.search.valuesHint', { example: exampleOf(usual) });
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'start' }}>
      {choices ? (
        <TextField
          select
          fullWidth
          margin="none"
          label={name}
          value={axis.text.split(',').filter(Boolean)}
          error={isBad}
          onChange={(event) => onText((event.target.value as unknown as string[]).join(','))}
          slotProps={{ select: { multiple: true } }}
        >
          {choices.map(({ value, title }) => (
            <MenuItem key={value} value={value}>
              {title}
            </MenuItem>
          ))}
        </TextField>
      ) : (
        <TextField fullWidth margin="none" label={name} placeholder={t('training.search.values')} value={axis.text} error={isBad} helperText={hint} onChange={(event) => onText(event.target.value)} slotProps={{ inputLabel: { shrink: true } }} />
      )}
      <IconButton aria-label={t('training.search.remove', { name })} onClick={onRemove}>
        <Close fontSize="small" />
      </IconButton>
    </Box>
  );
};

/** Values around the usual one. */
const exampleOf = (usual: unknown) => (typeof usual === 'number' && usual > 0 ? `${usual}, ${Number((usual * 2).toPrecision(3))}` : '1, 2');
