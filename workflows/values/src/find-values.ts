import type { DateOptions } from './dates/date-context.js';
import type { FoundMeaning, ValueKind } from './found-value.js';
import type { SlotType } from './normalise.js';
import { readValues } from './read-values.js';
import type { Verdict } from './verdict.js';

/** A value in a text. Offsets are in code points, `end` exclusive; `text` is what stands there. */
export interface FoundValue {
  type: SlotType;
  start: number;
  end: number;
  text: string;
  value: unknown;
  verdict: Verdict;
}

/**
 * The kinds of values that fill slots. Numbers stand everywhere and are read only where a slot was asked for; names of
 * organisations are read so that the place in one is no address, but which words belong to it the model knows better.
 */
const KINDS = ['resident-id', 'credit-code', 'mobile', 'phone', 'bank-card', 'email', 'plate', 'date', 'duration', 'percent', 'money', 'person', 'organization', 'address'] as const satisfies readonly ValueKind[];

function asSlot(found: FoundMeaning): Pick<FoundValue, 'type' | 'value'> | null {
  switch (found.kind) {
    case 'date':
      // A month or a year fills no field that wants a day.
      return found.value !== null && found.value.precision !== 'day' ? null : { type: 'date', value: found.value?.start ?? null };
    case 'money':
      return found.value?.currency === 'CNY' ? { type: 'money', value: found.value.fen } : null;
    case 'address':
      if (found.value !== null && found.value.rest !== '') return { type: 'address', value: found.normal };
      return found.value?.code == null ? null : { type: 'division', value: found.value.code };
    case 'duration':
      return found.value === null || found.value.about ? null : { type: 'duration', value: found.normal };
    case 'percent':
      return found.value === null || found.value.about || found.value.upper !== undefined ? null : { type: 'percent', value: found.value.number };
    case 'resident-id':
    case 'credit-code':
    case 'mobile':
    case 'phone':
    case 'email':
    case 'plate':
    case 'bank-card':
    case 'person':
      return { type: found.kind, value: found.value };
    default:
      return null;
  }
}

/**
 * Finds the values that can be recognised by their form and fill a slot: identity numbers, credit codes, phone numbers,
 * bank cards, e-mail addresses, plates, dates, durations, percentages, amounts, persons, divisions and addresses. One with a wrong check digit is found too, with a verdict that says so.
 */
export function findValues(text: string, now: Date = new Date(), options: Omit<DateOptions, 'now'> = {}): FoundValue[] {
  return readValues(text, { ...options, now, kinds: KINDS }).flatMap((found) => {
    const slot = asSlot(found);
    const { start, end, text: written, verdict } = found;
    return slot ? [{ ...slot, start, end, text: written, verdict }] : [];
  });
}
