/** A difference of shares in percentage points, with its sign: `+2.4 个百分点`. */
export const signedPoints = (difference: number, t: (key: string, values?: Record<string, unknown>) => string): string => {
  const points = (difference * 100).toFixed(1);
  return t('models.compare.points', { points: Number(points) > 0 ? `+${points}` : points.replace('-', '−') });
};
