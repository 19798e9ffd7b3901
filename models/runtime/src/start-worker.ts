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
  const loader = pathToFileURL(createRequire(callerUrl).resolve('tsx/esm')).href;
  return new Worker(new URL(`${module}.ts`, callerUrl), { ...options, execArgv: ['--import', loader, '--conditions', 'banshi-source'] });
}
