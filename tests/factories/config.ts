import { randomUUID } from 'node:crypto';
import { ItemsService } from '../../server/src/modules/config/items.service.js';
import { OrgService } from '../../server/src/modules/org/org.service.js';
import type { TestApp } from './test-app.js';

/** An org unit; returns its id. */
export async function newOrgUnit(test: TestApp, key: string, title = key, parentId: string | null = null): Promise<string> {
  const unit = await test.ctx.transaction((tx) => test.app.get(OrgService, { strict: false }).create(tx, { key, title, parentId }));
  return unit.id;
}

/** An item of a kind with this draft; returns its id. */
export async function newItem(test: TestApp, kind: string, key: string, body: unknown, orgUnitId: string | null = null): Promise<string> {
  const item = await test.ctx.transaction((tx) => test.app.get(ItemsService, { strict: false }).create(tx, { kind, key, body, orgUnitId }));
  return item.id;
}

/** Lets the hall show contents as if they had been published, without the checks of a release. */
export async function showInHall(test: TestApp, entries: { kind: string; key: string }[]): Promise<void> {
  const bundle = `test-${randomUUID()}`;
  await test.ctx.transaction(async ({ manager }) => {
    await manager.query(`INSERT INTO bundle (sha256, n, note, by_name) VALUES ($1, (SELECT coalesce(max(n), 0) + 1 FROM bundle), '', 'test')`, [bundle]);
    for (const { kind, key } of entries) {
      await manager.query(
        `INSERT INTO bundle_entry (bundle, kind, key, sha256) SELECT $1, i.kind, i.key, d.sha256 FROM config_item i JOIN config_draft d ON d.item_id = i.id WHERE i.kind = $2 AND i.key = $3`,
        [bundle, kind, key],
      );
    }
    await manager.query(`UPDATE channel SET bundle = $1, rev = rev + 1 WHERE name = 'hall'`, [bundle]);
  });
}

/** Timers of the application send statements of their own now and then; none falls into each of so many runs. */
const countedRuns = 3;

/** Counts the statements that `work`, which changes nothing, sends to the application's database: the least of several runs. */
export async function countQueries(test: TestApp, work: () => Promise<unknown>): Promise<number> {
  const { connection } = test.ctx.manager;
  const previous = connection.logger;
  const counts: number[] = [];
  try {
    for (let run = 0; run < countedRuns; run += 1) {
      let count = 0;
      connection.logger = { ...silent, logQuery: () => void (count += 1) };
      await work();
      counts.push(count);
    }
  } finally {
    connection.logger = previous;
  }
  return Math.min(...counts);
}

const nothing = () => undefined;
const silent = { logQuery: nothing, logQueryError: nothing, logQuerySlow: nothing, logSchemaBuild: nothing, logMigration: nothing, log: nothing };
