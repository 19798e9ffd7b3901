// `npm start`: from a clean clone to a running server. Needs nothing but Node.js.
import { pathToFileURL } from 'node:url';
import { inRoot } from './lib/paths.mjs';
import { setUp } from './lib/set-up.mjs';

endWithNpm();
await setUp();

// The server takes over this process, so that signals, exit code and memory are its own.
const main = inRoot('server', 'dist', 'main.js');
process.env.NODE_ENV ??= 'production';
process.setSourceMapsEnabled(true);
process.argv[1] = main;
await import(pathToFileURL(main).href);

/**
 * Under `npm start` we are npm's child. When npm is killed, nobody tells us, and the server would keep its port and
 * its home from the next start: so it ends as if it had been told to.
 */
function endWithNpm() {
  const npm = process.ppid;
  if (process.env.npm_lifecycle_event !== 'start') return;
  setInterval(() => process.ppid !== npm && process.kill(process.pid, 'SIGTERM'), 500).unref();
}
