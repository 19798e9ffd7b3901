import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone that these scripts belong to, wherever they are called from. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A path inside the clone. */
export const inRoot = (...parts) => join(root, ...parts);
