import type { JsonSchema } from '../form-body.js';

/** One uploaded file, as form data names it: the content lies in the blob store. */
export interface Attachment {
  /** SHA-256 of the content, in lower-case hexadecimal. */
  blob: string;
  name: string;
  /** Bytes. */
  size: number;
  mediaType: string;
}

export function attachmentItemSchema(): JsonSchema {
  return {
    type: 'object',
    properties: {
      blob: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      name: { type: 'string', minLength: 1, maxLength: 255 },
      size: { type: 'integer', minimum: 0 },
      mediaType: { type: 'string', maxLength: 127 },
    },
    required: ['blob', 'name', 'size', 'mediaType'],
    additionalProperties: false,
  };
}

/** What offices ask for: photographs and scans. */
export const DEFAULT_MEDIA_TYPES = ['image/jpeg', 'image/png', 'application/pdf'];
export const DEFAULT_MAX_BYTES = 10 * 1024 * 1024;
