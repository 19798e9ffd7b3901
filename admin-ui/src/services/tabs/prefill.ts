import { fieldNames, pruneHidden, slotReferences, type FormBody, type FormData } from '@banshi/forms';
import type { TriedSlot } from '../service.js';

/**
 * The data that a sentence gives: each field bound to a slot takes the first value found for it. A value that cannot be right
 * is filled in as it was said, so that the form shows why. The fields that were filled are named.
 */
export function prefill(form: FormBody, slots: readonly TriedSlot[]): { data: FormData; fields: string[] } {
  const known = new Set(fieldNames(form));
  const bound = new Map(slotReferences(form).map(({ field, key }) => [field, key]));
  const data: FormData = {};
  for (const [field, slot] of bound) {
    const found = slots.find((one) => one.slot === slot);
    if (!found || !known.has(field)) continue;
    data[field] = found.value ?? found.text;
  }
  const settled = pruneHidden(form, data);
  return { data: settled, fields: Object.keys(settled) };
}
