import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { can } from '../../../platform/actor/actor.js';
import { Permission } from '../../../platform/actor/permission.js';
import type { RequestContext } from '../../../platform/actor/request-context.js';
import { AuditService } from '../../../platform/audit/audit.service.js';
import { commonErrors, DomainError } from '../../../platform/errors/domain-error.js';
import { OperationsService } from '../../../platform/jobs/operations.service.js';
import { type List, page, type PageArgs, SortOrder } from '../../../platform/lists/list.js';
import { type FoundSubject, PersonalDataService } from '../personal-data.service.js';
import { privacyErrors } from '../privacy.errors.js';
import type { SubjectFacts } from '../privacy.types.js';
import { VaultService } from '../vault.service.js';
import { PrivacyRequest, PrivacyRequestKind, PrivacyRequestState } from './privacy-request.entity.js';
import { SubjectHandles } from './subject-handles.js';

const shortestQuery = 4;
export const requestOwner = (id: string) => ({ kind: 'privacy-request', id });
export const subjectPlace = 'subject';
export const operationKinds: Record<PrivacyRequestKind, string> = { EXPORT: 'privacy.export', ERASE: 'privacy.erase' };
const titles: Record<PrivacyRequestKind, { zh: string; en: string }> = {
  EXPORT: { zh: '导出个人信息', en: 'Export personal data' },
  ERASE: { zh: '删除个人信息', en: 'Erase personal data' },
};

/** What persons may demand (PIPL art. 45 and 47), carried out by who manages privacy. */
@Injectable()
export class DemandsService {
  constructor(
    private readonly data: PersonalDataService,
    private readonly vault: VaultService,
    private readonly handles: SubjectHandles,
    private readonly operations: OperationsService,
    private readonly audit: AuditService,
  ) {}

  /** By applicant id, or by an ID, phone or card number that stands in a sealed field. Looking is audited, what was looked for is not told. */
  async find(ctx: RequestContext, query: string): Promise<FoundSubject[]> {
    demandManage(ctx);
    const wanted = query.trim().replaceAll('\0', '');
    if (wanted.length < shortestQuery || wanted.length > 200) throw new DomainError(privacyErrors.QUERY_TOO_SHORT, { field: 'query' });
    return ctx.transaction(async (tx) => {
      const found = await this.data.find(tx, wanted);
      await this.audit.append(tx, { action: 'privacy.find-person', target: { kind: 'privacy', key: (await this.vault.digest(tx, wanted)).slice(0, 16) }, detail: { found: found.length } });
      return found;
    });
  }

  async get(ctx: RequestContext, handle: string): Promise<FoundSubject> {
    demandManage(ctx);
    const facts = await this.data.facts(ctx, await this.handles.read(ctx, handle));
    if (!facts) throw new DomainError(privacyErrors.SUBJECT_UNKNOWN);
    return { ...facts, holdings: await this.data.holdings(ctx, facts) };
  }

  export(ctx: RequestContext, handle: string): Promise<PrivacyRequest> {
    return this.order(ctx, PrivacyRequestKind.EXPORT, handle, () => undefined);
  }

  /** `confirmation` is what `confirmationOf` says, typed by hand: what is erased never comes back. */
  erase(ctx: RequestContext, handle: string, confirmation: string): Promise<PrivacyRequest> {
    return this.order(ctx, PrivacyRequestKind.ERASE, handle, (facts) => {
      const expected = confirmationOf(facts);
      if (confirmation.trim() !== expected) throw new DomainError(privacyErrors.CONFIRMATION_WRONG, { field: 'confirmation', params: { expected } });
    });
  }

  list(ctx: RequestContext, args: PageArgs): Promise<List<PrivacyRequest>> {
    demandManage(ctx);
    return page(ctx.manager.createQueryBuilder(PrivacyRequest, 'r'), args, { at: 'r.at', kind: 'r.kind', state: 'r.state' }, { field: 'at', order: SortOrder.DESC });
  }

  private order(ctx: RequestContext, kind: PrivacyRequestKind, handle: string, check: (facts: SubjectFacts) => void): Promise<PrivacyRequest> {
    demandManage(ctx);
    return ctx.transaction(async (tx) => {
      const subject = await this.handles.read(tx, handle);
      const facts = await this.data.facts(tx, subject);
      if (!facts) throw new DomainError(privacyErrors.SUBJECT_UNKNOWN);
      check(facts);
      const id = randomUUID();
      const { sealed } = await this.vault.seal(tx, requestOwner(id), subjectPlace, { realm: subject.realm, applicantId: subject.applicantId });
      const subjectDigest = await this.vault.digest(tx, `${subject.realm}/${subject.applicantId}`);
      // The payload names the request: an operation is seen by people who need not know of whom it is.
      const operation = await this.operations.enqueue(tx, { kind: operationKinds[kind], title: titles[kind], payload: { request: id }, maxAttempts: 5, queue: 'privacy' });
      await tx.manager.insert(PrivacyRequest, { id, kind, state: PrivacyRequestState.WAITING, subject: sealed, subjectDigest, operationId: operation.id, byId: tx.actor.id, byName: tx.actor.name });
      await this.audit.append(tx, { action: kind === PrivacyRequestKind.EXPORT ? 'privacy.export' : 'privacy.erase', target: { kind: 'privacy-request', key: id }, detail: { subject: subjectDigest.slice(0, 16) } });
      return tx.manager.findOneByOrFail(PrivacyRequest, { id });
    });
  }
}

/** The person's name as it was given, else the applicant id. */
export const confirmationOf = ({ name, applicantId }: SubjectFacts): string => name ?? applicantId;

export function demandManage(ctx: RequestContext): void {
  if (!can(ctx.actor, Permission.PrivacyManage)) throw new DomainError(commonErrors.FORBIDDEN);
}
