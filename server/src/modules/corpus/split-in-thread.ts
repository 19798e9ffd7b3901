import type { Example, SplitPart } from '@banshi/head';
import { startWorker } from '@banshi/runtime';

/** `splitExamples` in a thread of its own. */
export function splitInThread(examples: readonly Example[], seed: number): Promise<Record<SplitPart, Example[]>> {
  return new Promise((resolve, reject) => {
    const worker = startWorker('./split-worker', import.meta.url, { workerData: { examples, seed } });
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the splitting thread ended with code ${code}`)));
  });
}
