import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { DomainError, found } from '../../platform/errors/domain-error.js';
import type { Operation } from '../../platform/jobs/operation.entity.js';
import { OperationsService } from '../../platform/jobs/operations.service.js';
import { log } from '../../platform/logging/log.js';
import { BaseModel } from './base-model.entity.js';
import { BaseModelSources } from './base-models/base-model-sources.js';
import { BaseModelStore, type FileList, hashOf } from './base-models/base-model-store.js';
import { HubSource } from './base-models/hub-source.js';
import { type BaseModelFacts, inspectBaseModel } from './base-models/inspect-base-model.js';
import { shippedEncoderFolder } from './base-models/shipped-encoder.js';
import { registryErrors } from './registry.errors.js';

export const registerBaseModelKind = 'base-model-register';

export interface RegisterRequest {
  source: string;
  location: string;
  revision?: string | null;
  title?: string | null;
}

/** What the operation is given. */
export interface RegisterOrder {
  source: 'folder' | 'hub';
  location: string;
  revision: string;
  name: string;
  title: string | null;
  by: { id: string | null; name: string };
}

interface NewBaseModel {
  source: BaseModel['source'];
  name: string;
  location: string;
  sha256: string;
  files: FileList;
  facts: BaseModelFacts;
  title: string | null;
  by: { id: string | null; name: string };
}

/** Pretrained encoders that trainings start from. */
@Injectable()
export class BaseModelsService implements OnApplicationBootstrap {
  constructor(
    private readonly database: DataSource,
    private readonly store: BaseModelStore,
    private readonly sources: BaseModelSources,
    private readonly hub: HubSource,
    private readonly operations: OperationsService,
    private readonly audit: AuditService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const ctx = RequestContext.forSystem('系统', this.database.manager);
    // Without it everything but trainings from it works.
    await this.seedShipped(ctx).catch((error: unknown) => log.warn({ err: error }, 'the encoder that ships with the product cannot be read'));
  }

  async get(ctx: RequestContext, id: string): Promise<BaseModel> {
    return found(await ctx.manager.findOneBy(BaseModel, { id, deletedAt: IsNull() }), `base model ${id}`);
  }

  /** The encoder that ships with the product; null in a checkout without its weights. */
  shipped(ctx: RequestContext): Promise<BaseModel | null> {
    return ctx.manager.findOneBy(BaseModel, { source: 'shipped', deletedAt: IsNull() });
  }

  /** Where its files lie, whole. Throws BASE_MODEL_DAMAGED. */
  folder(base: BaseModel): Promise<string> {
    return this.store.folder(base);
  }

  /** Queues the registration. What can be refused at once is. */
  async order(ctx: RequestContext, request: RegisterRequest): Promise<Operation> {
    const { source } = request;
    if (source !== 'folder' && source !== 'hub') throw new DomainError(registryErrors.BASE_MODEL_SOURCE, { field: 'input.source' });
    const location = request.location.trim();
    const revision = request.revision?.trim() || 'main';
    if (source === 'hub') this.hub.check(location, revision);
    const name = source === 'hub' ? location : basename(await this.sources.resolve(location));
    const order: RegisterOrder = { source, location, revision, name, title: request.title?.trim().slice(0, 100) || null, by: { id: ctx.actor.id, name: ctx.actor.name } };
    const operation = await this.operations.enqueue(ctx, { kind: registerBaseModelKind, title: { zh: `登记基础模型 ${name}`, en: `Register base model ${name}` }, payload: { ...order }, queue: 'base-models' });
    await this.audit.append(ctx, { action: 'base-model.order', target: { kind: 'base-model', key: name }, detail: { source, location, revision } });
    return operation;
  }

  /** Notes a base model whose files are in the store. The same files are one base model, whatever their name. */
  async note(ctx: RequestContext, { source, name, location, sha256, files, facts, title, by }: NewBaseModel): Promise<BaseModel> {
    await ctx.manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`base-model ${sha256}`]);
    const known = await ctx.manager.findOneBy(BaseModel, { sha256, deletedAt: IsNull() });
    if (known) return known;
    const size = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
    const id = randomUUID();
    const { title: ownTitle, name: _ownName, ...measured } = facts;
    await ctx.manager.insert(BaseModel, { id, name, title: title ?? ownTitle ?? name, source, location, sha256, files: files as never, size: String(size), ...measured, byId: by.id, byName: by.name } as never);
    await this.audit.append(ctx, { action: 'base-model.register', target: { kind: 'base-model', key: name }, detail: { sha256, source, location, size, license: facts.license } });
    return this.get(ctx, id);
  }

  async delete(ctx: RequestContext, id: string): Promise<void> {
    const base = await this.get(ctx, id);
    if (base.source === 'shipped') throw new DomainError(registryErrors.BASE_SHIPPED);
    const [user] = await ctx.manager.query<{ n: number }[]>(
      `SELECT j.n FROM training_job j JOIN operation o ON o.id = j.operation_id WHERE j.base_model_id = $1 AND o.state IN ('QUEUED', 'RUNNING') ORDER BY j.n LIMIT 1`,
      [id],
    );
    if (user) throw new DomainError(registryErrors.BASE_IN_USE, { params: { n: user.n } });
    await ctx.manager.update(BaseModel, { id }, { deletedAt: new Date() });
    await this.audit.append(ctx, { action: 'base-model.delete', target: { kind: 'base-model', key: base.name }, detail: { sha256: base.sha256 } });
    ctx.afterCommit(() => void this.store.remove(base.sha256));
  }

  /** Notes the encoder that ships with this version of the product in place of an earlier version's. */
  private async seedShipped(ctx: RequestContext): Promise<void> {
    const dir = shippedEncoderFolder();
    const text = await readFile(join(dir, 'manifest.json'), 'utf8').catch(() => null);
    if (text === null) return;
    const { files } = JSON.parse(text) as { files: FileList };
    const sha256 = hashOf(files);
    const known = await this.shipped(ctx);
    if (known?.sha256 === sha256) return;
    const facts = await inspectBaseModel(dir);
    await ctx.transaction(async (tx) => {
      if (known) await tx.manager.update(BaseModel, { id: known.id }, { deletedAt: new Date() });
      await this.note(tx, { source: 'shipped', name: facts.name ?? 'banshi-encoder', location: 'models/encoder', sha256, files, facts, title: null, by: { id: null, name: '系统' } });
    });
  }
}
