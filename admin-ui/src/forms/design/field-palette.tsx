import { useDraggable } from '@dnd-kit/core';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { addField, fieldType, placeOf, type FieldTypeName } from '@banshi/forms';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { type Designer, useDesigner } from './designer.js';
import { FieldIcon } from './field-icon.js';

export const paletteGroups: { id: string; types: FieldTypeName[] }[] = [
  { id: 'basic', types: ['text', 'textarea', 'number', 'integer', 'money', 'date', 'boolean'] },
  { id: 'choice', types: ['choice', 'multi-choice'] },
  { id: 'number', types: ['resident-id', 'credit-code', 'mobile', 'phone', 'bank-card'] },
  { id: 'more', types: ['division', 'attachment', 'table'] },
];

/** All types of fields: drag one to its place, or press to add it after the selected field. */
export const FieldPalette: FC<{ onAdded?: () => void }> = ({ onAdded }) => {
  const t = useTranslate();
  return (
    <Box component="nav" aria-label={t('forms.palette.title')}>
      {paletteGroups.map(({ id, types }) => (
        <Box key={id} sx={{ mb: 3 }}>
          <Typography variant="caption" component="h2" color="text.secondary" sx={{ mb: 1 }}>
            {t(`forms.palette.${id}`)}
          </Typography>
          <Box sx={{ display: 'grid', gap: 1 }}>
            {types.map((type) => (
              <PaletteEntry key={type} type={type} {...(onAdded && { onAdded })} />
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
};

const PaletteEntry: FC<{ type: FieldTypeName; onAdded?: () => void }> = ({ type, onAdded }) => {
  const designer = useDesigner();
  const { title, icon } = fieldType(type);
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: `palette:${type}`, data: { fieldType: type }, disabled: designer.isReadOnly });
  return (
    <ButtonBase
      ref={setNodeRef}
      {...listeners}
      disabled={designer.isReadOnly}
      onClick={() => {
        addBySelection(designer, type);
        onAdded?.();
      }}
      sx={{
        justifyContent: 'flex-start',
        gap: 2,
        px: 2,
        minHeight: 32,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        fontSize: 13,
        textAlign: 'left',
        bgcolor: 'background.paper',
        opacity: isDragging ? 0.5 : 1,
        touchAction: 'none',
        '&:hover, &.Mui-focusVisible': { borderColor: 'primary.main', bgcolor: 'action.hover' },
      }}
    >
      <FieldIcon name={icon} sx={{ fontSize: 17, color: 'text.secondary' }} />
      {title[designer.language]}
    </ButtonBase>
  );
};

/** After the selected field, at the end of the selected section, else at the end of the form. */
export function addBySelection(designer: Designer, type: FieldTypeName): void {
  const { form, selected, language } = designer;
  const place = selected && 'field' in selected ? placeOf(form, selected.field) : null;
  const last = form.layout.sections.at(-1);
  const section = place?.section ?? form.layout.sections.find(({ key }) => selected && 'section' in selected && key === selected.section) ?? last;
  if (!section) return;
  const index = place ? place.index + 1 : section.fields.length;
  const { field } = designer.run((body) => addField(body, section.key, index, type, undefined, language));
  if (field) designer.select({ field }, true);
}
