import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MANIFEST_FILE, type Manifest, type ModelMetrics, parseConfig } from '@banshi/artifact';
import type { ModelBody } from '@banshi/bundle';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { can } from '../../platform/actor/actor.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { commonErrors, DomainError, found } from '../../platform/errors/domain-error.js';
import { DraftsService } from '../config/drafts.service.js';
import { ItemsService } from '../config/items.service.js';
import { ModelStoreService } from './model-store.service.js';
import { aliasesOf, usesOf } from './model-uses.js';
import { ModelVersion, type ModelVariant } from './model-version.entity.js';
import { registryErrors } from './registry.errors.js';

/** The one item of kind `model`: which version the hall is released with. */
export const hallModelKey = 'hall';
/** Numbers are given one after the other. */
const numberLock = 7_262_031;

@Injectable()
export class ModelVersionsService {
  constructor(
    private readonly store: ModelStoreService,
    private readonly items: ItemsService,
    private readonly drafts: DraftsService,
    private readonly audit: AuditService,
  ) {}

  async get(ctx: RequestContext, id: string): Promise<ModelVersion> {
    return found(await ctx.manager.findOneBy(ModelVersion, { id, deletedAt: IsNull() }), `model version ${id}`);
  }

  async getByNumber(ctx: RequestContext, n: number): Promise<ModelVersion> {
    return found(Number.isInteger(n) && n < 2 ** 31 ? await ctx.manager.findOneBy(ModelVersion, { n, deletedAt: IsNull() }) : null, `model version ${n}`);
  }

  findByArtifact(ctx: RequestContext, artifact: string): Promise<ModelVersion | null> {
    return ctx.manager.findOneBy(ModelVersion, { artifact, deletedAt: IsNull() });
  }

  /** The version that administrators try things with: the candidate, else production's, else the newest. */
  async current(ctx: RequestContext): Promise<ModelVersion | null> {
    const versions = await ctx.manager.find(ModelVersion, { where: { deletedAt: IsNull() }, order: { n: 'DESC' } });
    const aliases = await aliasesOf(ctx, versions.map((version) => version.artifact));
    const named = (alias: string) => versions.find((version) => aliases.get(version.artifact)?.includes(alias));
    return named('candidate') ?? named('production') ?? versions[0] ?? null;
  }

  /** Notes an artifact that is in the store. The same artifact is one version, however often it was trained. */
  async register(ctx: RequestContext, artifact: string, facts: { snapshotId: string; variant?: ModelVariant | null; variantOf?: string | null }): Promise<ModelVersion> {
    await ctx.manager.query('SELECT pg_advisory_xact_lock($1)', [numberLock]);
    const known = await this.findByArtifact(ctx, artifact);
    if (known) return known;
    const [last] = await ctx.manager.query<{ n: number | null }[]>('SELECT max(n) AS n FROM model_version');
    const row = { id: randomUUID(), n: (last?.n ?? 0) + 1, artifact, snapshotId: facts.snapshotId, variant: facts.variant ?? null, variantOf: facts.variantOf ?? null, ...(await readFacts(await this.store.verified(artifact))), byId: ctx.actor.id, byName: ctx.actor.name };
    await ctx.manager.insert(ModelVersion, row as never);
    await this.audit.append(ctx, { action: 'model.register', target: { kind: 'model-version', key: String(row.n) }, detail: { artifact, snapshot: row.manifest.snapshotHash, method: row.method } });
    return this.get(ctx, row.id);
  }

  /** Writes the version into the draft of the `model` item, from where a release takes it. */
  async choose(ctx: RequestContext, id: string) {
    if (!can(ctx.actor, Permission.ModelsManage) && !can(ctx.actor, Permission.ConfigWrite, null)) throw new DomainError(commonErrors.FORBIDDEN);
    const version = await this.get(ctx, id);
    await this.store.verified(version.artifact);
    const body = bodyOf(version);
    const editor = asEditor(ctx);
    const item = await this.items.find(editor, 'model', hallModelKey);
    await this.audit.append(ctx, { action: 'model.choose', target: { kind: 'model-version', key: String(version.n) }, detail: { artifact: version.artifact } });
    if (!item) return this.items.create(editor, { kind: 'model', key: hallModelKey, body, orgUnitId: null });
    if (item.deletedAt) await this.items.undelete(editor, 'model', hallModelKey);
    await ctx.manager.query('SELECT 1 FROM config_draft WHERE item_id = $1 FOR UPDATE', [item.id]);
    const { rev } = await this.drafts.get(editor, item.id);
    return this.drafts.save(editor, { kind: 'model', key: hallModelKey, rev }, body);
  }

  /** Refused while a bundle, a draft or a kept version names it: each of them could bring it back. */
  async delete(ctx: RequestContext, id: string): Promise<void> {
    const version = await this.get(ctx, id);
    const uses = await usesOf(ctx, version.artifact);
    const [first] = uses;
    if (first) throw new DomainError(registryErrors.IN_USE, { params: { n: version.n, count: uses.length, first: `${first.kind} ${first.key}` }, details: { usedBy: uses } });
    await ctx.manager.update(ModelVersion, { id }, { deletedAt: new Date() });
    await this.audit.append(ctx, { action: 'model.delete', target: { kind: 'model-version', key: String(version.n) }, detail: { artifact: version.artifact } });
    ctx.afterCommit(() => void this.store.remove(version.artifact));
  }
}

/** The content of the `model` item that chooses this version. */
export function bodyOf({ n, artifact, method, manifest, intents, slots, metrics }: ModelVersion): ModelBody {
  return {
    title: `模型 v${n}`,
    version: n,
    artifact,
    method,
    snapshot: manifest.snapshotHash,
    intents,
    slots,
    metrics: {
      accuracy: metrics.intent.accuracy,
      macroF1: metrics.intent.macroF1,
      slotF1: metrics.slots?.microF1 ?? null,
      perIntent: metrics.intent.perIntent.map(({ key, f1, support }) => ({ intent: key, f1, support })),
    },
  };
}

/** Who manages models may write this one item without writing any other. */
function asEditor(ctx: RequestContext): RequestContext {
  const { actor } = ctx;
  if (actor.kind !== 'user') return ctx;
  return new RequestContext({ ...actor, permissions: new Map([...actor.permissions, [Permission.ConfigWrite, 'everywhere' as const]]) }, ctx.language, ctx.manager, ctx.request);
}

async function readFacts(dir: string) {
  const read = (name: string) => readFile(join(dir, name), 'utf8');
  const manifestText = await read(MANIFEST_FILE);
  const manifest = JSON.parse(manifestText) as Manifest;
  const config = parseConfig(await read('config.json'));
  const size = Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, (await stat(join(dir, MANIFEST_FILE))).size);
  return {
    method: manifest.method,
    manifest,
    metrics: JSON.parse(await read('metrics.json')) as ModelMetrics,
    card: await read('card.md'),
    intents: config.intents.map(({ key }) => key),
    slots: config.slotLabels.filter((label) => label.startsWith('B-')).map((label) => label.slice(2)),
    size: String(size),
  };
}
