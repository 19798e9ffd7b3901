import { parentPort, workerData } from 'node:worker_threads';
import { type Example, splitExamples } from '@banshi/head';

// Looking for near duplicates takes seconds for large sets; a thread of its own leaves the event loop free.
const { examples, seed } = workerData as { examples: Example[]; seed: number };
parentPort!.postMessage(splitExamples(examples, seed));
