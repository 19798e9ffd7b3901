import { Args, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsOptional, IsUUID } from 'class-validator';
import { scopeOf } from '../../../platform/actor/actor.js';
import { Allow } from '../../../platform/actor/allow.decorator.js';
import { Ctx } from '../../../platform/actor/ctx.decorator.js';
import { Permission } from '../../../platform/actor/permission.js';
import { RequestContext } from '../../../platform/actor/request-context.js';
import { Transaction } from '../../../platform/actor/transaction.interceptor.js';
import { AuditService } from '../../../platform/audit/audit.service.js';
import { UploadsService } from '../../../platform/blobs/uploads.service.js';
import { commonErrors, DomainError } from '../../../platform/errors/domain-error.js';
import { OperationModel, toOperationModel } from '../../../platform/jobs/operation.model.js';
import { OperationsService } from '../../../platform/jobs/operations.service.js';
import { policyImportKind } from './policy-import.job.js';
import type { PolicyImportPayload } from './policy-import.types.js';

/** The result of an operation names every document; more are imported in several. */
const maxDocuments = 500;

@InputType()
export class ImportPoliciesInput {
  @Field(() => [ID], { description: 'Uploaded files, one document each.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(maxDocuments)
  @IsUUID(undefined, { each: true })
  uploads!: string[];

  @Field(() => Boolean, { description: 'Only says what would happen.' })
  dryRun!: boolean;

  @Field(() => ID, { nullable: true, description: 'Department that new documents belong to.' })
  @IsOptional()
  @IsUUID()
  orgUnit?: string | null;
}

@Resolver()
export class PolicyImportsResolver {
  constructor(
    private readonly uploads: UploadsService,
    private readonly operations: OperationsService,
    private readonly audit: AuditService,
  ) {}

  @Transaction()
  @Mutation(() => OperationModel, { description: 'Reads DOCX, PDF, HTML, Markdown and TXT files into drafts. Result: {dryRun, documents: [{file, outcome, policy, problems}], created, updated, unchanged, refused}.' })
  @Allow(Permission.ConfigWrite)
  async importPolicies(@Ctx() ctx: RequestContext, @Args('input') input: ImportPoliciesInput) {
    const scope = scopeOf(ctx.actor, Permission.ConfigWrite);
    if (scope === null) throw new DomainError(commonErrors.FORBIDDEN);
    for (const id of input.uploads) {
      const upload = await this.uploads.get(ctx, id);
      if (upload.createdBy !== ctx.actor.id) throw new DomainError(commonErrors.FORBIDDEN, { field: 'input.uploads' });
    }
    const payload: PolicyImportPayload = { uploads: [...new Set(input.uploads)], orgUnit: input.orgUnit ?? null, dryRun: input.dryRun, scope: scope === 'everywhere' ? null : [...scope] };
    const count = payload.uploads.length;
    const title = input.dryRun ? { zh: `检查 ${count} 份政策文件`, en: `Check ${count} policy documents` } : { zh: `导入 ${count} 份政策文件`, en: `Import ${count} policy documents` };
    const operation = await this.operations.enqueue(ctx, { kind: policyImportKind, title, payload, queue: 'policy-import' });
    await this.audit.append(ctx, { action: 'policies.import', target: { kind: 'operation', key: operation.id }, detail: { documents: count, dryRun: input.dryRun } });
    return toOperationModel(ctx, operation);
  }
}
