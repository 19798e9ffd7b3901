import type { Settings } from '../../platform/settings/settings.model.js';

const dayMinutes = 1_440;
/** China Standard Time, all year (UTC+8). */
const chinaOffsetMinutes = 480;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** When the quiet hours in which `now` lies end; null outside of them. A span from 21:00 to 08:00 goes over midnight; one of no length is none. */
export function quietUntil(now: Date, { quietFrom, quietTo }: Pick<Settings, 'quietFrom' | 'quietTo'>): Date | null {
  const [from, to] = [minutesOf(quietFrom), minutesOf(quietTo)];
  const minute = (Math.floor(now.getTime() / 60_000) + chinaOffsetMinutes) % dayMinutes;
  const isQuiet = from <= to ? minute >= from && minute < to : minute >= from || minute < to;
  if (!isQuiet) return null;
  const wait = (to - minute + dayMinutes) % dayMinutes;
  return new Date(Math.floor(now.getTime() / 60_000) * 60_000 + wait * 60_000);
}
