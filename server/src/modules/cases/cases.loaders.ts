import DataLoader from 'dataloader';
import { In } from 'typeorm';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { CaseEvent } from './case-event.entity.js';
import { CaseIncident } from './case-incident.entity.js';
import { CaseTask } from './case-task.entity.js';
import { CaseToken } from './case-token.entity.js';
import { ServiceCase } from './service-case.entity.js';

export const caseLoader = (ctx: RequestContext) =>
  ctx.loader(
    caseLoader,
    () =>
      new DataLoader<string, ServiceCase>(async (ids) => {
        const byId = new Map((await ctx.manager.findBy(ServiceCase, { id: In([...ids]) })).map((row) => [row.id, row]));
        return ids.map((id) => byId.get(id) ?? new Error(`no case ${id}`));
      }),
  );

/** Rows of many cases in one query, in the order given, as a list for each case. */
function byCase<T extends { caseId: string }>(read: (ids: string[]) => Promise<T[]>): DataLoader<string, T[]> {
  return new DataLoader(async (ids) => {
    const rows = await read([...ids]);
    return ids.map((id) => rows.filter((row) => row.caseId === id));
  });
}

export const tasksLoader = (ctx: RequestContext) =>
  ctx.loader(tasksLoader, () => byCase((ids) => ctx.manager.find(CaseTask, { where: { caseId: In(ids) }, order: { createdAt: 'ASC', id: 'ASC' } })));

export const tokensLoader = (ctx: RequestContext) => ctx.loader(tokensLoader, () => byCase((ids) => ctx.manager.findBy(CaseToken, { caseId: In(ids) })));

export const incidentsLoader = (ctx: RequestContext) =>
  ctx.loader(incidentsLoader, () => byCase((ids) => ctx.manager.find(CaseIncident, { where: { caseId: In(ids) }, order: { raisedAt: 'ASC', id: 'ASC' } })));

export const eventsLoader = (ctx: RequestContext) => ctx.loader(eventsLoader, () => byCase((ids) => ctx.manager.find(CaseEvent, { where: { caseId: In(ids) }, order: { id: 'ASC' } })));
