import { useDraggable, useDroppable } from '@dnd-kit/core';
import Chat from '@mui/icons-material/ChatBubbleOutlineOutlined';
import Error from '@mui/icons-material/ErrorOutlineOutlined';
import Lock from '@mui/icons-material/LockOutlined';
import Visibility from '@mui/icons-material/VisibilityOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { fieldSchema, fieldTitle, hasShowIf, isRequired, type FormFieldLayout } from '@banshi/forms';
import { type FC, type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import type { Dictionaries } from '../fill/fill-schema.js';
import { useDesigner } from './designer.js';
import { FieldLook } from './field-look.js';

interface FieldCardProps {
  layout: FormFieldLayout;
  section: string;
  index: number;
  /** JSON Pointer of its place in the layout. */
  at: string;
  dictionaries: Dictionaries;
  /** The one card that Tab reaches. */
  isEntry: boolean;
  /** Where a dragged field would land. */
  dropSide: 'before' | 'after' | null;
  onKeyDown: (event: KeyboardEvent, field: string) => void;
}

/** A field on the canvas, looking as it will look. */
export const FieldCard: FC<FieldCardProps> = ({ layout, section, index, at, dictionaries, isEntry, dropSide, onKeyDown }) => {
  const { field } = layout;
  const { form, selected, select, focusOn, problemsOf, isReadOnly } = useDesigner();
  const isSelected = selected !== null && 'field' in selected && selected.field === field;
  const card = useRef<HTMLDivElement | null>(null);
  const drag = useDraggable({ id: `field:${field}`, data: { field }, disabled: isReadOnly });
  const drop = useDroppable({ id: `over:${field}`, data: { section, index, isWide: layout.width === 'full' } });
  const problems = problemsOf(field);
  const help = layout.help ?? fieldSchema(form, field)?.['description'];

  useEffect(() => {
    if (focusOn.current !== field) return;
    focusOn.current = null;
    card.current?.focus();
  });
  return (
    <Box data-at={at} sx={{ gridColumn: layout.width === 'full' ? '1 / -1' : undefined, minWidth: 0 }}>
      <Box
        ref={(element: HTMLDivElement | null) => {
          card.current = element;
          drag.setNodeRef(element);
          drop.setNodeRef(element);
        }}
        {...drag.listeners}
        role="option"
        aria-selected={isSelected}
        aria-describedby={problems.length > 0 ? `problems-${field}` : undefined}
        tabIndex={isSelected || isEntry ? 0 : -1}
        data-at={`/schema/properties/${field}`}
        data-field={field}
        onClick={() => select({ field })}
        onFocus={() => {
          if (!isSelected) select({ field });
        }}
        onKeyDown={(event) => onKeyDown(event, field)}
        sx={{
          position: 'relative',
          height: '100%',
          p: 2.5,
          borderRadius: 1,
          border: 1,
          borderColor: problems.length > 0 ? 'error.main' : isSelected ? 'primary.main' : 'transparent',
          bgcolor: isSelected ? 'primary.light' : 'transparent',
          cursor: isReadOnly ? 'default' : 'grab',
          opacity: drag.isDragging ? 0.4 : 1,
          touchAction: 'manipulation',
          '&:hover': { borderColor: problems.length > 0 ? 'error.main' : isSelected ? 'primary.main' : 'divider', bgcolor: isSelected ? 'primary.light' : 'action.hover' },
          ...(dropSide && { '&::before': dropMark(dropSide, layout.width === 'full') }),
        }}
      >
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1 }}>
          <Typography variant="subtitle2" component="div" noWrap sx={{ minWidth: 0 }}>
            {fieldTitle(form, field)}
            {isRequired(form, field) && (
              <Box component="span" sx={{ color: 'error.main', ml: 0.5 }}>
                *
              </Box>
            )}
          </Typography>
          <Box sx={{ flex: 1 }} />
          <Marks field={field} />
        </Box>
        <Box aria-hidden>
          <FieldLook field={field} dictionaries={dictionaries} />
        </Box>
        {typeof help === 'string' && (
          <Typography variant="caption" color="text.secondary" component="div" noWrap sx={{ mt: 0.5 }}>
            {help}
          </Typography>
        )}
        <Box id={`problems-${field}`}>
          {problems.map((problem) => (
            <Typography key={problem} variant="caption" component="div" sx={{ color: 'error.main', display: 'flex', gap: 1, mt: 0.5 }}>
              <Error sx={{ fontSize: 14, mt: 0.5 }} aria-hidden />
              {problem}
            </Typography>
          ))}
        </Box>
      </Box>
    </Box>
  );
};

/** What one cannot see in the field itself: shown only sometimes, filled by a slot, personal data. */
const Marks: FC<{ field: string }> = ({ field }) => {
  const t = useTranslate();
  const { form } = useDesigner();
  const schema = fieldSchema(form, field) ?? {};
  const style = { fontSize: 15, color: 'text.secondary' };
  return (
    <>
      {hasShowIf(form, field) && <Visibility sx={style} titleAccess={t('forms.mark.showIf')} />}
      {typeof schema['x-slot'] === 'string' && <Chat sx={style} titleAccess={t('forms.mark.slot', { slot: schema['x-slot'] })} />}
      {schema['x-sensitive'] === true && <Lock sx={style} titleAccess={t('forms.mark.sensitive')} />}
    </>
  );
};

const dropMark = (side: 'before' | 'after', isWide: boolean) => ({
  content: '""',
  position: 'absolute',
  bgcolor: 'primary.main',
  borderRadius: 2,
  ...(isWide ? { left: 0, right: 0, height: 3, [side === 'before' ? 'top' : 'bottom']: -6 } : { top: 0, bottom: 0, width: 3, [side === 'before' ? 'left' : 'right']: -6 }),
});
