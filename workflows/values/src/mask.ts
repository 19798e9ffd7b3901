import { codePointLength, sliceCodePoints } from './code-points.js';
import type { SlotType } from './normalise.js';

/** How many characters stay readable before and after the stars. */
const KEPT: Record<SlotType, readonly [number, number]> = {
  'resident-id': [6, 2],
  'credit-code': [6, 2],
  mobile: [3, 2],
  phone: [3, 2],
  email: [1, 0],
  plate: [2, 1],
  address: [3, 0],
  duration: [0, 0],
  percent: [0, 0],
  'bank-card': [4, 4],
  person: [1, 0],
  organization: [2, 0],
  money: [0, 0],
  number: [0, 0],
  date: [0, 0],
  text: [0, 0],
  division: [Infinity, 0],
  enum: [Infinity, 0],
};

/**
 * The value for a log: an identity number keeps its first six and last two characters, a name its first, free text nothing.
 * At least half of the characters are hidden, and the number of stars (at most 8) does not tell the length of a long text.
 */
export function maskValue(type: SlotType, text: string): string {
  const [head, tail] = KEPT[type];
  if (head === Infinity) return text;
  const length = codePointLength(text);
  const keepsAny = length >= 2 && head + tail <= length / 2;
  const first = keepsAny ? head : Math.min(head, length >= 2 ? 1 : 0);
  const last = keepsAny ? tail : 0;
  return sliceCodePoints(text, 0, first) + '*'.repeat(Math.min(8, length - first - last)) + sliceCodePoints(text, length - last);
}
