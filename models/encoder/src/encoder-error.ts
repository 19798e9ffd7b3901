/**
 * - `not-found`: no folder, or a folder without a manifest;
 * - `damaged`: a file is missing, has another size or hash, or is no regular file;
 * - `invalid`: the files are whole, but what they say cannot be used (another schema, a value out of range).
 */
export type EncoderErrorCode = 'not-found' | 'damaged' | 'invalid';

/** Why a folder cannot serve as an encoder. */
export class EncoderError extends Error {
  override readonly name = 'EncoderError';

  constructor(readonly code: EncoderErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
  }
}
