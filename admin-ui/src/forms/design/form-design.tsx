import { DndContext, DragOverlay, PointerSensor, pointerWithin, useSensor, useSensors, type CollisionDetection, type DragEndEvent, type DragMoveEvent, type DragStartEvent } from '@dnd-kit/core';
import Add from '@mui/icons-material/AddOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import useMediaQuery from '@mui/material/useMediaQuery';
import { addField, fieldTitle, fieldType, type FieldTypeName, type FormBody } from '@banshi/forms';
import { type FC, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { Sheet } from '../../shared/page.js';
import type { Dictionaries } from '../fill/fill-schema.js';
import { EditorRail } from '../properties/editor-rail.js';
import { useDesigner } from './designer.js';
import { dropOf, moveToDrop, type Drop } from './drop-place.js';
import { FieldPalette } from './field-palette.js';
import { FormCanvas } from './form-canvas.js';

type Dragged = { fieldType: FieldTypeName } | { field: string };

/** Cards lie inside sections; the innermost thing under the pointer is meant. */
const innermost: CollisionDetection = (args) => {
  const hits = pointerWithin(args);
  const card = hits.find(({ id }) => String(id).startsWith('over:'));
  return card ? [card] : hits;
};

/** Palette, canvas and properties side by side; in a narrow window the palette opens from a button. */
export const FormDesign: FC<{ edited: EditedItem<FormBody>; dictionaries: Dictionaries }> = ({ edited, dictionaries }) => {
  const t = useTranslate();
  const designer = useDesigner();
  const isWide = useMediaQuery('(min-width: 1180px)', { noSsr: true });
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const rail = useRef<HTMLDivElement>(null);

  const end = ({ over, activatorEvent, delta }: DragEndEvent) => {
    const to = dropOf({ over, activatorEvent, delta });
    if (to && dragged) {
      if ('field' in dragged) designer.run((body) => moveToDrop(body, dragged.field, to));
      else designer.run((body) => addField(body, to.section, to.index, dragged.fieldType, undefined, designer.language));
    }
    setDragged(null);
    setDrop(null);
  };
  const editProperties = () => rail.current?.querySelector<HTMLElement>('[data-first-property] input')?.focus();
  const paletteButton = !isWide && !designer.isReadOnly && (
    <Button variant="outlined" startIcon={<Add />} onClick={(event) => setAnchor(event.currentTarget)} sx={{ mb: 3 }}>
      {t('forms.palette.add')}
    </Button>
  );
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={innermost}
      onDragStart={({ active }: DragStartEvent) => setDragged(active.data.current as Dragged)}
      onDragMove={(event: DragMoveEvent) => setDrop((before) => sameOr(before, dropOf(event)))}
      onDragEnd={end}
      onDragCancel={() => {
        setDragged(null);
        setDrop(null);
      }}
    >
      <Box sx={{ display: 'grid', gap: 4, alignItems: 'start', gridTemplateColumns: 'minmax(0, 1fr)', '@media (min-width: 760px)': { gridTemplateColumns: 'minmax(0, 1fr) 288px' }, '@media (min-width: 1180px)': { gridTemplateColumns: '172px minmax(0, 1fr) 320px' } }}>
        {isWide && (
          <Sheet sx={{ p: 3, position: 'sticky', top: 16, maxHeight: 'calc(100vh - 92px)', overflow: 'auto' }}>
            <FieldPalette />
          </Sheet>
        )}
        <Box sx={{ minWidth: 0 }}>
          {paletteButton}
          {designer.refusal && (
            <Alert severity="warning" onClose={designer.clearRefusal} sx={{ mb: 3 }}>
              {designer.refusal}
            </Alert>
          )}
          <FormCanvas dictionaries={dictionaries} drop={dragged ? drop : null} onEdit={editProperties} />
        </Box>
        <Box ref={rail} sx={{ minWidth: 0, position: 'sticky', top: 16 }}>
          <EditorRail edited={edited} />
        </Box>
      </Box>
      <Popover open={anchor !== null && !isWide} anchorEl={anchor} onClose={() => setAnchor(null)} slotProps={{ paper: { sx: { p: 3, width: 220 } } }}>
        <FieldPalette onAdded={() => setAnchor(null)} />
      </Popover>
      <DragOverlay dropAnimation={null}>
        {dragged && (
          <Box sx={{ px: 3, py: 1.5, border: 1, borderColor: 'primary.main', borderRadius: 1, bgcolor: 'primary.light', fontWeight: 600, width: 'fit-content', cursor: 'grabbing' }}>
            {'field' in dragged ? fieldTitle(designer.form, dragged.field) : fieldType(dragged.fieldType).title[designer.language]}
          </Box>
        )}
      </DragOverlay>
    </DndContext>
  );
};

const sameOr = (before: Drop | null, after: Drop | null) => (before?.section === after?.section && before?.index === after?.index ? before : after);
