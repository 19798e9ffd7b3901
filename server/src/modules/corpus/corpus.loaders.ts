import DataLoader from 'dataloader';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { conditionsOf, isLabelled } from './corpus-query.js';
import { CorpusSnapshot } from './corpus-snapshot.entity.js';
import { TrainingSet } from './training-set.entity.js';
import { Utterance } from './utterance.entity.js';
import type { CorpusFilter } from './utterance.types.js';

/** Titles of intents by key; null for a key that no item has. */
export const intentTitleLoader = (ctx: RequestContext) =>
  ctx.loader(
    intentTitleLoader,
    () =>
      new DataLoader<string, string | null>(async (keys) => {
        const rows = await ctx.manager.query<{ key: string; title: string }[]>(`SELECT key, title FROM config_item WHERE kind = 'intent' AND key = ANY($1)`, [[...keys]]);
        const byKey = new Map(rows.map((row) => [row.key, row.title]));
        return keys.map((key) => byKey.get(key) ?? null);
      }),
  );

/** Number of utterances of each intent. */
export const utterancesOfIntentLoader = (ctx: RequestContext) =>
  ctx.loader(
    utterancesOfIntentLoader,
    () =>
      new DataLoader<string, number>(async (keys) => {
        const rows = await ctx.manager.query<{ key: string; count: number }[]>('SELECT intent AS key, count(*)::int AS count FROM utterance WHERE deleted_at IS NULL AND intent = ANY($1) GROUP BY intent', [[...keys]]);
        const byKey = new Map(rows.map((row) => [row.key, row.count]));
        return keys.map((key) => byKey.get(key) ?? 0);
      }),
  );

/** Number of utterances in which each slot is marked. */
export const utterancesOfSlotLoader = (ctx: RequestContext) =>
  ctx.loader(
    utterancesOfSlotLoader,
    () =>
      new DataLoader<string, number>(async (keys) => {
        const rows = await ctx.manager.query<{ key: string; count: number }[]>(
          `SELECT s.key, count(u.id)::int AS count FROM unnest($1::text[]) AS s (key)
             JOIN utterance u ON u.deleted_at IS NULL AND u.entities @> jsonb_build_array(jsonb_build_object('slot', s.key)) GROUP BY s.key`,
          [[...keys]],
        );
        const byKey = new Map(rows.map((row) => [row.key, row.count]));
        return keys.map((key) => byKey.get(key) ?? 0);
      }),
  );

/** F1 of each intent, and on how many held-out texts it rests, by the model that the hall uses, else by the one chosen in the draft; null where it does not know the intent. */
export const intentScoreLoader = (ctx: RequestContext) =>
  ctx.loader(
    intentScoreLoader,
    () =>
      new DataLoader<string, { f1: number; support: number } | null>(async (keys) => {
        const [row] = await ctx.manager.query<{ scores: { intent: string; f1: number; support: number }[] }[]>(
          `SELECT c.body #> '{metrics,perIntent}' AS scores FROM (
             SELECT sha256, 1 AS rank FROM channel_entry WHERE channel = 'hall' AND kind = 'model'
             UNION ALL
             SELECT d.sha256, 2 FROM config_item i JOIN config_draft d ON d.item_id = i.id WHERE i.kind = 'model' AND i.deleted_at IS NULL
           ) chosen JOIN config_content c ON c.sha256 = chosen.sha256 ORDER BY rank LIMIT 1`,
        );
        const byKey = new Map((row?.scores ?? []).map((score) => [score.intent, score]));
        return keys.map((key) => byKey.get(key) ?? null);
      }),
  );

export const snapshotLoader = (ctx: RequestContext) =>
  ctx.loader(
    snapshotLoader,
    () =>
      new DataLoader<string, CorpusSnapshot>(async (ids) => {
        const rows = await ctx.manager.createQueryBuilder(CorpusSnapshot, 's').where('s.id = ANY(:ids::uuid[])', { ids: [...ids] }).getMany();
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.map((id) => byId.get(id) ?? new Error(`no snapshot ${id}`));
      }),
  );

export const trainingSetLoader = (ctx: RequestContext) =>
  ctx.loader(
    trainingSetLoader,
    () =>
      new DataLoader<string, TrainingSet>(async (ids) => {
        const rows = await ctx.manager.createQueryBuilder(TrainingSet, 't').where('t.id = ANY(:ids::uuid[])', { ids: [...ids] }).getMany();
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.map((id) => byId.get(id) ?? new Error(`no training set ${id}`));
      }),
  );

/** Snapshots of a training set, the newest first. */
export const snapshotsOfSetLoader = (ctx: RequestContext) =>
  ctx.loader(
    snapshotsOfSetLoader,
    () =>
      new DataLoader<string, CorpusSnapshot[]>(async (ids) => {
        const rows = await ctx.manager.createQueryBuilder(CorpusSnapshot, 's').where('s.trainingSetId = ANY(:ids::uuid[])', { ids: [...ids] }).orderBy('s.n', 'DESC').getMany();
        return ids.map((id) => rows.filter((row) => row.trainingSetId === id));
      }),
  );

/** Number of labelled utterances that each training set's filter lets through, in one pass over the corpus. Filters are told apart by their JSON. */
export const trainingSetCountLoader = (ctx: RequestContext) =>
  ctx.loader(
    trainingSetCountLoader,
    () =>
      new DataLoader<CorpusFilter, number, string>(
        async (filters) => {
          const query = ctx.manager.createQueryBuilder(Utterance, 'u').select([]).where(`u.deletedAt IS NULL AND ${isLabelled}`);
          filters.forEach((filter, i) => {
            const { sql, parameters } = conditionsOf(filter, `c${i}`);
            query.addSelect(`(count(*) FILTER (WHERE ${['true', ...sql].join(' AND ')}))::int`, `count${i}`).setParameters(parameters);
          });
          const row = (await query.getRawOne<Record<string, number>>()) ?? {};
          return filters.map((_, i) => row[`count${i}`] ?? 0);
        },
        { cacheKeyFn: (filter) => JSON.stringify(filter) },
      ),
  );
