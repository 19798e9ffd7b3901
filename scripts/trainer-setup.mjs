// `npm run trainer:setup`: the Python environment of the parity suites, by hand.
import { ensureParity } from './lib/parity.mjs';

process.exitCode = (await ensureParity()) ? 0 : 1;
