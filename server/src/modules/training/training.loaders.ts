import DataLoader from 'dataloader';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { Operation } from '../../platform/jobs/operation.entity.js';
import { TrainingJob } from './training-job.entity.js';
import { TrainingPoint } from './training-point.entity.js';

export const operationLoader = (ctx: RequestContext) =>
  ctx.loader(
    operationLoader,
    () =>
      new DataLoader<string, Operation>(async (ids) => {
        const rows = await ctx.manager.createQueryBuilder(Operation, 'o').where('o.id = ANY(:ids::uuid[])', { ids: [...ids] }).getMany();
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.map((id) => byId.get(id) ?? new Error(`no operation ${id}`));
      }),
  );

/** Points of a job in order. */
export const pointsLoader = (ctx: RequestContext) =>
  ctx.loader(
    pointsLoader,
    () =>
      new DataLoader<string, TrainingPoint[]>(async (ids) => {
        const rows = await ctx.manager.createQueryBuilder(TrainingPoint, 'p').where('p.jobId = ANY(:ids::uuid[])', { ids: [...ids] }).orderBy('p.at').addOrderBy('p.step').getMany();
        const byJob = new Map<string, TrainingPoint[]>(ids.map((id) => [id, []]));
        for (const row of rows) byJob.get(row.jobId)?.push(row);
        return ids.map((id) => byJob.get(id) ?? []);
      }),
  );

/** The newest point of each job. */
export const lastPointLoader = (ctx: RequestContext) =>
  ctx.loader(
    lastPointLoader,
    () =>
      new DataLoader<string, TrainingPoint | null>(async (ids) => {
        const rows = await ctx.manager.createQueryBuilder(TrainingPoint, 'p').distinctOn(['p.jobId']).where('p.jobId = ANY(:ids::uuid[])', { ids: [...ids] }).orderBy('p.jobId').addOrderBy('p.at', 'DESC').addOrderBy('p.step', 'DESC').getMany();
        const byJob = new Map(rows.map((row) => [row.jobId, row]));
        return ids.map((id) => byJob.get(id) ?? null);
      }),
  );

/** The first job that made each model version. */
export const jobOfVersionLoader = (ctx: RequestContext) =>
  ctx.loader(
    jobOfVersionLoader,
    () =>
      new DataLoader<string, TrainingJob | null>(async (ids) => {
        const rows = await ctx.manager.createQueryBuilder(TrainingJob, 'j').where('j.modelVersionId = ANY(:ids::uuid[])', { ids: [...ids] }).orderBy('j.n', 'DESC').getMany();
        const byVersion = new Map(rows.map((row) => [row.modelVersionId, row]));
        return ids.map((id) => byVersion.get(id) ?? null);
      }),
  );
