import { randomUUID } from 'node:crypto';
import { contentHash } from '@banshi/bundle';
import { Injectable } from '@nestjs/common';
import { can } from '../../platform/actor/actor.js';
import { Permission } from '../../platform/actor/permission.js';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';
import { searchTextOf } from '../../platform/search/search-text.js';
import { OrgService } from '../org/org.service.js';
import { BundlesService, type LoadedBundle } from '../release/bundles.service.js';
import { AttachmentsService } from './attachments.service.js';
import { type CaseDefinition, caseDefinition } from './case-definition.js';
import { CaseRunner } from './case-runner.js';
import { CaseVaultService } from './case-vault.service.js';
import { CaseState, hallRealm, type Submission } from './case.types.js';
import { casesErrors } from './cases.errors.js';
import { type CaseData, fillStep } from './fill-step.js';
import { ServiceCase } from './service-case.entity.js';
import { shortText } from './storable.js';

/** The day of a case's number is the hall's, not UTC's. */
const dayOfHall = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });
const maxNameLength = 200;

/** Accepts applications: validates them on the server and starts their cases. */
@Injectable()
export class SubmissionsService {
  constructor(
    private readonly bundles: BundlesService,
    private readonly org: OrgService,
    private readonly runner: CaseRunner,
    private readonly attachments: AttachmentsService,
    private readonly vault: CaseVaultService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Validates the application as its start event says, and starts its case. Needs HallCases. Throws UNKNOWN_SERVICE,
   * SERVICE_OFFLINE, FIELD_NOT_EDITABLE, INVALID_FORM (details: FieldError[]), IDEMPOTENCY_MISMATCH.
   */
  submit(ctx: RequestContext, submission: Submission): Promise<ServiceCase> {
    if (!can(ctx.actor, Permission.HallCases)) throw new DomainError(commonErrors.FORBIDDEN);
    return ctx.transaction((tx) => this.start(tx, submission));
  }

  private async start(ctx: RequestContext, submission: Submission): Promise<ServiceCase> {
    // First of all: what was accepted once is not judged again by a later bundle.
    const earlier = await this.earlier(ctx, submission);
    if (earlier) return earlier;
    const { bundle, definition } = await this.resolve(ctx, submission);
    const filled = fillStep(definition.stepForm(definition.start), {}, submission.data, ctx.language, 'data');
    await this.attachments.check(ctx, {}, filled, 'data');
    const { data } = filled;
    const row = await this.newRow(ctx, submission, bundle, definition, data);
    if (!(await this.insert(ctx, row))) return this.winner(ctx, submission);

    const doer = { kind: 'applicant' as const, id: row.applicantId, name: row.applicantName };
    await this.runner.carryOut(ctx, { row, definition, tokens: [], tasks: [], incidents: [] }, { type: 'start', variables: {} }, doer);
    await this.audit.append(ctx, { action: 'cases.submit', target: { kind: 'case', key: row.number }, detail: { service: row.service, bundle: row.bundle } });
    return ctx.manager.findOneByOrFail(ServiceCase, { id: row.id });
  }

  private async resolve(ctx: RequestContext, { channel, bundle: hash, service }: Submission): Promise<{ bundle: LoadedBundle; definition: CaseDefinition }> {
    const bundle = hash === undefined ? await this.bundles.current(ctx, channel ?? 'hall') : await this.bundles.load(ctx, hash);
    const body = bundle?.get('service', service);
    if (!bundle || !body) throw new DomainError(casesErrors.UNKNOWN_SERVICE, { field: 'service', params: { service: service.slice(0, 100) } });
    const definition = body.online ? caseDefinition(bundle, service) : null;
    if (!definition) throw new DomainError(casesErrors.SERVICE_OFFLINE, { field: 'service', params: { title: body.title } });
    return { bundle, definition };
  }

  private async newRow(ctx: RequestContext, submission: Submission, bundle: LoadedBundle, definition: CaseDefinition, data: CaseData): Promise<ServiceCase> {
    const { service } = definition;
    const applicantId = this.required(submission.applicant.id, 'applicant.id');
    const applicantName = this.required(submission.applicant.name, 'applicant.name');
    const submittedAt = new Date();
    const [numbered] = await ctx.manager.query<{ number: string }[]>('SELECT next_case_number($1) AS number', [dayOfHall.format(submittedAt)]);
    const { number } = numbered!;
    const department = await this.org.findByKey(ctx, service.department);
    const idempotencyKey = shortText(submission.idempotencyKey, 'idempotencyKey', maxNameLength);
    return ctx.manager.create(ServiceCase, {
      id: randomUUID(),
      number,
      service: definition.key,
      serviceTitle: service.title,
      bundle: bundle.sha256,
      orgUnitId: department?.id ?? null,
      state: CaseState.RUNNING,
      result: null,
      applicantId,
      applicantName,
      realm: realmOf(ctx, submission),
      data: data as never,
      outcomes: {},
      rev: 1,
      search: searchTextOf(number, service.title, applicantName),
      submittedAt,
      completedAt: null,
      idempotencyKey,
      requestHash: idempotencyKey === null ? null : await this.requestHash(ctx, submission),
    });
  }

  /** Without its data, which follows sealed. Waits for a submission under the same idempotency key that is under way; false when that one has made the case. */
  private async insert(ctx: RequestContext, row: ServiceCase): Promise<boolean> {
    const inserted = await ctx.manager.createQueryBuilder().insert().into(ServiceCase).values({ ...row, data: {}, isSealed: true } as never).orIgnore().returning('id').execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  /** The case that the same idempotency key of the same applicant has made before. */
  private async earlier(ctx: RequestContext, submission: Submission): Promise<ServiceCase | null> {
    const idempotencyKey = shortText(submission.idempotencyKey, 'idempotencyKey', maxNameLength);
    if (idempotencyKey === null) return null;
    const applicantId = this.required(submission.applicant.id, 'applicant.id');
    const existing = await ctx.manager.findOneBy(ServiceCase, { applicantId, realm: realmOf(ctx, submission), idempotencyKey });
    if (existing && existing.requestHash !== plainHash(submission) && existing.requestHash !== (await this.requestHash(ctx, submission))) throw new DomainError(casesErrors.IDEMPOTENCY_MISMATCH, { field: 'idempotencyKey' });
    return existing;
  }

  private async winner(ctx: RequestContext, submission: Submission): Promise<ServiceCase> {
    const winner = await this.earlier(ctx, submission);
    if (!winner) throw new Error('a case number was given twice');
    return winner;
  }

  private async requestHash(ctx: RequestContext, submission: Submission): Promise<string | null> {
    const hash = plainHash(submission);
    return hash === null ? null : this.vault.fingerprint(ctx, hash);
  }

  private required(text: string, field: string): string {
    const value = shortText(text, field, maxNameLength);
    if (value === null) throw new DomainError(commonErrors.INVALID_INPUT, { field, params: { reason: field } });
    return value;
  }
}

const realmOf = (ctx: RequestContext, submission: Submission) => (ctx.actor.kind === 'hall' ? ctx.actor.realm : (submission.realm ?? hallRealm));

/** Null for what has no canonical form, which is never accepted. Rows from before the vault have it as it is. */
function plainHash({ service, data }: Submission): string | null {
  try {
    return contentHash({ service, data });
  } catch {
    return null;
  }
}
