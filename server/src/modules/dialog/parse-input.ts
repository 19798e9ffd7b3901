import { codePointLength } from '@banshi/values';
import { DomainError } from '../../platform/errors/domain-error.js';
import { dialogErrors } from './dialog.errors.js';
import type { SaidInput } from './dialog.types.js';

/** Characters of one message: several paragraphs. A document belongs into an attachment. */
export const maxText = 5_000;
const maxPayload = 500;
/** UTF-16 units of all values of a form as JSON; the largest of our forms needs a tenth. */
const maxValues = 200_000;

/** The input of a turn as the hall sent it. Throws INPUT_INVALID or TEXT_TOO_LONG. */
export function parseInput(value: unknown): Exclude<SaidInput, { type: 'open' }> {
  if (!isRecord(value)) throw invalid('input', 'input');
  switch (value['type']) {
    case 'text':
      return { type: 'text', text: parseText(value['text'], 'input.text') };
    case 'choose': {
      const payload = value['payload'];
      if (typeof payload !== 'string' || payload === '' || payload.length > maxPayload) throw invalid('input.payload', `payload: 1–${maxPayload}`);
      return { type: 'choose', payload: storable(payload) };
    }
    case 'fill': {
      const values = value['values'];
      if (!isRecord(values) || JSON.stringify(values).length > maxValues) throw invalid('input.values', `values: {…}, ≤ ${maxValues}`);
      return { type: 'fill', values: storableValues(values) };
    }
    case 'silence':
      return { type: 'silence' };
    default:
      throw invalid('input.type', 'text | choose | fill | silence');
  }
}

/** A message; characters that no database keeps are dropped. An empty one is somebody who pressed a key too early, not an error. */
export function parseText(text: unknown, field: string): string {
  if (typeof text !== 'string') throw invalid(field, 'text');
  // A code point has one or two units: most texts need no counting.
  if (text.length > maxText * 2 || (text.length > maxText && codePointLength(text) > maxText)) throw new DomainError(dialogErrors.TEXT_TOO_LONG, { field, params: { limit: maxText } });
  return storable(text);
}

const invalid = (field: string, reason: string) => new DomainError(dialogErrors.INPUT_INVALID, { field, params: { reason } });
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** PostgreSQL keeps neither U+0000 nor half of a surrogate pair. */
const storable = (text: string) => text.replace(/[\0\p{Surrogate}]/gu, '');

function storableValues(values: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(values), (_name, value: unknown) => (typeof value === 'string' ? storable(value) : value)) as Record<string, unknown>;
}
