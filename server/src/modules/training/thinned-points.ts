/** At most about `limit` points: the first, the last and those with figures stay, of the others every so many. */
export function thinned<T extends { metrics: Record<string, number> }>(points: readonly T[], limit: number): T[] {
  if (points.length <= limit) return [...points];
  const every = Math.ceil(points.length / Math.max(limit, 2));
  return points.filter((point, i) => i % every === 0 || i === points.length - 1 || Object.keys(point.metrics).length > 0);
}
