import { addDays, durationSeconds, type FoundMeaning, isoDate, readValues, type ValueKind } from '@banshi/values';
import { dateTimeExceptions } from './datetime-exceptions.js';
import { type Expected, loadVectors, type Measured, measureVectors, placeOf, type Vector } from './vectors.js';

/** The parts of the day as the vectors have them: four hours each. */
const dayParts = { morning: [8, 12], forenoon: [8, 12], afternoon: [12, 16], evening: [16, 20] } as const;
const kinds: readonly ValueKind[] = ['date', 'date-range', 'time', 'time-range', 'datetime', 'datetime-range', 'duration', 'recurrence'];

function dayAfter(iso: string): string {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return isoDate(addDays({ year, month, day }, 1));
}

const value = (type: string, parts: { value?: string; start?: string; end?: string; Mod?: string }) => [type, parts.value, parts.start, parts.end, parts.Mod].map((part) => part ?? '').join(',');
const moment = (text: string) => `${text.replace('T', ' ')}${text.length === 16 ? ':00' : ''}`;
const clock = (text: string) => (text.length === 5 ? `${text}:00` : text).replace('24:00:00', '00:00:00');
const meanings = <T extends FoundMeaning>({ candidates, normal, value: chosen }: T) => (candidates.length > 0 ? candidates : chosen === null ? [] : [{ normal, value: chosen }]) as { normal: string; value: NonNullable<T['value']> }[];

/** Open on one side, or from the first moment to the last one. */
function stretch(type: string, start: string | null, end: string | null, write: (text: string) => string): string {
  if (start !== null && end !== null) return value(type, { start: write(start), end: write(end) });
  return start === null ? value(type, { end: write(end ?? ''), Mod: 'before' }) : value(type, { start: write(start), Mod: 'after' });
}

/** Our value in the words of the vectors: periods end before the day after, ranges with the beginning of their last part. */
function valuesOf(found: FoundMeaning): string[] {
  switch (found.kind) {
    case 'date':
      return meanings(found).map(({ value: { start, end, precision } }) => (precision === 'day' ? value('date', { value: start }) : value('daterange', { start, end: dayAfter(end) })));
    case 'date-range':
      return meanings(found).map(({ value: { from, to, includesFrom, includesTo } }) => {
        if (from && to) return value('daterange', { start: from.start, end: to.start });
        const isDay = (from ?? to)?.precision === 'day';
        if (from) return includesFrom ? value('daterange', { start: from.start, Mod: 'since' }) : value('daterange', { start: isDay ? from.end : dayAfter(from.end), Mod: 'after' });
        return includesTo ? value('daterange', { end: isDay ? to!.end : dayAfter(to!.end), Mod: 'until' }) : value('daterange', { end: to!.start, Mod: 'before' });
      });
    case 'time':
      return meanings(found).map(({ value: { time } }) => value('time', { value: clock(time) }));
    case 'time-range':
      return meanings(found).map(({ value: { start, end } }) => stretch('timerange', start, end, clock));
    case 'datetime':
      return meanings(found).map(({ value: { at } }) => value('datetime', { value: moment(at) }));
    case 'datetime-range':
      return meanings(found).map(({ value: { start, end } }) => stretch('datetimerange', start, end, moment));
    case 'duration':
      return [value('duration', { value: String(durationSeconds(found.value!)) })];
    default:
      return [value('set', { value: 'not resolved' })];
  }
}

function find({ Input, Context }: Vector): Expected[] {
  const reference = new Date(`${Context?.ReferenceDateTime ?? '2020-01-01T00:00:00'}+08:00`);
  return readValues(Input, { now: reference, kinds, dayParts }).map((found) => ({ start: found.start, end: found.end, values: valuesOf(found).sort() }));
}

function want({ Input, Results }: Vector): Expected[] {
  return Results.map((result) => {
    const values = (result.Resolution?.['values'] ?? []) as { type: string; value?: string; start?: string; end?: string; Mod?: string }[];
    const type = result.TypeName?.replace('datetimeV2.', '') ?? '';
    // What the vectors leave unresolved has no value; of what recurs only the kind is compared.
    return { ...placeOf(result, Input), values: values.filter((each) => type === 'set' || each.value !== 'not resolved').map((each) => value(type, each)).sort() };
  });
}

function findDurations({ Input }: Vector): Expected[] {
  return readValues(Input, { kinds: ['duration'] }).map((found) => ({ start: found.start, end: found.end, values: found.kind === 'duration' && found.value ? [String(durationSeconds(found.value))] : [] }));
}

function wantDurations({ Input, Results }: Vector): Expected[] {
  return Results.map((result) => ({ ...placeOf(result, Input), values: [String((result.Value?.['FutureResolution'] as { duration: string }).duration)] }));
}

/** Dates, times and lengths of time of the published Chinese vectors: place, type and all values are compared, not their TIMEX code. */
export async function measureDateTime(dataDir: string): Promise<Measured[]> {
  return [
    measureVectors('Recognizers DateTimeModel', await loadVectors(dataDir, 'DateTime_Chinese_DateTimeModel'), 0.85, find, want, dateTimeExceptions),
    measureVectors('Recognizers DurationParser', await loadVectors(dataDir, 'DateTime_Chinese_DurationParser'), null, findDurations, wantDurations),
  ];
}
