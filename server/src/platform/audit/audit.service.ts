import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { RequestContext } from '../actor/request-context.js';
import { AuditBatch } from './audit-batch.entity.js';
import { AuditEntry } from './audit-entry.entity.js';
import { batchHash, genesis } from './audit-hash.js';

export interface AuditFact {
  action: string;
  target: { kind: string; key: string };
  /** What changed, without personal data or secrets. JSON. */
  detail?: Record<string, unknown>;
  /** Who did it, where the request itself is still anonymous: a person who has just signed in. */
  actor?: { kind: 'user'; id: string; name: string };
}

export interface AuditVerdict {
  isIntact: boolean;
  entries: number;
  batches: number;
  firstBroken: { batch: string; reason: 'entries-missing' | 'hash-differs' | 'chain-broken' } | null;
}

/** So many entries a batch at most: bounds the memory of sealing and verifying. */
const batchSize = 1_000;
/** Serialises sealing among replicas. */
const sealLock = 7_262_022;

@Injectable()
export class AuditService {
  constructor(private readonly database: DataSource) {}

  /** Appends in the transaction of the mutation: either both are kept or neither. */
  append(ctx: RequestContext, fact: AuditFact): Promise<void> {
    return this.appendMany(ctx, [fact]);
  }

  /** One entry for each of many changes made at once. */
  async appendMany(ctx: RequestContext, facts: readonly AuditFact[]): Promise<void> {
    const { request } = ctx;
    const entries = facts.map(({ action, target, detail, actor = ctx.actor }) => ({
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      action,
      targetKind: target.kind,
      targetKey: target.key,
      detail: detail ?? {},
      ip: request.ip,
    }));
    if (entries.length > 0) await ctx.manager.insert(AuditEntry, entries as never);
  }

  /** Seals what is unsealed and whose transactions have ended. Returns the number of entries sealed. */
  async seal(): Promise<number> {
    let total = 0;
    for (;;) {
      const sealed = await this.database.transaction((manager) => this.sealBatch(manager));
      total += sealed;
      if (sealed < batchSize) return total;
    }
  }

  /** Recomputes the whole chain. */
  async verify(): Promise<AuditVerdict> {
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      const verdict: AuditVerdict = { isIntact: true, entries: 0, batches: 0, firstBroken: null };
      let previous = genesis;
      let expected = 1n;
      for (const batch of await manager.find(AuditBatch, { order: { n: 'ASC' } })) {
        const entries = await manager.find(AuditEntry, { where: { batch: batch.n }, order: { id: 'ASC' } });
        const reason = brokenBy(batch, entries, previous, expected);
        if (reason) return { ...verdict, isIntact: false, firstBroken: { batch: batch.n, reason } };
        previous = batch.hash;
        expected += 1n;
        verdict.batches += 1;
        verdict.entries += entries.length;
      }
      const orphans = await manager.query<{ batch: string }[]>('SELECT batch FROM audit_entry WHERE batch >= $1 ORDER BY batch LIMIT 1', [expected.toString()]);
      if (orphans[0]) return { ...verdict, isIntact: false, firstBroken: { batch: orphans[0].batch, reason: 'chain-broken' } };
      return verdict;
    });
  }

  private async sealBatch(manager: EntityManager): Promise<number> {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [sealLock]);
    const entries = await manager
      .createQueryBuilder(AuditEntry, 'entry')
      .where('entry.batch IS NULL AND entry.xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint')
      .orderBy('entry.id')
      .limit(batchSize)
      .getMany();
    if (entries.length === 0) return 0;
    const [last] = await manager.find(AuditBatch, { order: { n: 'DESC' }, take: 1 });
    const n = (BigInt(last?.n ?? 0) + 1n).toString();
    const previous = last?.hash ?? genesis;
    await manager.insert(AuditBatch, { n, previous, hash: batchHash(n, previous, entries), entries: entries.length });
    await manager.query('UPDATE audit_entry SET batch = $1 WHERE id = ANY($2::bigint[])', [n, entries.map((entry) => entry.id)]);
    return entries.length;
  }
}

function brokenBy(batch: AuditBatch, entries: AuditEntry[], previous: string, expected: bigint) {
  if (BigInt(batch.n) !== expected || batch.previous !== previous) return 'chain-broken' as const;
  if (entries.length !== batch.entries) return 'entries-missing' as const;
  return batchHash(batch.n, previous, entries) === batch.hash ? null : ('hash-differs' as const);
}
