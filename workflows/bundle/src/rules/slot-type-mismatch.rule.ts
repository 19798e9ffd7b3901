import { fieldTypeOf, type FieldTypeName } from '@banshi/forms';
import type { JsonSchema, SlotBody, SlotType } from '../kinds/bodies.js';
import { boundSlots } from './bound-slots.js';
import { finding, type ContractRule } from './rule.js';

/** Free text, into which any value may be written. */
const freeText: readonly FieldTypeName[] = ['text', 'textarea'];

/** The field types that a slot's normalised value fits. Money is integer 分, so a plain number would be off by a hundred. */
const fitting: Record<SlotType, readonly FieldTypeName[]> = {
  'resident-id': ['resident-id'],
  'credit-code': ['credit-code'],
  mobile: ['mobile', 'phone'],
  phone: ['phone'],
  email: [],
  plate: [],
  duration: [],
  percent: ['number', 'integer'],
  address: [],
  'bank-card': ['bank-card'],
  date: ['date'],
  money: ['money'],
  number: ['number', 'integer'],
  division: ['division'],
  person: [],
  organization: [],
  text: [],
  enum: ['choice', 'multi-choice'],
};

export const slotTypeMismatch: ContractRule = {
  id: 'slot-type-mismatch',
  severity: 'warning',
  kinds: ['form', 'slot'],
  title: { zh: '槽位的值填得进所绑定的字段', en: 'The value of a slot fits the field that it fills' },
  check: (view) =>
    boundSlots(view).flatMap(({ form, path, slot, title, schema }) => {
      const body = view.get('slot', slot);
      // A shape outside the palette has no type to compare with.
      const type = fieldTypeName(schema);
      if (!body || type === null || fits(body, type, schema)) return [];
      return [finding(slotTypeMismatch, { kind: 'form', key: form, path }, { slot, slotTitle: body.title || slot, slotType: body.type, field: title, fieldType: type })];
    }),
};

function fits(slot: SlotBody, type: FieldTypeName, schema: JsonSchema): boolean {
  if (freeText.includes(type)) return true;
  if (!fitting[slot.type].includes(type)) return false;
  const choices = (schema['type'] === 'array' ? schema['items'] : schema) as JsonSchema;
  // Entries of one dictionary are no values of another; a list of the form's own may well be a part of the dictionary.
  return slot.type !== 'enum' || choices['x-dictionary'] === undefined || choices['x-dictionary'] === slot.dictionary;
}

function fieldTypeName(schema: JsonSchema): FieldTypeName | null {
  return fieldTypeOf(schema)?.type ?? null;
}
