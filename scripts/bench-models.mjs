// `npm run bench:models -- FOLDER [PART…]`: how well and how fast models are trained, on the public data sets in FOLDER.
import { resolve } from 'node:path';
import { fail } from './lib/console.mjs';
import { setUp } from './lib/set-up.mjs';
import { findTrainerPython } from './lib/trainer-python.mjs';
import { runTypeScript } from './lib/typescript.mjs';

const [folder, ...rest] = process.argv.slice(2);
if (!folder) fail('请给出数据文件夹：npm run bench:models -- 文件夹', 'name the data folder: npm run bench:models -- FOLDER');
await setUp();
process.env.BANSHI_TRAINER_PYTHON ??= findTrainerPython() ?? '';
process.exitCode = await runTypeScript('tests/bench/models/run.ts', [resolve(process.env.INIT_CWD ?? '.', folder), ...rest]);
