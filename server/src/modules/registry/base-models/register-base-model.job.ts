import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { isDiskFull } from '../../../platform/files/free-space.js';
import { OnOperation } from '../../../platform/jobs/on-operation.decorator.js';
import { OperationCancelled, type OperationRun } from '../../../platform/jobs/operation-run.js';
import { BaseModelsService, type RegisterOrder, registerBaseModelKind } from '../base-models.service.js';
import { registryErrors } from '../registry.errors.js';
import { BaseModelSources } from './base-model-sources.js';
import { BaseModelStore } from './base-model-store.js';
import { HubSource } from './hub-source.js';
import { inspectBaseModel } from './inspect-base-model.js';

/** Collects a base model's files, checks them and notes it. What fails is removed; nothing half-fetched is ever noted. */
@Injectable()
export class RegisterBaseModelJob {
  constructor(
    private readonly sources: BaseModelSources,
    private readonly hub: HubSource,
    private readonly store: BaseModelStore,
    private readonly bases: BaseModelsService,
  ) {}

  @OnOperation(registerBaseModelKind)
  async run(run: OperationRun): Promise<{ baseModel: string }> {
    const order = run.payload as unknown as RegisterOrder;
    const dir = await this.store.workFolder();
    try {
      const location = await this.collect(order, dir, run);
      run.report(0.9, 'checking');
      const facts = await inspectBaseModel(dir);
      if (run.signal.aborted) throw new OperationCancelled();
      const { sha256, files } = await this.store.adopt(dir);
      const base = await run.ctx.transaction((tx) => this.bases.note(tx, { source: order.source, name: order.name, location, sha256, files, facts, title: order.title, by: order.by }));
      return { baseModel: base.id };
    } catch (error) {
      if (isDiskFull(error)) throw new DomainError(registryErrors.DISK_FULL, { params: { needed: '–', free: '0 B' } });
      throw error;
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  }

  private async collect(order: RegisterOrder, dir: string, run: OperationRun): Promise<string> {
    if (order.source === 'folder') {
      const path = await this.sources.resolve(order.location);
      await this.sources.copy(path, dir, (share) => run.report(0.9 * share, 'copying'));
      return path;
    }
    await this.hub.fetch({ name: order.location, revision: order.revision, target: dir, signal: run.signal, report: (share, file) => run.report(share === null ? null : 0.9 * share, `downloading:${file}`) });
    return this.hub.address(order.location);
  }
}
