import { fileURLToPath } from 'node:url';

/** Absolute path of the encoder that ships with the product. Found from the source as well as from the build. */
export function shippedEncoderFolder(): string {
  return fileURLToPath(new URL('../weights', import.meta.url));
}
