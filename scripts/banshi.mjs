// `npm run banshi -- …`: the command-line program, built when needed.
import { pathToFileURL } from 'node:url';
import { inRoot } from './lib/paths.mjs';
import { setUp } from './lib/set-up.mjs';

await setUp();

const main = inRoot('server', 'dist', 'cli', 'main.js');
process.env.NODE_ENV ??= 'production';
process.setSourceMapsEnabled(true);
process.argv[1] = main;
await import(pathToFileURL(main).href);
