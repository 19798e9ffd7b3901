import type { INestApplicationContext } from '@nestjs/common';
import { ModelVersionsService } from '../modules/registry/model-versions.service.js';
import { PublishingService } from '../modules/release/publishing.service.js';
import { ReleasePlanService } from '../modules/release/release-plan.service.js';
import { TrainingJobsService } from '../modules/training/training-jobs.service.js';
import type { RequestContext } from '../platform/actor/request-context.js';
import { Operation, OperationState } from '../platform/jobs/operation.entity.js';
import type { SampleHall } from './sample-hall.js';
import { markStage } from './seed-stage.js';

const note = '示例大厅首次发布';
const reason = '示例数据';
const pollMs = 300;

/** Trains the first model in the ordinary way, chooses it and publishes everything to the hall. */
export async function seedModel(app: INestApplicationContext, ctx: RequestContext, _sample: SampleHall): Promise<void> {
  const versionId = (await trainedVersion(ctx)) ?? (await train(app, ctx));
  await ctx.transaction(async (tx) => {
    await app.get(ModelVersionsService, { strict: false }).choose(tx, versionId);
    const plans = app.get(ReleasePlanService, { strict: false });
    const { baseRev, items } = await plans.plan(tx, 'hall', null);
    const order = { channel: 'hall', baseRev, ...(await plans.choose(tx, 'hall', items)), note, reason };
    const outcome = await app.get(PublishingService, { strict: false }).publish(tx, order);
    if (outcome.type !== 'published') throw new Error(`the sample hall cannot be published: ${JSON.stringify(outcome)}`);
    await markStage(tx, 3);
  });
}

/** The model of a seeding that was cut off after its training. */
async function trainedVersion(ctx: RequestContext): Promise<string | null> {
  const [row] = await ctx.manager.query<{ id: string }[]>('SELECT id FROM model_version WHERE deleted_at IS NULL ORDER BY n LIMIT 1');
  return row?.id ?? null;
}

async function train(app: INestApplicationContext, ctx: RequestContext): Promise<string> {
  const [set] = await ctx.manager.query<{ id: string }[]>(`SELECT id FROM training_set WHERE key = 'all'`);
  const job = await ctx.transaction((tx) => app.get(TrainingJobsService, { strict: false }).start(tx, { trainingSet: set!.id, method: 'head', seed: 1 }));
  for (;;) {
    const { state, error } = await ctx.manager.findOneByOrFail(Operation, { id: job.operationId });
    if (state === OperationState.FAILED || state === OperationState.CANCELLED) throw new Error(`the sample model cannot be trained: ${error?.en ?? state}`);
    const version = state === OperationState.SUCCEEDED ? await trainedVersion(ctx) : null;
    if (version) return version;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
