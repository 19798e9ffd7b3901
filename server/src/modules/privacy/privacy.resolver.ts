import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { maskValue } from '@banshi/values';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { Transaction } from '../../platform/actor/transaction.interceptor.js';
import { PageArgs } from '../../platform/lists/list.js';
import { OperationModel, toOperationModel } from '../../platform/jobs/operation.model.js';
import { DemandsService } from './demands/demands.service.js';
import type { PrivacyRequest } from './demands/privacy-request.entity.js';
import { type Retention, RetentionService } from './demands/retention.service.js';
import { SubjectHandles } from './demands/subject-handles.js';
import { KeyRotationService } from './keys/key-rotation.service.js';
import { KeyStatusService } from './keys/key-status.service.js';
import type { FoundSubject } from './personal-data.service.js';
import { DataSubjectModel, PrivacyKeysModel, PrivacyRequestList, PrivacyRequestModel, RetentionRuleModel } from './privacy.model.js';

const text = { type: () => String };
const id = { type: () => ID };

@Resolver(() => DataSubjectModel)
export class PrivacyResolver {
  constructor(
    private readonly demands: DemandsService,
    private readonly retention: RetentionService,
    private readonly handles: SubjectHandles,
    private readonly rotation: KeyRotationService,
    private readonly status: KeyStatusService,
  ) {}

  @Transaction()
  @Mutation(() => [DataSubjectModel], { description: 'The persons whom an applicant id names, or in whose data the ID, phone or card number stands. Audited.' })
  @Allow(Permission.PrivacyManage)
  async findDataSubjects(@Ctx() ctx: RequestContext, @Args('query', text) query: string): Promise<DataSubjectModel[]> {
    const models: DataSubjectModel[] = [];
    for (const subject of await this.demands.find(ctx, query)) models.push(await this.model(ctx, subject));
    return models;
  }

  @Query(() => DataSubjectModel)
  @Allow(Permission.PrivacyManage)
  async dataSubject(@Ctx() ctx: RequestContext, @Args('id', id) handle: string): Promise<DataSubjectModel> {
    return this.model(ctx, await this.demands.get(ctx, handle));
  }

  @Transaction()
  @Mutation(() => PrivacyRequestModel, { description: 'Gathers all that is held of the person into an archive; an operation does it.' })
  @Allow(Permission.PrivacyManage)
  async exportDataSubject(@Ctx() ctx: RequestContext, @Args('id', id) handle: string) {
    return requestModel(await this.demands.export(ctx, handle));
  }

  @Transaction()
  @Mutation(() => PrivacyRequestModel, { description: 'Erases all that is held of the person, except what is under way; an operation does it. confirmation: the name (else the applicant id), typed in full.' })
  @Allow(Permission.PrivacyManage)
  async eraseDataSubject(@Ctx() ctx: RequestContext, @Args('id', id) handle: string, @Args('confirmation', text) confirmation: string) {
    return requestModel(await this.demands.erase(ctx, handle, confirmation));
  }

  @Query(() => PrivacyRequestList)
  @Allow(Permission.PrivacyManage)
  async privacyRequests(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    const { items, totalItems } = await this.demands.list(ctx, args);
    return { items: items.map(requestModel), totalItems };
  }

  @Query(() => [RetentionRuleModel])
  @Allow(Permission.PrivacyManage)
  async retentionRules(@Ctx() ctx: RequestContext) {
    return (await this.retention.list(ctx)).map((one) => retentionModel(ctx, one));
  }

  @Transaction()
  @Mutation(() => RetentionRuleModel)
  @Allow(Permission.PrivacyManage)
  async setRetention(@Ctx() ctx: RequestContext, @Args('kind', text) kind: string, @Args('days', { type: () => Int, nullable: true }) days: number | null) {
    return retentionModel(ctx, await this.retention.set(ctx, kind, days ?? null));
  }

  @Query(() => PrivacyKeysModel)
  @Allow(Permission.PrivacyManage)
  privacyKeys(@Ctx() ctx: RequestContext) {
    return this.status.get(ctx);
  }

  @Transaction()
  @Mutation(() => OperationModel, { description: 'Makes a new data key, and with master a new master key; what they wrap is wrapped anew by an operation.' })
  @Allow(Permission.PrivacyManage)
  async rotateKeys(@Ctx() ctx: RequestContext, @Args('master', { type: () => Boolean, defaultValue: false }) master: boolean) {
    return toOperationModel(ctx, await this.rotation.start(ctx, { master }));
  }

  private async model(ctx: RequestContext, subject: FoundSubject): Promise<DataSubjectModel> {
    const { name, applicantId, realm, holdings } = subject;
    return {
      id: await this.handles.of(ctx, subject),
      name: name === null ? null : maskValue('person', name),
      applicantId: maskValue('resident-id', applicantId),
      isPreview: realm !== 'hall',
      confirmBy: name === null ? 'applicantId' : 'name',
      holdings: [...holdings].flatMap(([source, held]) => held.map((holding) => ({ ...holding, kind: source.kind, kindTitle: source.title[ctx.language] }))).sort((a, b) => b.at.getTime() - a.at.getTime()),
    };
  }
}

const requestModel = (request: PrivacyRequest): PrivacyRequestModel => ({ ...request, isDownloadable: request.blob !== null });
const retentionModel = (ctx: RequestContext, { kind, title, days, defaultDays }: Retention): RetentionRuleModel => ({ id: kind, title: title[ctx.language], days, defaultDays });
