import { randomUUID } from 'node:crypto';
import { keyPattern } from '@banshi/bundle';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { DomainError, found } from '../../platform/errors/domain-error.js';
import { isLabelled, restrict } from './corpus-query.js';
import { corpusErrors } from './corpus.errors.js';
import { TrainingSet } from './training-set.entity.js';
import { Utterance } from './utterance.entity.js';
import type { CorpusFilter } from './utterance.types.js';

const filterSchema = z.strictObject({
  q: z.string().max(200).optional(),
  intents: z.array(z.string().max(64)).max(5_000).optional(),
  slot: z.string().max(64).optional(),
  source: z.string().max(64).optional(),
  unlabelled: z.boolean().optional(),
});

interface TrainingSetInput {
  title?: string | null;
  description?: string | null;
  filter?: unknown;
}

/** Named filters over the corpus. */
@Injectable()
export class TrainingSetsService {
  constructor(private readonly audit: AuditService) {}

  async get(ctx: RequestContext, id: string): Promise<TrainingSet> {
    return found(await ctx.manager.findOneBy(TrainingSet, { id }), `training set ${id}`);
  }

  async create(ctx: RequestContext, input: { key: string; title: string; description: string; filter?: unknown }): Promise<TrainingSet> {
    if (!keyPattern.test(input.key)) throw new DomainError(corpusErrors.INVALID_KEY, { field: 'input.key' });
    const row = { id: randomUUID(), key: input.key, title: input.title, description: input.description, filter: parseFilter(input.filter) };
    const inserted = await ctx.manager.createQueryBuilder().insert().into(TrainingSet).values(row).orIgnore().returning('id').execute();
    if ((inserted.raw as unknown[]).length === 0) throw new DomainError(corpusErrors.KEY_TAKEN, { field: 'input.key', params: { key: input.key } });
    await this.audit.append(ctx, { action: 'training-set.create', target: { kind: 'training-set', key: input.key } });
    return this.get(ctx, row.id);
  }

  async update(ctx: RequestContext, id: string, input: TrainingSetInput): Promise<TrainingSet> {
    const before = await this.get(ctx, id);
    const filter = input.filter === undefined || input.filter === null ? before.filter : parseFilter(input.filter);
    await ctx.manager.update(TrainingSet, { id }, { title: input.title ?? before.title, description: input.description ?? before.description, filter: filter as never });
    await this.audit.append(ctx, { action: 'training-set.update', target: { kind: 'training-set', key: before.key }, detail: { fields: Object.keys(input) } });
    return this.get(ctx, id);
  }

  /** How many utterances it holds now. */
  count(ctx: RequestContext, set: TrainingSet): Promise<number> {
    return this.members(ctx, set).getCount();
  }

  /** Labelled utterances that it holds now. */
  members(ctx: RequestContext, set: Pick<TrainingSet, 'filter'>) {
    return restrict(ctx.manager.createQueryBuilder(Utterance, 'u').where(`u.deletedAt IS NULL AND ${isLabelled}`), set.filter);
  }
}

export function parseFilter(value: unknown): CorpusFilter {
  const parsed = filterSchema.safeParse(value ?? {});
  if (parsed.success) return parsed.data as CorpusFilter;
  throw new DomainError(corpusErrors.INVALID_FILTER, { field: 'input.filter', params: { reason: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ').slice(0, 300) } });
}
