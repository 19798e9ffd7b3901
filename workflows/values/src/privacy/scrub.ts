import { findPersonalData } from './find-personal-data.js';
import { PERSONAL_LABELS, type PersonalKind } from './personal-kinds.js';

/** The text with ⟦手机号⟧ in place of every phone number, and so on: for good, and without telling two of a kind apart. */
export function scrubText(text: string, kinds?: readonly PersonalKind[]): string {
  let result = '';
  let end = 0;
  for (const { kind, from, to } of findPersonalData(text, kinds)) {
    result += `${text.slice(end, from)}⟦${PERSONAL_LABELS[kind]}⟧`;
    end = to;
  }
  return result + text.slice(end);
}
