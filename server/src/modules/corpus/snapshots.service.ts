import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { Example, TrainingInput } from '@banshi/head';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { BlobStore } from '../../platform/blobs/blob-store.js';
import { UploadsService } from '../../platform/blobs/uploads.service.js';
import { DomainError, found } from '../../platform/errors/domain-error.js';
import { corpusErrors } from './corpus.errors.js';
import { CorpusSnapshot } from './corpus-snapshot.entity.js';
import { LabelsService } from './labels.service.js';
import { ordered, snapshotHash, type SnapshotExample, type SnapshotHeader, snapshotLines } from './snapshot-examples.js';
import { splitInThread } from './split-in-thread.js';
import { TrainingSetsService } from './training-sets.service.js';
import type { TrainingSet } from './training-set.entity.js';

/** The head trainer suits sets up to 50,000; four times as many still fit in memory. */
export const maxSnapshotSize = 200_000;
const maxBlobBytes = 2 ** 31;
/** One seed for all, so that two versions of a training set are measured on the same held-out texts as far as possible. */
const splitSeed = 1;

/** Immutable versions of training sets. */
@Injectable()
export class SnapshotsService {
  constructor(
    private readonly sets: TrainingSetsService,
    private readonly labels: LabelsService,
    private readonly blobs: BlobStore,
    private readonly uploads: UploadsService,
    private readonly audit: AuditService,
  ) {}

  async get(ctx: RequestContext, id: string): Promise<CorpusSnapshot> {
    return found(await ctx.manager.findOneBy(CorpusSnapshot, { id }), `snapshot ${id}`);
  }

  /** Takes a snapshot of what the training set holds now; where that has been taken before, answers the earlier one. */
  async take(ctx: RequestContext, trainingSetId: string): Promise<CorpusSnapshot> {
    const set = await this.sets.get(ctx, trainingSetId);
    const examples = await this.examples(ctx, set);
    const header = await this.header(ctx, examples);
    const sorted = ordered(await splitInThread(examples, splitSeed));
    const sha256 = snapshotHash(header, sorted);
    await ctx.manager.query('SELECT 1 FROM training_set WHERE id = $1 FOR UPDATE', [set.id]);
    const earlier = await ctx.manager.findOneBy(CorpusSnapshot, { trainingSetId: set.id, sha256 });
    if (earlier) return earlier;
    const blob = await this.blobs.write(Readable.from(snapshotBuffers(header, sorted)), maxBlobBytes);
    await this.uploads.register(ctx, blob);
    const [last] = await ctx.manager.find(CorpusSnapshot, { where: { trainingSetId: set.id }, order: { n: 'DESC' }, take: 1 });
    const row = { id: randomUUID(), trainingSetId: set.id, n: (last?.n ?? 0) + 1, sha256, blob: blob.sha256, seed: splitSeed, count: sorted.length, ...summary(header, sorted), byId: ctx.actor.id, byName: ctx.actor.name };
    await ctx.manager.insert(CorpusSnapshot, row);
    await this.audit.append(ctx, { action: 'training-set.snapshot', target: { kind: 'training-set', key: set.key }, detail: { n: row.n, sha256, count: row.count } });
    return this.get(ctx, row.id);
  }

  /** The examples of a snapshot as the trainers take them. */
  async trainingInput(snapshot: CorpusSnapshot): Promise<TrainingInput> {
    const lines = createInterface({ input: await this.blobs.read(snapshot.blob), crlfDelay: Infinity });
    let header: SnapshotHeader | null = null;
    const parts: Record<'train' | 'validation' | 'test', Example[]> = { train: [], validation: [], test: [] };
    for await (const line of lines) {
      if (!header) header = JSON.parse(line) as SnapshotHeader;
      else {
        const { split, ...example } = JSON.parse(line) as SnapshotExample;
        parts[split].push(example);
      }
    }
    return { snapshotHash: snapshot.sha256, intents: header?.intents ?? [], slots: header?.slots ?? [], ...parts };
  }

  private async examples(ctx: RequestContext, set: TrainingSet): Promise<Example[]> {
    const count = await this.sets.count(ctx, set);
    if (count === 0) throw new DomainError(corpusErrors.EMPTY_TRAINING_SET, { field: 'trainingSet', params: { title: set.title } });
    if (count > maxSnapshotSize) throw new DomainError(corpusErrors.TRAINING_SET_TOO_LARGE, { field: 'trainingSet', params: { count, limit: maxSnapshotSize } });
    const rows = await this.sets.members(ctx, set).select(['u.id AS id', 'u.text AS text', 'u.intent AS intent', 'u.entities AS spans']).getRawMany<Example>();
    return this.withoutDeletedLabels(ctx, rows);
  }

  /** A model must not learn labels that no item stands for any more: no bundle could hold it. */
  private async withoutDeletedLabels(ctx: RequestContext, rows: readonly Example[]): Promise<Example[]> {
    const keys = await this.labels.existing(ctx, rows.map(({ text, intent, spans }) => ({ text, intent, entities: spans })));
    return rows
      .filter(({ intent }) => intent === null || keys.intents.has(intent))
      .map((row) => ({ ...row, spans: row.spans.filter(({ slot }) => keys.slots.has(slot)) }));
  }

  /** Roles are those of the drafts: what the annotators see. */
  private async header(ctx: RequestContext, examples: readonly Example[]): Promise<SnapshotHeader> {
    const intents = [...new Set(examples.flatMap(({ intent }) => (intent === null ? [] : [intent])))].sort();
    const slots = [...new Set(examples.flatMap(({ spans }) => spans.map(({ slot }) => slot)))].sort();
    const outside = await ctx.manager.query<{ key: string }[]>(
      `SELECT i.key FROM config_item i JOIN config_draft d ON d.item_id = i.id JOIN config_content c ON c.sha256 = d.sha256
        WHERE i.kind = 'intent' AND i.key = ANY($1) AND c.body ->> 'role' = 'out-of-scope'`,
      [intents],
    );
    const outOfScope = new Set(outside.map((row) => row.key));
    return { schema: 1, seed: splitSeed, intents: intents.map((key) => ({ key, outOfScope: outOfScope.has(key) })), slots: slots.map((key) => ({ key })) };
  }
}

function* snapshotBuffers(header: SnapshotHeader, examples: readonly SnapshotExample[]): Generator<Buffer> {
  for (const line of snapshotLines(header, examples)) yield Buffer.from(line);
}

function summary(header: SnapshotHeader, examples: readonly SnapshotExample[]): Pick<CorpusSnapshot, 'intents' | 'slots' | 'splits'> {
  const counts = new Map<string, number>();
  const add = (label: string) => counts.set(label, (counts.get(label) ?? 0) + 1);
  const splits = { train: 0, validation: 0, test: 0 };
  for (const { intent, spans, split } of examples) {
    splits[split] += 1;
    if (intent !== null) add(`intent ${intent}`);
    for (const slot of new Set(spans.map((span) => span.slot))) add(`slot ${slot}`);
  }
  return {
    intents: header.intents.map((intent) => ({ ...intent, count: counts.get(`intent ${intent.key}`) ?? 0 })),
    slots: header.slots.map((slot) => ({ ...slot, count: counts.get(`slot ${slot.key}`) ?? 0 })),
    splits,
  };
}
