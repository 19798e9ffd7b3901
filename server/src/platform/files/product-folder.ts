import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the product: this file lies three folders below `server/src` or `server/dist`. */
const root = join(dirname(fileURLToPath(import.meta.url)), '../../../..');

/** A folder that ships with the product beside the server, such as `models/trainer`. */
export const productFolder = (...path: string[]): string => join(root, ...path);
