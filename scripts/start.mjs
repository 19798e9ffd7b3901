// `npm start`: from a clean clone to a running server. Needs nothing but Node.js.
import { pathToFileURL } from 'node:url';
import { inRoot } from './lib/paths.mjs';
import { setUp } from './lib/set-up.mjs';

await setUp();

// The server takes over this process, so that signals, exit code and memory are its own.
const main = inRoot('server', 'dist', 'main.js');
process.env.NODE_ENV ??= 'production';
process.setSourceMapsEnabled(true);
process.argv[1] = main;
await import(pathToFileURL(main).href);
