import type { Attachment } from '@banshi/forms';

/** Every attachment anywhere inside a value. */
export function attachmentsIn(value: unknown): Attachment[] {
  if (typeof value !== 'object' || value === null) return [];
  const { blob, name, size, mediaType } = value as Partial<Attachment>;
  if (typeof blob === 'string' && typeof name === 'string' && typeof size === 'number' && typeof mediaType === 'string') return [{ blob, name, size, mediaType }];
  return Object.values(value).flatMap(attachmentsIn);
}
