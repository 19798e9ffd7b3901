import { ItemsService } from '../../server/src/modules/config/items.service.js';
import { UtterancesService } from '../../server/src/modules/corpus/utterances.service.js';
import { readSampleHall } from '../../server/src/sample/sample-hall.js';
import type { TestApp } from './test-app.js';

/** Intents and slots with these keys, nothing else. */
export async function withLabels(test: TestApp, intents: string[], slots: Record<string, string> = {}): Promise<void> {
  const items = test.app.get(ItemsService, { strict: false });
  await test.ctx.transaction(async (tx) => {
    for (const key of intents) await items.create(tx, { kind: 'intent', key, body: { title: key, description: '', role: 'common', service: null, parent: null, guideline: '' } });
    for (const [key, type] of Object.entries(slots)) await items.create(tx, { kind: 'slot', key, body: { title: key, description: '', type, dictionary: null, sensitive: false, guideline: '' } });
  });
}

/** The sample corpus; answers how many utterances there are. */
export async function withSampleCorpus(test: TestApp): Promise<number> {
  const drafts = readSampleHall().utterances.map(({ text, intent, entities }) => ({ text, intent, entities: entities.map(({ start, end, label }) => ({ start, end, slot: label })) }));
  const { created } = await test.ctx.transaction((tx) => test.app.get(UtterancesService, { strict: false }).createMany(tx, drafts, 'sample'));
  return created.length;
}
