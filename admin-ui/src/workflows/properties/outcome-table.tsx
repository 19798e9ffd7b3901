import Add from '@mui/icons-material/AddOutlined';
import Delete from '@mui/icons-material/DeleteOutlineOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { Outcome } from '@banshi/process';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useDiagram } from '../bpmn/diagram-context.js';
import { type Outcomes, writeOutcomes } from '../bpmn/extension-elements.js';
import type { DiagramElement } from '../bpmn/moddle-element.js';
import { nextOutcome, outcomeVariableFor } from './outcome-names.js';
import { PropertyGroup } from './property-group.js';

/** The buttons from which a clerk chooses, and the variable that later conditions read. */
export const OutcomeTable: FC<{ element: DiagramElement; outcomes: Outcomes | null }> = ({ element, outcomes }) => {
  const t = useTranslate();
  const { change, create, isReadOnly } = useDiagram();
  const set = (next: Outcomes | null, field: string) => change(element, { extensionElements: writeOutcomes(create, element.businessObject, next) }, field);
  const values = outcomes?.values ?? [];
  const setOne = (index: number, part: Partial<Outcome>) => outcomes && set({ ...outcomes, values: values.with(index, { ...values[index]!, ...part }) }, `outcome ${index} ${Object.keys(part)[0]}`);
  const add = () => set({ variable: outcomes?.variable || outcomeVariableFor(element.id), values: [...values, nextOutcome(values)] }, 'outcomes');
  const remove = (index: number) => {
    const rest = values.toSpliced(index, 1);
    set(rest.length > 0 ? { ...outcomes!, values: rest } : null, 'outcomes');
  };
  return (
    <PropertyGroup
      title={t('workflows.properties.outcomes')}
      hint={t('workflows.properties.outcomesHint')}
      action={
        !isReadOnly && (
          <Button startIcon={<Add />} onClick={add}>
            {t('workflows.properties.addOutcome')}
          </Button>
        )
      }
    >
      {values.map((outcome, index) => (
        <Box key={index} role="group" aria-label={t('workflows.properties.outcomeN', { n: index + 1 })} sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 2, border: 1, borderColor: 'divider', borderRadius: 1, p: 2, mt: 2 }}>
          <TextField margin="dense" label={t('workflows.properties.outcomeTitle')} value={outcome.title} disabled={isReadOnly} onChange={(event) => setOne(index, { title: event.target.value })} />
          <TextField margin="dense" label={t('workflows.properties.outcomeTitleEn')} value={outcome.titleEn} disabled={isReadOnly} onChange={(event) => setOne(index, { titleEn: event.target.value })} />
          <TextField margin="dense" label={t('workflows.properties.outcomeValue')} value={outcome.value} error={!outcome.value || values.some((other, at) => at !== index && other.value === outcome.value)} disabled={isReadOnly} onChange={(event) => setOne(index, { value: event.target.value.trim() })} slotProps={{ htmlInput: { spellCheck: false } }} />
          <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between' }}>
            <FormControlLabel control={<Checkbox size="small" checked={outcome.requireComment} disabled={isReadOnly} onChange={(_, requireComment) => setOne(index, { requireComment })} />} label={<Typography variant="caption">{t('workflows.properties.requireComment')}</Typography>} sx={{ mr: 0 }} />
            {!isReadOnly && (
              <IconButton aria-label={`${t('shared.delete')} ${outcome.title || index + 1}`} onClick={() => remove(index)}>
                <Delete sx={{ fontSize: 17 }} />
              </IconButton>
            )}
          </Box>
        </Box>
      ))}
      {outcomes && <TextField fullWidth margin="dense" sx={{ mt: 3 }} label={t('workflows.properties.outcomeVariable')} helperText={t('workflows.properties.outcomeVariableHint')} value={outcomes.variable} disabled={isReadOnly} onChange={(event) => set({ ...outcomes, variable: event.target.value.trim() }, 'outcomeVariable')} slotProps={{ htmlInput: { spellCheck: false } }} />}
    </PropertyGroup>
  );
};
