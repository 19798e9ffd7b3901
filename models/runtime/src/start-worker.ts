import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { WorkerOptions } from 'node:worker_threads';

/**
 * Starts a worker thread from a module beside the caller: `startWorker('./job-worker', import.meta.url)`. Compiled code
 * starts its `.js` file. Code that runs from source (tests, development) starts the `.ts` file through tsx, because
 * Node 20 reads no TypeScript and test runners transform only their own thread.
 */
export function startWorker(module: string, callerUrl: string, options: WorkerOptions = {}): Worker {
  const isSource = new URL(callerUrl).pathname.endsWith('.ts');
  if (!isSource) return new Worker(new URL(`${module}.js`, callerUrl), options);
  // `require.resolve` knows only the CommonJS entry of tsx, whose register() cannot serve a thread: name the other one.
  const loader = new URL('./dist/esm/api/index.mjs', pathToFileURL(createRequire(callerUrl).resolve('tsx/package.json'))).href;
  const entry = new URL(`${module}.ts`, callerUrl).href;
  const bootstrap = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}); })`;
  return new Worker(bootstrap, { ...options, eval: true, execArgv: ['--conditions=banshi-source'] });
}
