type Translate = (key: string, values?: Record<string, unknown>) => string;

/** A length of time to the second below a minute, then to the minute: `8 秒`, `3 分钟`. */
export function durationText(ms: number, t: Translate): string {
  const seconds = Math.max(1, Math.round(ms / 1_000));
  return seconds < 60 ? t('training.seconds', { smart_count: seconds }) : t('training.minutes', { smart_count: Math.round(seconds / 60) });
}
