import { readSampleHall } from '../../server/src/sample/sample-hall.js';
import { seedConfiguration } from '../../server/src/sample/seed-configuration.js';
import { seedOrganisation } from '../../server/src/sample/seed-organisation.js';
import { BundlesService } from '../../server/src/modules/release/bundles.service.js';
import { PublishingService } from '../../server/src/modules/release/publishing.service.js';
import type { TestApp } from './test-app.js';
import { testPassword } from './users.js';

/** The sample hall's organisation, people (with `testPassword`) and drafts; nothing is published. */
export async function withSampleDrafts(test: TestApp): Promise<void> {
  const sample = readSampleHall();
  await test.ctx.transaction(async (tx) => {
    await seedOrganisation(test.app, tx, sample, testPassword);
    await seedConfiguration(test.app, tx, sample);
  });
}

/** Puts all drafts on a channel without asking the contract rules (which want a model), and returns the bundle's hash. */
export async function adoptDrafts(test: TestApp, channel = 'hall'): Promise<string> {
  return test.ctx.transaction(async (tx) => {
    const entries = await tx.manager.query(`SELECT i.kind, i.key, d.sha256 FROM config_item i JOIN config_draft d ON d.item_id = i.id WHERE i.deleted_at IS NULL`);
    const bundle = await test.app.get(PublishingService, { strict: false }).adopt(tx, channel, entries, 'test');
    return (await test.app.get(BundlesService, { strict: false }).load(tx, bundle.sha256)).sha256;
  });
}
