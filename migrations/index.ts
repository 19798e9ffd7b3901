import { Platform1764000001000 } from './1764000001000-Platform.js';
import { Access1764000002000 } from './1764000002000-Access.js';
import { Config1764000003000 } from './1764000003000-Config.js';
import { Kinds1764000004000 } from './1764000004000-Kinds.js';
import { Corpus1764000005000 } from './1764000005000-Corpus.js';
import { Models1764000006000 } from './1764000006000-Models.js';
import { Release1764000007000 } from './1764000007000-Release.js';
import { Cases1764000008000 } from './1764000008000-Cases.js';
import { TrainingMethods1764000009000 } from './1764000009000-TrainingMethods.js';
import { Policies1764000012000 } from './1764000012000-Policies.js';
import { Dialog1764000013000 } from './1764000013000-Dialog.js';
import { Faqs1764000014000 } from './1764000014000-Faqs.js';
import { Privacy1764000015000 } from './1764000015000-Privacy.js';
import { Notify1764000016000 } from './1764000016000-Notify.js';
import { Push1764000016500 } from './1764000016500-Push.js';

/** In order; a migration that has landed is never edited. */
export const migrations = [Platform1764000001000, Access1764000002000, Config1764000003000, Kinds1764000004000, Corpus1764000005000, Models1764000006000, Release1764000007000, Cases1764000008000, TrainingMethods1764000009000, Policies1764000012000, Dialog1764000013000, Faqs1764000014000, Privacy1764000015000, Notify1764000016000, Push1764000016500];
