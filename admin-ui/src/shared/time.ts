const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** `3 小时前`, `昨天`, `刚刚`; within 45 seconds it is now. */
export function relativeTime(at: Date, now: Date, locale: string): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  if (Math.abs(seconds) < 45) return format.format(0, 'second');
  const [unit, size] = units.find(([, unitSize]) => Math.abs(seconds) >= unitSize) ?? ['minute', 60];
  return format.format(Math.round(seconds / size) || Math.sign(seconds), unit);
}

/** `2026-03-05 14:07`, the same in both languages and sortable by eye. */
export function absoluteTime(at: Date, withSeconds = false): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const time = `${two(at.getHours())}:${two(at.getMinutes())}${withSeconds ? `:${two(at.getSeconds())}` : ''}`;
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${time}`;
}

/** `10:32` */
export function clockTime(at: Date): string {
  return absoluteTime(at).slice(11);
}
