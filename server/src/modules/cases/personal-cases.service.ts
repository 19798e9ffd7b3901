import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { UploadsService } from '../../platform/blobs/uploads.service.js';
import { searchTextOf } from '../../platform/search/search-text.js';
import { PersonalDataService } from '../privacy/personal-data.service.js';
import type { DataSubject, ErasureReport, ExportPart, Holding, PersonalDataSource, SubjectFacts } from '../privacy/privacy.types.js';
import { VaultService } from '../privacy/vault.service.js';
import { attachmentsIn } from './attachments-in.js';
import { CaseEvent } from './case-event.entity.js';
import { CaseTask } from './case-task.entity.js';
import { caseOwner, CaseVaultService } from './case-vault.service.js';
import { CaseState } from './case.types.js';
import { filledFields } from './fill-step.js';
import { ServiceCase } from './service-case.entity.js';

const kind = caseOwner('').kind;
const nobody = '—';
const isUnderWay = (state: CaseState) => state === CaseState.RUNNING || state === CaseState.INCIDENT;

/** What cases hold of applicants. An erased case keeps its number, service, course and result, for statistics and the audit log. */
@Injectable()
export class PersonalCasesService implements PersonalDataSource, OnModuleInit {
  readonly kind = kind;
  readonly title = { zh: '办件', en: 'Cases' };
  /** Files of an office are kept as its archives' law says; an administrator sets how long. */
  readonly defaultDays = null;

  constructor(
    private readonly registry: PersonalDataService,
    private readonly vault: VaultService,
    private readonly cases: CaseVaultService,
    private readonly uploads: UploadsService,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async holdings(ctx: RequestContext, { realm, applicantId }: DataSubject): Promise<Holding[]> {
    const rows = await ctx.manager.find(ServiceCase, { where: { realm, applicantId }, order: { submittedAt: 'DESC' } });
    return rows.map(({ id, number, serviceTitle, submittedAt, state, erasedAt }) => ({ id, title: `${number} ${serviceTitle}`, at: submittedAt, keptBecause: isUnderWay(state) ? 'running' : null, isErased: erasedAt !== null }));
  }

  async realmsOf(ctx: RequestContext, applicantId: string): Promise<string[]> {
    return (await ctx.manager.query<{ realm: string }[]>('SELECT DISTINCT realm FROM service_case WHERE applicant_id = $1', [applicantId])).map(({ realm }) => realm);
  }

  subjectsOf(ctx: RequestContext, ids: readonly string[]): Promise<SubjectFacts[]> {
    return ctx.manager.query<SubjectFacts[]>('SELECT DISTINCT ON (realm, applicant_id) realm, applicant_id AS "applicantId", applicant_name AS name FROM service_case WHERE id = ANY($1::uuid[]) AND erased_at IS NULL ORDER BY realm, applicant_id, submitted_at DESC', [ids]);
  }

  async nameOf(ctx: RequestContext, { realm, applicantId }: DataSubject): Promise<string | null> {
    const [row] = await ctx.manager.find(ServiceCase, { where: { realm, applicantId }, order: { submittedAt: 'DESC' }, take: 1 });
    return row && row.erasedAt === null ? row.applicantName : null;
  }

  async export(ctx: RequestContext, id: string): Promise<ExportPart[]> {
    const row = await ctx.manager.findOneByOrFail(ServiceCase, { id });
    const data = filledFields(await this.cases.open(ctx, row));
    const tasks = await ctx.manager.find(CaseTask, { where: { caseId: id }, order: { createdAt: 'ASC', id: 'ASC' } });
    const events = await ctx.manager.find(CaseEvent, { where: { caseId: id }, order: { id: 'ASC' } });
    const { number, service, serviceTitle, state, result, applicantId, applicantName, submittedAt, completedAt } = row;
    const json = {
      number, service, serviceTitle, state, result, applicantId, applicantName, submittedAt, completedAt, data,
      steps: tasks.map(({ title, state: at, outcome, comment, createdAt, completedAt: doneAt }) => ({ title, state: at, outcome, comment, createdAt, completedAt: doneAt })),
      history: events.filter(({ type }) => type !== 'entered' && type !== 'left').map(({ at, type, actorKind, comment }) => ({ at, type, by: actorKind, comment })),
    };
    const files = attachmentsIn(data).map(({ blob, name }, index): ExportPart => ({ name: `cases/${number}/files/${index + 1}-${safeName(name)}`, content: { blob } }));
    return [{ name: `cases/${number}/case.json`, content: { json } }, ...files];
  }

  async erase(ctx: RequestContext, ids: readonly string[]): Promise<ErasureReport> {
    if (ids.length === 0) return { erased: [], kept: [] };
    const rows = await ctx.manager.find(ServiceCase, { where: { id: In([...ids]) }, lock: { mode: 'pessimistic_write' } });
    const ended = rows.filter((row) => row.erasedAt === null && !isUnderWay(row.state));
    const erased = ended.map(({ id }) => id);
    for (const row of ended) {
      const change = { data: {}, attachments: [], applicantId: `erased:${row.id}`, applicantName: nobody, search: searchTextOf(row.number, row.serviceTitle), idempotencyKey: null, requestHash: null, isSealed: true, erasedAt: new Date() };
      await ctx.manager.update(ServiceCase, row.id, change as never);
    }
    // What steps decided stays; what was written about the applicant does not.
    await ctx.manager.query('UPDATE case_task SET comment = NULL WHERE case_id = ANY($1::uuid[]) AND comment IS NOT NULL', [erased]);
    await ctx.manager.query(`UPDATE case_incident SET params = '{}' WHERE case_id = ANY($1::uuid[])`, [erased]);
    await ctx.manager.query(`UPDATE case_event SET comment = NULL, actor_id = CASE actor_kind WHEN 'applicant' THEN NULL ELSE actor_id END, actor_name = CASE actor_kind WHEN 'applicant' THEN $2 ELSE actor_name END WHERE case_id = ANY($1::uuid[])`, [erased, nobody]);
    await this.vault.destroy(ctx, kind, erased);
    await this.uploads.discard(ctx, await this.unusedFiles(ctx, ended));
    return { erased, kept: rows.filter((row) => isUnderWay(row.state)).map(({ id }) => ({ id, reason: 'running' })) };
  }

  async expired(ctx: RequestContext, before: Date, limit: number): Promise<string[]> {
    return (await ctx.manager.query<{ id: string }[]>('SELECT id FROM service_case WHERE completed_at < $1 AND erased_at IS NULL ORDER BY completed_at LIMIT $2', [before, limit])).map(({ id }) => id);
  }

  /** Files of these cases that no other case names. */
  private async unusedFiles(ctx: RequestContext, rows: readonly ServiceCase[]): Promise<string[]> {
    const named = [...new Set(rows.flatMap((row) => (row.isSealed ? row.attachments : attachmentsIn(row.data).map(({ blob }) => blob))))];
    if (named.length === 0) return [];
    const used = await ctx.manager.query<{ sha256: string }[]>(
      `SELECT h.sha256 FROM unnest($1::text[]) AS h(sha256)
        WHERE EXISTS (SELECT 1 FROM service_case c WHERE c.attachments @> ARRAY[h.sha256]) OR EXISTS (SELECT 1 FROM service_case c WHERE NOT c.is_sealed AND c.data::text LIKE '%' || h.sha256 || '%')`,
      [named],
    );
    return named.filter((sha256) => !used.some((row) => row.sha256 === sha256));
  }
}

/** A file name that leads nowhere when it is unpacked. */
const safeName = (name: string) => name.replace(/[\\/\p{Cc}:]/gu, '_').slice(-100) || 'file';
