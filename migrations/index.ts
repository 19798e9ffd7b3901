import { Platform1764000001000 } from './1764000001000-Platform.js';
import { Access1764000002000 } from './1764000002000-Access.js';
import { Config1764000003000 } from './1764000003000-Config.js';
import { Kinds1764000004000 } from './1764000004000-Kinds.js';
import { Release1764000007000 } from './1764000007000-Release.js';

/** In order; a migration that has landed is never edited. */
export const migrations = [Platform1764000001000, Access1764000002000, Config1764000003000, Kinds1764000004000, Release1764000007000];
