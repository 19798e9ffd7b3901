import { useDroppable } from '@dnd-kit/core';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import type { FormSection } from '@banshi/forms';
import type { FC, KeyboardEvent } from 'react';
import { useTranslate } from 'react-admin';
import type { Dictionaries } from '../fill/fill-schema.js';
import { useDesigner } from './designer.js';
import type { Drop } from './drop-place.js';
import { FieldCard } from './field-card.js';

interface SectionCardProps {
  section: FormSection;
  /** Its place among the sections. */
  index: number;
  dictionaries: Dictionaries;
  drop: Drop | null;
  /** The first field of the form, where Tab enters while none is selected. */
  entry: string | null;
  onKeyDown: (event: KeyboardEvent, field: string) => void;
}

/** One section of the form with its fields; a place to drop into even while empty. */
export const SectionCard: FC<SectionCardProps> = ({ section, index, dictionaries, drop, entry, onKeyDown }) => {
  const t = useTranslate();
  const { selected, select } = useDesigner();
  const isSelected = selected !== null && 'section' in selected && selected.section === section.key;
  const { setNodeRef, isOver } = useDroppable({ id: `section:${section.key}`, data: { section: section.key, index: section.fields.length } });
  const sideOf = (at: number) => (drop?.section !== section.key ? null : drop.index === at ? 'before' : drop.index === section.fields.length && at === section.fields.length - 1 ? 'after' : null);
  return (
    <Box ref={setNodeRef} data-at={`/layout/sections/${index}`} sx={{ border: 1, borderColor: isSelected ? 'primary.main' : 'divider', borderRadius: 2, bgcolor: 'background.paper', '& + &': { mt: 3 } }}>
      <ButtonBase
        onClick={() => select({ section: section.key })}
        aria-pressed={isSelected}
        sx={{ display: 'block', width: '100%', textAlign: 'left', px: 4, py: 2.5, borderBottom: 1, borderColor: 'divider', '&:hover, &.Mui-focusVisible': { bgcolor: 'action.hover' } }}
      >
        <Typography variant="h2" component="span" sx={{ display: 'block' }}>
          {section.title}
        </Typography>
        {section.description && (
          <Typography color="text.secondary" component="span">
            {section.description}
          </Typography>
        )}
      </ButtonBase>
      {section.fields.length === 0 ? (
        <Box sx={{ m: 3, p: 6, textAlign: 'center', border: '1px dashed', borderColor: isOver ? 'primary.main' : 'divider', borderRadius: 1, color: 'text.secondary', bgcolor: isOver ? 'primary.light' : 'transparent' }}>{t('forms.canvas.emptySection')}</Box>
      ) : (
        <Box role="listbox" aria-label={section.title} aria-orientation="vertical" sx={{ display: 'grid', gap: 2, p: 2, gridTemplateColumns: 'minmax(0, 1fr)', '@container (min-width: 460px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' } }}>
          {section.fields.map((layout, at) => (
            <FieldCard
              key={layout.field}
              layout={layout}
              section={section.key}
              index={at}
              at={`/layout/sections/${index}/fields/${at}`}
              dictionaries={dictionaries}
              isEntry={entry === layout.field}
              dropSide={sideOf(at)}
              onKeyDown={onKeyDown}
            />
          ))}
        </Box>
      )}
    </Box>
  );
};
