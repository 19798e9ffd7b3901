import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/actor/allow.decorator.js';
import { Ctx } from '../../../platform/actor/ctx.decorator.js';
import { Permission } from '../../../platform/actor/permission.js';
import { RequestContext } from '../../../platform/actor/request-context.js';
import { Transaction } from '../../../platform/actor/transaction.interceptor.js';
import { UploadsService } from '../../../platform/blobs/uploads.service.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { OperationModel, toOperationModel } from '../../../platform/jobs/operation.model.js';
import { OperationsService } from '../../../platform/jobs/operations.service.js';
import { ListOf, maxTake } from '../../../platform/lists/list.js';
import { corpusErrors } from '../corpus.errors.js';
import { UtteranceImportProblem } from '../utterance-import-problem.entity.js';
import { duplicateOf } from '../utterances.service.js';
import { importUtterancesKind } from './import-utterances.job.js';

enum UtteranceFormat {
  JSONL = 'JSONL',
  CSV = 'CSV',
}
registerEnumType(UtteranceFormat, { name: 'UtteranceFormat' });

@InputType()
export class ImportUtterancesInput {
  @Field(() => ID)
  upload!: string;

  @Field(() => UtteranceFormat)
  format!: UtteranceFormat;

  @Field(() => Boolean)
  dryRun!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether stand-ins of the same kind and length take the place of personal data.' })
  standIns!: boolean;
}

@ObjectType('UtteranceImportProblem')
export class UtteranceImportProblemModel {
  @Field(() => Int)
  line!: number;

  @Field(() => String)
  code!: string;

  @Field(() => String)
  message!: string;

  @Field(() => String)
  value!: string;
}
const UtteranceImportProblemList = ListOf(UtteranceImportProblemModel, 'UtteranceImportProblemList');

const int = (defaultValue: number) => ({ type: () => Int, defaultValue });

@Resolver()
export class UtteranceImportsResolver {
  constructor(
    private readonly uploads: UploadsService,
    private readonly operations: OperationsService,
  ) {}

  @Transaction()
  @Mutation(() => OperationModel, { description: 'Result: {rows, created, problems, byCode, encoding, dryRun}.' })
  @Allow(Permission.CorpusWrite)
  async importUtterances(@Ctx() ctx: RequestContext, @Args('input') input: ImportUtterancesInput) {
    const upload = await this.uploads.get(ctx, input.upload);
    const operation = await this.operations.enqueue(ctx, {
      kind: importUtterancesKind,
      title: input.dryRun ? { zh: `试导入语料：${upload.name}`, en: `Try importing utterances: ${upload.name}` } : { zh: `导入语料：${upload.name}`, en: `Import utterances: ${upload.name}` },
      payload: { upload: upload.id, format: input.format, dryRun: input.dryRun, standIns: input.standIns },
      queue: 'corpus-import',
    });
    return toOperationModel(ctx, operation);
  }

  @Query(() => UtteranceImportProblemList, { description: 'Lines of an import that were left out, and why; the first 10,000.' })
  @Allow(Permission.CorpusRead)
  async utteranceImportProblems(
    @Ctx() ctx: RequestContext,
    @Args('operation', { type: () => ID }) operation: string,
    @Args('skip', int(0)) skip: number,
    @Args('take', int(25)) take: number,
    @Args('code', { type: () => String, nullable: true }) code?: string | null,
  ) {
    const [rows, totalItems] = await ctx.manager.findAndCount(UtteranceImportProblem, { where: { operationId: operation, ...(code ? { code } : {}) }, order: { line: 'ASC' }, skip: Math.max(skip, 0), take: Math.min(Math.max(take, 0), maxTake) });
    const items = rows.map((row) => ({ line: row.line, code: row.code, value: row.value, message: messageOf(row, ctx.language) }));
    return { items, totalItems };
  }
}

function messageOf({ code, params }: UtteranceImportProblem, language: 'zh' | 'en'): string {
  // Its text tells the intent in a part of a sentence, which was written in the language of the import.
  if (code === corpusErrors.DUPLICATE_TEXT.code) return duplicateOf({ id: '', intent: params['intent'] === undefined ? null : String(params['intent']) }, language).text(language);
  const definition = Object.hasOwn(corpusErrors, code) ? corpusErrors[code as keyof typeof corpusErrors] : undefined;
  return definition ? new DomainError(definition, { params }).text(language) : code;
}
