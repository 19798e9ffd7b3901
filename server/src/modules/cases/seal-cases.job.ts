import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RequestContext } from '../../platform/actor/request-context.js';
import { ENVIRONMENT } from '../../platform/configuration/configuration.module.js';
import type { Environment } from '../../platform/configuration/environment.js';
import { OnOperation } from '../../platform/jobs/on-operation.decorator.js';
import { OperationCancelled, type OperationRun } from '../../platform/jobs/operation-run.js';
import { OperationsService } from '../../platform/jobs/operations.service.js';
import { BundlesService } from '../release/bundles.service.js';
import { caseDefinition } from './case-definition.js';
import { CaseVaultService } from './case-vault.service.js';
import { ServiceCase } from './service-case.entity.js';

const kind = 'cases.seal';
const batchSize = 100;
const isPlainHash = /^[0-9a-f]{64}$/;

/** Seals the sensitive fields of cases from before there was a vault. Goes on where it stopped: each case says whether it is sealed. */
@Injectable()
export class SealCasesJob implements OnApplicationBootstrap {
  constructor(
    private readonly database: DataSource,
    private readonly operations: OperationsService,
    private readonly bundles: BundlesService,
    private readonly vault: CaseVaultService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.environment.runsOperations) return;
    await this.orderIfNeeded(RequestContext.forSystem('cases', this.database.manager));
  }

  /** Orders the sealing where cases wait for it and none is under way. */
  async orderIfNeeded(ctx: RequestContext): Promise<boolean> {
    const [waiting] = await ctx.manager.query<unknown[]>(
      `SELECT 1 FROM service_case WHERE NOT is_sealed AND NOT EXISTS (SELECT 1 FROM operation WHERE kind = $1 AND state IN ('QUEUED', 'RUNNING')) LIMIT 1`,
      [kind],
    );
    if (!waiting) return false;
    await this.operations.enqueue(ctx, { kind, title: { zh: '加密办件中的敏感信息', en: 'Encrypt personal data of cases' }, maxAttempts: 10, queue: kind });
    return true;
  }

  @OnOperation(kind)
  async run({ ctx, signal, report }: Pick<OperationRun, 'ctx' | 'signal' | 'report'>): Promise<{ sealed: number }> {
    const [{ n: of } = { n: 0 }] = await ctx.manager.query<{ n: number }[]>('SELECT count(*)::int AS n FROM service_case WHERE NOT is_sealed');
    for (let sealed = 0; ; ) {
      if (signal.aborted) throw new OperationCancelled();
      report(of === 0 ? 1 : sealed / of, 'sealing');
      const done = await ctx.transaction((tx) => this.sealBatch(tx));
      if (done === 0) return { sealed };
      sealed += done;
    }
  }

  private async sealBatch(ctx: RequestContext): Promise<number> {
    const rows = await ctx.manager.createQueryBuilder(ServiceCase, 'c').where('NOT c.isSealed').orderBy('c.id').limit(batchSize).setLock('pessimistic_write').getMany();
    for (const row of rows) {
      const definition = caseDefinition(await this.bundles.load(ctx, row.bundle), row.service);
      const stored = await this.vault.seal(ctx, row.id, definition, row.data);
      const requestHash = row.requestHash !== null && isPlainHash.test(row.requestHash) ? await this.vault.fingerprint(ctx, row.requestHash) : row.requestHash;
      await ctx.manager.update(ServiceCase, row.id, { ...stored, requestHash } as never);
    }
    return rows.length;
  }
}
