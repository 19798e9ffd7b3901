import { duration, parseDate, parseDateTime, parseTime } from 'feelin';
import { fail, type Span } from './problem.js';
import { isTemporal, type Temporal } from './values.js';

/** The value of @"2024-03-05", @"2024-03-05T10:00:00", @"10:00:00" or @"P1D". */
export function parseTemporalLiteral(text: string, at: Span): Temporal {
  const refuse = () => fail('invalid-temporal', at, { value: text.slice(0, 40), type: 'date' });
  if (!/^[-+:.\w@/]{1,60}$/u.test(text)) return refuse();
  const read = /^-?P/u.test(text) ? duration : /^\d{2}:/u.test(text) ? parseTime : text.includes('T') ? parseDateTime : parseDate;
  try {
    const value: unknown = read(text);
    return isTemporal(value) ? value : refuse();
  } catch {
    return refuse();
  }
}
