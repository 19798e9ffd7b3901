import Add from '@mui/icons-material/AddOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { addSection, duplicateField, removeField } from '@banshi/forms';
import type { FC, KeyboardEvent } from 'react';
import { useTranslate } from 'react-admin';
import type { Dictionaries } from '../fill/fill-schema.js';
import { orderOf, useDesigner } from './designer.js';
import { type Drop, moveByStep } from './drop-place.js';
import { SectionCard } from './section-card.js';

/** The form as a sheet. Arrows choose, Alt with an arrow moves, Enter edits, Ctrl-D copies, Delete removes. */
export const FormCanvas: FC<{ dictionaries: Dictionaries; drop: Drop | null; onEdit: () => void }> = ({ dictionaries, drop, onEdit }) => {
  const t = useTranslate();
  const designer = useDesigner();
  const { form, isReadOnly, select, run } = designer;
  const order = orderOf(form);

  const onKeyDown = (event: KeyboardEvent, field: string) => {
    const at = order.indexOf(field);
    const arrows: Record<string, -1 | 1> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };
    const step = arrows[event.key];
    const neighbour = (by: number) => order[at + by];
    if (step && event.altKey) {
      if (isReadOnly) return;
      run((body) => moveByStep(body, field, step));
      select({ field }, true);
    } else if (step) {
      const next = neighbour(step);
      if (next) select({ field: next }, true);
    } else if (event.key === 'Home' || event.key === 'End') {
      const next = event.key === 'Home' ? order[0] : order.at(-1);
      if (next) select({ field: next }, true);
    } else if (event.key === 'Enter' || event.key === 'F2') onEdit();
    else if (event.key === 'Escape') select(null);
    else if (isReadOnly) return;
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      const next = neighbour(1) ?? neighbour(-1);
      const { problems } = run((body) => removeField(body, field));
      if (problems.length === 0) select(next ? { field: next } : null, true);
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd') {
      const { field: copy } = run((body) => duplicateField(body, field));
      if (copy) select({ field: copy }, true);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Box role="region" aria-label={t('forms.canvas.title')} sx={{ containerType: 'inline-size' }}>
      {form.layout.sections.map((section, index) => (
        <SectionCard key={section.key} section={section} index={index} dictionaries={dictionaries} drop={drop} entry={designer.selected && 'field' in designer.selected ? null : (order[0] ?? null)} onKeyDown={onKeyDown} />
      ))}
      {!isReadOnly && (
        <Button variant="outlined" startIcon={<Add />} sx={{ mt: 3 }} onClick={() => run((body) => addSection(body, body.layout.sections.length, t('forms.canvas.newSection', { n: body.layout.sections.length + 1 })))}>
          {t('forms.canvas.addSection')}
        </Button>
      )}
    </Box>
  );
};
