import { chinaDate, checkResidentId, isoDate } from '@banshi/values';
import type { ProfileFieldType, ProfileReading } from './profile.types.js';

/** Full years between a day of birth and the day of `now` in China; null for a day that is none or lies ahead. */
export function ageOn(birthDate: string, now: Date): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(birthDate)) return null;
  const today = isoDate(chinaDate(now));
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (today.slice(5) < birthDate.slice(5) ? 1 : 0);
  return years >= 0 && years <= 150 ? years : null;
}

/** Day of birth in a resident ID number (GB 11643) whose check digit fits; a day is taken as it is. */
function birthDateOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  const number = value.trim().toUpperCase();
  if (!checkResidentId(number).valid) return null;
  const digits = number.length === 18 ? number.slice(6, 14) : `19${number.slice(6, 12)}`;
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** What the value of a case's field says as a profile field; null where it says nothing usable. */
export function readFact(value: unknown, reading: ProfileReading, type: ProfileFieldType, now: Date): unknown {
  if (value === null || value === undefined || value === '') return null;
  if (reading === 'value') return isOfType(value, type) ? value : null;
  const birthDate = birthDateOf(value);
  if (birthDate === null) return null;
  const said = reading === 'age' ? ageOn(birthDate, now) : birthDate;
  return isOfType(said, type) ? said : null;
}

/** Whether a value, as JSON, can be one of a profile field of this type. */
export function isOfType(value: unknown, type: ProfileFieldType): boolean {
  switch (type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'money':
      return Number.isSafeInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value) && !Number.isNaN(Date.parse(value));
    case 'division':
      return typeof value === 'string' && /^\d{6}$/.test(value);
    default:
      return typeof value === 'string' && value !== '' && value.length <= 500;
  }
}
