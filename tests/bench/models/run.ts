import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readEncoder, shippedEncoderFolder } from '@banshi/encoder';
import { toMarkdown } from './bench-section.js';
import type { BenchContext, BenchSection } from './bench-section.js';
import { measureAccuracy, measureFewTexts, measurePermuted } from './intents.js';
import { measureRetraining } from './retraining.js';
import { measureRetrieval } from './retrieval.js';
import { measureScope } from './scope.js';
import { writeSections } from './write-section.js';

const document = join(import.meta.dirname, '..', '..', '..', 'docs', 'benchmarks.md');
const [dataDir, ...rest] = process.argv.slice(2) as [string, ...string[]];
const option = (name: string): string | undefined => rest.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
const only = rest.filter((one) => !one.startsWith('--'));

type Measurement = (context: BenchContext) => Promise<BenchSection>;
const measurements: Record<string, Measurement> = { retraining: measureRetraining, accuracy: measureAccuracy, few: measureFewTexts, permuted: measurePermuted, scope: measureScope, retrieval: measureRetrieval };
// The trainer in Python measures itself; it needs its environment and says so where that is not there.
const full = join(import.meta.dirname, 'full.ts');
if (existsSync(full)) Object.assign(measurements, ((await import(pathToFileURL(full).href)) as { measurements: Record<string, Measurement> }).measurements);

const encoderDir = option('encoder') ?? (existsSync(join(shippedEncoderFolder(), 'manifest.json')) ? shippedEncoderFolder() : null);
const kept = option('cache');
const cacheDir = kept ?? (await mkdtemp(join(tmpdir(), 'banshi-bench-')));
const sections: BenchSection[] = [];
try {
  const encoder = encoderDir === null ? null : await readEncoder(encoderDir);
  console.log(encoder ? `encoder ${encoder.name} ${encoder.hash}` : 'no encoder: character n-grams alone');
  for (const [name, measure] of Object.entries(measurements)) {
    if (only.length > 0 && !only.includes(name)) continue;
    const section = await measure({ dataDir, encoderDir, cacheDir, seeds: [1, 2, 3] });
    sections.push(section);
    console.log(`\n${toMarkdown(section)}`);
  }
  const facts = [encoder ? `Encoder ${encoder.name}, ${encoder.layers} layers × ${encoder.hiddenSize}, \`${encoder.hash.slice(0, 16)}\`; three seeds, mean ± standard deviation.` : 'Without an encoder; three seeds, mean ± standard deviation.'];
  writeSections(document, 'npm run bench:models -- FOLDER', facts, sections);
} finally {
  if (kept === undefined) await rm(cacheDir, { recursive: true, force: true });
}
const misses = sections.flatMap((section) => section.misses);
for (const miss of misses) console.error(`× ${miss}`);
process.exitCode = misses.length > 0 ? 1 : 0;
