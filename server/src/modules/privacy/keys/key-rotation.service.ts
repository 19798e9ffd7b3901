import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/actor/request-context.js';
import { AuditService } from '../../../platform/audit/audit.service.js';
import { OnOperation } from '../../../platform/jobs/on-operation.decorator.js';
import type { Operation } from '../../../platform/jobs/operation.entity.js';
import { OperationCancelled, type OperationRun } from '../../../platform/jobs/operation-run.js';
import { OperationsService } from '../../../platform/jobs/operations.service.js';
import { wrapPlace } from '../vault.service.js';
import { DataKeysService } from './data-keys.service.js';
import { decrypt, encrypt } from './envelope.js';
import { MasterKeys } from './master-keys.js';
import type { VaultKey } from './vault-key.entity.js';

export interface RotationResult {
  /** Keys of records that were wrapped anew. */
  records: number;
  /** Data keys that the present master key wraps now. */
  dataKeys: number;
}

const kind = 'privacy.rotate-keys';
const batchSize = 500;

/**
 * Rotation of the data key (new key, the keys of all records wrapped by it, old key deleted) and of the master key (new key,
 * the data keys wrapped by it, old key forgotten). What it does is told by the rows alone, so that it may be killed anywhere
 * and run again; meanwhile old and new keys both open.
 */
@Injectable()
export class KeyRotationService {
  constructor(
    private readonly masters: MasterKeys,
    private readonly dataKeys: DataKeysService,
    private readonly operations: OperationsService,
    private readonly audit: AuditService,
  ) {}

  /** Begins a rotation, whose long part is an operation. */
  start(ctx: RequestContext, { master }: { master: boolean }): Promise<Operation> {
    return ctx.transaction(async (tx) => {
      await this.begin(tx, { master });
      return this.operations.enqueue(tx, { kind, title: { zh: '轮换加密密钥', en: 'Rotate encryption keys' }, payload: { master }, maxAttempts: 10, queue: kind });
    });
  }

  /** New keys are in use from the commit on. */
  async begin(ctx: RequestContext, { master }: { master: boolean }): Promise<void> {
    if (master) this.masters.addNew();
    await this.dataKeys.replace(ctx);
    await this.audit.append(ctx, { action: 'privacy.rotate-keys', target: { kind: 'privacy', key: 'keys' }, detail: { master } });
  }

  @OnOperation(kind)
  run({ ctx, signal, report }: OperationRun): Promise<RotationResult> {
    return this.finish(ctx, (done, of) => {
      if (signal.aborted) throw new OperationCancelled();
      report(of === 0 ? 1 : done / of, 'rewrapping');
    });
  }

  /** Goes on wherever an earlier run stopped. */
  async finish(ctx: RequestContext, onBatch: (done: number, of: number) => void = () => undefined): Promise<RotationResult> {
    const dataKeys = await this.dataKeys.rewrapByMaster(ctx);
    this.masters.dropPrevious();
    const { id: active } = await this.dataKeys.active(ctx, 'record');
    const [waiting] = await ctx.manager.query<{ n: number }[]>('SELECT count(*)::int AS n FROM vault_key WHERE data_key <> $1', [active]);
    const of = waiting!.n;
    let records = 0;
    for (;;) {
      onBatch(records, of);
      const done = await ctx.transaction((tx) => this.rewrapBatch(tx, active));
      records += done;
      if (done === 0) break;
    }
    // A record that was made under the old key meanwhile keeps it for the next rotation.
    await ctx.manager.query(`DELETE FROM data_key d WHERE d.retired_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vault_key k WHERE k.data_key = d.id)`);
    return { records, dataKeys };
  }

  private async rewrapBatch(ctx: RequestContext, active: string): Promise<number> {
    const rows = await ctx.manager.query<{ id: string; data_key: string; wrapped: VaultKey['wrapped'] }[]>('SELECT id, data_key, wrapped FROM vault_key WHERE data_key <> $1 ORDER BY id LIMIT $2 FOR UPDATE', [active, batchSize]);
    const to = await this.dataKeys.get(ctx, active);
    const wrapped: (string | null)[] = [];
    for (const row of rows) {
      const key = row.wrapped === null ? null : decrypt(await this.dataKeys.get(ctx, row.data_key), Buffer.from(row.wrapped, 'base64'), wrapPlace(row.id));
      wrapped.push(key && encrypt(to, key, wrapPlace(row.id)).toString('base64'));
    }
    await ctx.manager.query('UPDATE vault_key k SET data_key = $1, wrapped = r.wrapped FROM unnest($2::uuid[], $3::text[]) AS r(id, wrapped) WHERE k.id = r.id', [active, rows.map((row) => row.id), wrapped]);
    return rows.length;
  }
}
