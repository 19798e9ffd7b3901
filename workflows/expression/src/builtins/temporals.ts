import { FeelDate, parseDate, parseDateTime } from 'feelin';
import { computeWithFeelin, FEELIN_STEPS } from '../feelin-bridge.js';
import { NUMBER, type FeelType } from '../types.js';
import type { Temporal, Value } from '../values.js';
import { maybe, one, type Builtin, type CallSite } from './builtin.js';

/** Halls are in China: today() and now() tell the time of UTC+8, wherever the server stands. */
const OFFSET_MS = 8 * 3_600_000;

/** Lets feelin call its own function; a warning, a null or an exception is a problem here. */
function throughFeelin(name: string, args: Value[], site: CallSite): Value {
  site.charge(FEELIN_STEPS);
  return computeWithFeelin(`${name}(${args.map((_, index) => `a${index}`).join(', ')})`, args) ?? site.fail('invalid-value', { name });
}

const constructor = (name: string, kind: FeelType['kind'], parameters: Builtin['parameters']): Builtin => ({
  parameters,
  result: { kind } as FeelType,
  run: (args, site) => throughFeelin(name, args.filter((arg) => arg !== undefined), site),
});

const calendar = (name: string, result: FeelType): Builtin => ({
  parameters: [one('date', 'date', 'date-time')],
  result,
  run: (args, site) => throughFeelin(name, args, site),
});

const local = (site: CallSite) => new Date(site.now.getTime() + OFFSET_MS).toISOString();

export const TEMPORAL_FUNCTIONS: Record<string, Builtin> = {
  date: {
    ...constructor('date', 'date', [one('from', 'string', 'date', 'date-time', 'number'), maybe('month', 'number'), maybe('day', 'number')]),
    run: (args, site) => {
      const given = args.filter((arg) => arg !== undefined);
      // Either one value to convert, or year, month and day.
      if ((typeof given[0] === 'number') !== (given.length === 3)) site.fail('invalid-value', { name: 'date' });
      const made = throughFeelin('date', given, site);
      return made instanceof FeelDate ? made : site.fail('invalid-value', { name: 'date' });
    },
  },
  'date and time': constructor('date and time', 'date-time', [one('date', 'string', 'date', 'date-time'), maybe('time', 'time')]),
  time: constructor('time', 'time', [one('from', 'string', 'time', 'date-time')]),
  duration: constructor('duration', 'duration', [one('from', 'string')]),
  'years and months duration': constructor('years and months duration', 'duration', [one('from', 'date'), one('to', 'date')]),
  'day of year': calendar('day of year', NUMBER),
  'week of year': calendar('week of year', NUMBER),
  'day of week': calendar('day of week', { kind: 'string' }),
  'month of year': calendar('month of year', { kind: 'string' }),
  today: { parameters: [], result: { kind: 'date' }, run: (_, site) => parseDate(local(site).slice(0, 10)) as Temporal },
  now: { parameters: [], result: { kind: 'date-time' }, run: (_, site) => parseDateTime(local(site).replace('Z', '+08:00')) as Temporal },
};
