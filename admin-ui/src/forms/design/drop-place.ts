import type { DragMoveEvent } from '@dnd-kit/core';
import { moveField, placeOf, type EditResult, type FormBody } from '@banshi/forms';

/** Where a dragged field lands: before the field that has this index now. */
export interface Drop {
  section: string;
  index: number;
}

/** The place under the pointer: before or after a card by the half that the pointer is over; at the end of a section beside its cards. */
export function dropOf({ over, activatorEvent, delta }: Pick<DragMoveEvent, 'over' | 'activatorEvent' | 'delta'>): Drop | null {
  const target = over?.data.current as { section: string; index: number; isWide?: boolean } | undefined;
  if (!over || !target) return null;
  if (target.isWide === undefined) return { section: target.section, index: target.index };
  const start = activatorEvent as MouseEvent;
  const { rect } = over;
  const isAfter = target.isWide ? start.clientY + delta.y > rect.top + rect.height / 2 : start.clientX + delta.x > rect.left + rect.width / 2;
  return { section: target.section, index: target.index + (isAfter ? 1 : 0) };
}

/** Moves a field to a drop's place, which counts the field itself where it still stands. */
export function moveToDrop(form: FormBody, field: string, { section, index }: Drop): EditResult {
  const from = placeOf(form, field);
  const isBefore = from?.section.key === section && from.index < index;
  return moveField(form, field, section, isBefore ? index - 1 : index);
}

/** Moves a field one place up or down, over the border of its section where it stands at an end. */
export function moveByStep(form: FormBody, field: string, by: -1 | 1): EditResult {
  const from = placeOf(form, field);
  const unchanged: EditResult = { form, problems: [] };
  if (!from) return unchanged;
  const { sections } = form.layout;
  const at = sections.findIndex(({ key }) => key === from.section.key);
  const to = from.index + by;
  if (to >= 0 && to < from.section.fields.length) return moveField(form, field, from.section.key, to);
  const neighbour = sections[at + by];
  return neighbour ? moveField(form, field, neighbour.key, by < 0 ? neighbour.fields.length : 0) : unchanged;
}
