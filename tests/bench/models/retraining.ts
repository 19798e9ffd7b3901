import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trainHead } from '@banshi/head';
import type { BenchContext, BenchSection } from './bench-section.js';
import { largeHall } from './large-hall.js';

const UTTERANCES = 10_000;
const ADDED = 20;
const MOST_SECONDS = 10;

/** The loop of labelling: a large hall is trained once, then again after a few more utterances. */
export async function measureRetraining({ encoderDir }: BenchContext): Promise<BenchSection> {
  const section: BenchSection = { title: `Training again after ${ADDED} more utterances`, head: ['Utterances', 'What', 'Encode s', 'Intents s', 'Slots s', 'Write s', 'Evaluate s', 'Total s', 'of processor', 'New bytes on disk'], rows: [], notes: ['Thirty intents, ten slots; 80 % train, 10 % validation, 10 % test.'], misses: [] };
  const work = await mkdtemp(join(tmpdir(), 'banshi-retraining-'));
  try {
    const options = { seed: 1, cacheDir: join(work, 'cache'), ...(encoderDir === null ? {} : { encoder: { dir: encoderDir } }) };
    for (const [count, what] of [[UTTERANCES, 'first'], [UTTERANCES + ADDED, 'again']] as const) {
      const input = largeHall(count);
      const before = process.cpuUsage();
      const { timings, manifest, bytes } = await trainHead(input, join(work, what), options);
      const { user, system } = process.cpuUsage(before);
      const shared = what === 'again' ? (manifest.files['encoder.bin']?.bytes ?? 0) : 0;
      const { prepare, intents, slots, write, evaluate, total } = timings;
      section.rows.push([String(count), what, ...[prepare, intents, slots, write, evaluate, total, (user + system) / 1000].map((ms) => (ms / 1000).toFixed(1)), (bytes - shared).toLocaleString('en-US')]);
      if (what === 'again' && total > MOST_SECONDS * 1000) section.misses.push(`training again took ${(total / 1000).toFixed(1)} s instead of ${MOST_SECONDS}`);
    }
    return section;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
