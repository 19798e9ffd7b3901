export { EncoderError } from './encoder-error.js';
export type { EncoderErrorCode } from './encoder-error.js';
export { ENCODER_FILES, ENCODER_SCHEMA } from './encoder-info.js';
export type { EncoderDescription, EncoderInfo, EncoderManifest } from './encoder-info.js';
export { readEncoder } from './read-encoder.js';
export { shippedEncoderFolder } from './shipped-encoder.js';
