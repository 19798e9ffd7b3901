// `npm run trainer:setup`: the Python environment that trains, and in which the trainer's suite runs.
import { ensureTrainerPython } from './lib/trainer-python.mjs';

process.exitCode = (await ensureTrainerPython()) ? 0 : 1;
