import { Platform1764000001000 } from './1764000001000-Platform.js';
import { Access1764000002000 } from './1764000002000-Access.js';
import { Config1764000003000 } from './1764000003000-Config.js';

/** In order; a migration that has landed is never edited. */
export const migrations = [Platform1764000001000, Access1764000002000, Config1764000003000];
