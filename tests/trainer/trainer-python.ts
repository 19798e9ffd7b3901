import { spawnSync } from 'node:child_process';

const named = process.env['BANSHI_TRAINER_PYTHON'] || process.env['BANSHI_PYTHON'] || null;

/** Why these tests are skipped, for the name of the test. */
export const howToRun = 'skipped: no Python of the trainer; `npm run trainer:setup` makes one, then `npm test`';

/** The Python that trains; null where it is not set up. */
export const trainerPython = named !== null && spawnSync(named, ['-c', 'import torch, onnxruntime, tokenizers, pytest'], { timeout: 120_000 }).status === 0 ? named : null;
