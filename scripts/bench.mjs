// `npm run bench`: the rates of this machine as ratios to plain programs doing the same work.
import { setUp } from './lib/set-up.mjs';
import { runTypeScript } from './lib/typescript.mjs';

await setUp();
process.exitCode = await runTypeScript('tests/bench/run.ts', process.argv.slice(2));
