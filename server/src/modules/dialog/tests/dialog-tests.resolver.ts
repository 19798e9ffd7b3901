import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/actor/allow.decorator.js';
import { Ctx } from '../../../platform/actor/ctx.decorator.js';
import { Permission } from '../../../platform/actor/permission.js';
import { RequestContext } from '../../../platform/actor/request-context.js';
import { PageArgs } from '../../../platform/lists/list.js';
import { searchPatterns } from '../../../platform/search/search-text.js';
import { WorkspaceBundleService } from '../../release/workspace-bundle.service.js';
import { DialogTestList, type DialogTestModel, DialogTestRunModel, RecordedDialogTestModel } from './dialog-tests.model.js';
import { DialogTestsService } from './dialog-tests.service.js';
import { TestRecorderService } from './test-recorder.service.js';

@Resolver()
export class DialogTestsResolver {
  constructor(
    private readonly tests: DialogTestsService,
    private readonly recorder: TestRecorderService,
    private readonly workspace: WorkspaceBundleService,
  ) {}

  @Query(() => DialogTestList, { description: 'Dialogue tests that administrators have written; changed last first.' })
  @Allow(Permission.ConfigRead)
  async dialogTests(@Ctx() ctx: RequestContext, @Args() { skip, take }: PageArgs, @Args('q', { type: () => String, nullable: true }) q?: string | null) {
    const rows = await ctx.manager.query<(DialogTestModel & { total: number })[]>(
      `SELECT i.key, i.title, d.at AS "updatedAt", d.by_name AS "updatedByName", EXISTS (SELECT 1 FROM channel_entry e WHERE e.channel = 'hall' AND e.kind = i.kind AND e.key = i.key) AS published, count(*) OVER ()::int AS total
         FROM config_item i JOIN config_draft d ON d.item_id = i.id WHERE i.kind = 'dialog-test' AND i.deleted_at IS NULL AND i.search ILIKE ALL ($3::text[]) ORDER BY d.at DESC, i.key OFFSET $1 LIMIT $2`,
      [skip, take, searchPatterns(q ?? '')],
    );
    return { items: rows, totalItems: rows[0]?.total ?? 0 };
  }

  @Mutation(() => DialogTestRunModel, { description: 'Runs dialogue tests over the drafts, all or those named, and says of each step what held.' })
  @Allow(Permission.ConfigRead)
  async runDialogTests(@Ctx() ctx: RequestContext, @Args('keys', { type: () => [String], nullable: true }) keys?: string[] | null): Promise<DialogTestRunModel> {
    return { items: await this.tests.run(ctx, await this.workspace.current(ctx), keys ?? null) };
  }

  @Mutation(() => RecordedDialogTestModel, { description: 'A test made of a conversation that took place, with the personal data of nobody.' })
  @Allow(Permission.ConfigWrite)
  async recordDialogTest(@Ctx() ctx: RequestContext, @Args('session', { type: () => ID }) session: string): Promise<RecordedDialogTestModel> {
    return { yaml: await this.recorder.record(ctx, await this.workspace.current(ctx), session) };
  }
}
