/** `¥1,234.50` from integer 分; no floating point on the way. */
export function formatYuan(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const digits = String(Math.abs(Math.trunc(fen))).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}¥${yuan}.${digits.slice(-2)}`;
}

/** `1,234` */
export const formatCount = (n: number): string => n.toLocaleString('en-US');

/** `1.4 MB`; steps of 1024. */
export function formatBytes(bytes: number): string {
  const names = ['B', 'KB', 'MB', 'GB'];
  const step = bytes < 1 ? 0 : Math.min(names.length - 1, Math.floor(Math.log2(bytes) / 10));
  return `${(bytes / 1024 ** step).toFixed(step === 0 ? 0 : 1)} ${names[step]}`;
}

/** A share between 0 and 1 as `93.4%`. */
export const formatShare = (share: number): string => `${(share * 100).toFixed(1)}%`;
