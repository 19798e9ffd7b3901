// `npm run test:data -- FOLDER`: the checks that need the large public data sets in FOLDER.
import { resolve } from 'node:path';
import { fail } from './lib/console.mjs';
import { setUp } from './lib/set-up.mjs';
import { runTypeScript } from './lib/typescript.mjs';

const [folder, ...rest] = process.argv.slice(2);
if (!folder) fail('请给出数据文件夹：npm run test:data -- 文件夹', 'name the data folder: npm run test:data -- FOLDER');
await setUp();
process.exitCode = await runTypeScript('tests/data/run.ts', [resolve(process.env.INIT_CWD ?? '.', folder), ...rest]);
