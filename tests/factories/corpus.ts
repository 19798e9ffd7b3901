import { readdirSync, readFileSync } from 'node:fs';
import { ItemsService } from '../../server/src/modules/config/items.service.js';
import { UtterancesService } from '../../server/src/modules/corpus/utterances.service.js';
import type { TestApp } from './test-app.js';

const sample = new URL('../../server/sample/', import.meta.url);
const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, sample), 'utf8'));

/** Intents and slots with these keys, nothing else. */
export async function withLabels(test: TestApp, intents: string[], slots: Record<string, string> = {}): Promise<void> {
  const items = test.app.get(ItemsService, { strict: false });
  await test.ctx.transaction(async (tx) => {
    for (const key of intents) await items.create(tx, { kind: 'intent', key, body: { title: key, description: '', role: 'common', service: null, parent: null, guideline: '' } });
    for (const [key, type] of Object.entries(slots)) await items.create(tx, { kind: 'slot', key, body: { title: key, description: '', type, dictionary: null, sensitive: false, guideline: '' } });
  });
}

/** The sample hall's content of these kinds. */
export async function withSample(test: TestApp, kinds: string[]): Promise<void> {
  const items = test.app.get(ItemsService, { strict: false });
  for (const kind of kinds) {
    for (const name of readdirSync(new URL(`config/${kind}/`, sample)).filter((file) => file.endsWith('.json')).sort()) {
      await test.ctx.transaction((tx) => items.create(tx, { kind, key: name.replace('.json', ''), body: readJson(`config/${kind}/${name}`) }));
    }
  }
}

/** The sample corpus; answers how many utterances there are. */
export async function withSampleCorpus(test: TestApp): Promise<number> {
  const lines = readFileSync(new URL('corpus/utterances.jsonl', sample), 'utf8').trim().split('\n');
  const drafts = lines.map((line) => {
    const { text, intent, entities } = JSON.parse(line) as { text: string; intent: string; entities: { start: number; end: number; label: string }[] };
    return { text, intent, entities: entities.map(({ start, end, label }) => ({ start, end, slot: label })) };
  });
  const { created } = await test.ctx.transaction((tx) => test.app.get(UtterancesService, { strict: false }).createMany(tx, drafts, 'sample'));
  return created.length;
}
