import { configKinds, type Finding, findingText, type PolicyBody, validateBody, fieldProblemText } from '@banshi/bundle';
import { titleKey } from '@banshi/policies';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/actor/request-context.js';
import { BlobStore } from '../../../platform/blobs/blob-store.js';
import type { Upload } from '../../../platform/blobs/upload.entity.js';
import { UploadsService } from '../../../platform/blobs/uploads.service.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { OnOperation } from '../../../platform/jobs/on-operation.decorator.js';
import { OperationCancelled, type OperationRun } from '../../../platform/jobs/operation-run.js';
import { keyOfTitle } from '../../../platform/search/derive-key.js';
import { ContentsService } from '../../config/contents.service.js';
import { ItemBatchesService } from '../../config/item-batches.service.js';
import { policyOf } from './policy-draft.js';
import type { ImportedPolicy, PolicyImportPayload, PolicyImportResult } from './policy-import.types.js';
import { readDocument } from './readers/read-document.js';

export const policyImportKind = 'policies.import';

interface Known {
  key: string;
  sha256: string;
  org_unit_id: string | null;
  deleted: boolean;
}

/** Reads documents one after another; a real run writes each in a transaction of its own. Run again it changes nothing twice, because documents are known by their titles. */
@Injectable()
export class PolicyImportJob {
  constructor(
    private readonly uploads: UploadsService,
    private readonly blobs: BlobStore,
    private readonly contents: ContentsService,
    private readonly batches: ItemBatchesService,
  ) {}

  @OnOperation(policyImportKind)
  async run(run: OperationRun<PolicyImportPayload>): Promise<PolicyImportResult> {
    const { ctx, payload, signal } = run;
    const documents: ImportedPolicy[] = [];
    const seen = new Map<string, string>();
    for (const [index, id] of payload.uploads.entries()) {
      if (signal.aborted) throw new OperationCancelled();
      const upload = await this.uploads.get(ctx, id);
      run.report(index / payload.uploads.length, upload.name);
      documents.push(await ctx.transaction((tx) => this.take(tx, upload, payload, seen, signal)));
      if (signal.aborted) throw new OperationCancelled();
    }
    const count = (outcome: ImportedPolicy['outcome']) => documents.filter((one) => one.outcome === outcome).length;
    return { dryRun: payload.dryRun, documents, created: count('create'), updated: count('update'), unchanged: count('keep'), refused: count('refused') };
  }

  private async take(tx: RequestContext, upload: Upload, payload: PolicyImportPayload, seen: Map<string, string>, signal: AbortSignal): Promise<ImportedPolicy> {
    const refused = (code: string, zh: string, en: string): ImportedPolicy => ({ upload: upload.id, file: upload.name, outcome: 'refused', policy: null, problems: [{ severity: 'error', code, zh, en }] });
    try {
      const { format, text } = await readDocument(await this.blobs.path(upload.sha256), signal);
      const fresh = policyOf(text, upload.name, null);
      const known = await this.find(tx, fresh.body.title);
      const before = known && !known.deleted ? ((await this.contents.get(tx, known.sha256)).body as PolicyBody) : null;
      const { body, clauses, relations } = policyOf(text, upload.name, before);
      const twin = seen.get(titleKey(body.title));
      if (twin !== undefined) return refused('duplicate-in-import', `与「${twin}」是同一份文件：${body.title}`, `The same document as “${twin}”: ${body.title}`);
      seen.set(titleKey(body.title), upload.name);
      const [invalid] = validateBody('policy', body);
      if (invalid) return refused('body-invalid', `${invalid.path}：${fieldProblemText(invalid, 'zh')}`, `${invalid.path}: ${fieldProblemText(invalid, 'en')}`);
      const mayWrite = (orgUnitId: string | null) => payload.scope === null || (orgUnitId !== null && payload.scope.includes(orgUnitId));
      if (!mayWrite(known?.org_unit_id ?? payload.orgUnit)) return refused('not-yours', `「${body.title}」由其他部门维护`, `“${body.title}” belongs to another department`);
      const key = known?.key ?? (await this.freeKey(tx, body.title));
      const problems = (await configKinds.policy.lint(key, body)).map(toProblem);
      const isSame = before !== null && this.contents.prepare(tx, 'policy', body, 'body').sha256 === known!.sha256;
      if (!payload.dryRun && !isSame) await this.batches.put(tx, 'policy', [{ key, body, orgUnitId: payload.orgUnit }], { mayWrite });
      const { title, issuer, level, number, effectiveFrom, effectiveTo } = body;
      return { upload: upload.id, file: upload.name, outcome: before === null ? 'create' : isSame ? 'keep' : 'update', policy: { key, title, issuer, level, number, effectiveFrom, effectiveTo, clauses, proposals: relations, format }, problems };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { code, zh, en } = error.definition;
      return refused(code, fill(zh, error.facts.params), fill(en, error.facts.params));
    }
  }

  /** The document of this title, a deleted one too: importing brings it back. */
  private async find(tx: RequestContext, title: string): Promise<Known | null> {
    const rows = await tx.manager.query<(Known & { title: string })[]>(
      `SELECT i.key, i.title, d.sha256, i.org_unit_id, i.deleted_at IS NOT NULL AS deleted FROM config_item i JOIN config_draft d ON d.item_id = i.id
        WHERE i.kind = 'policy' AND i.title LIKE '%' || $1 || '%' ORDER BY i.deleted_at NULLS FIRST, i.key`,
      [titleKey(title).slice(-12).replace(/[\\%_]/g, '\\$&')],
    );
    return rows.find((row) => titleKey(row.title) === titleKey(title)) ?? null;
  }

  private async freeKey(tx: RequestContext, title: string): Promise<string> {
    const candidates = [keyOfTitle(title), keyOfTitle(title, true)];
    const taken = await tx.manager.query<{ key: string }[]>(`SELECT key FROM config_item WHERE kind = 'policy' AND key = ANY($1::text[])`, [candidates]);
    return candidates.find((key) => !taken.some((row) => row.key === key)) ?? candidates[1]!;
  }
}

const fill = (text: string, params: Record<string, unknown> = {}) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));

function toProblem(found: Finding): ImportedPolicy['problems'][number] {
  return { severity: found.severity, code: found.rule, zh: findingText(found, 'zh').message, en: findingText(found, 'en').message };
}
