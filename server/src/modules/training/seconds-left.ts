/** What the trainer reckoned at its last point, less what has passed since. */
export function secondsLeft(point: { secondsLeft: number | null; at: Date } | null, now: Date): number | null {
  if (point?.secondsLeft === null || point === null) return null;
  return Math.max(Math.round(point.secondsLeft - (now.getTime() - point.at.getTime()) / 1_000), 0);
}
