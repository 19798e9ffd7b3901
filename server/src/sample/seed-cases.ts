import type { INestApplicationContext } from '@nestjs/common';
import { CaseReplayService } from '../modules/cases/case-replay.service.js';
import { SubmissionsService } from '../modules/cases/submissions.service.js';
import type { RequestContext } from '../platform/actor/request-context.js';
import type { SampleHall } from './sample-hall.js';
import { markStage } from './seed-stage.js';

/** Applications on which the clerks of the sample hall are already working. */
export async function seedCases(app: INestApplicationContext, ctx: RequestContext, sample: SampleHall): Promise<void> {
  const submissions = app.get(SubmissionsService, { strict: false });
  const replays = app.get(CaseReplayService, { strict: false });
  await ctx.transaction(async (tx) => {
    for (const { service, applicant, data, progress } of sample.cases) {
      const submitted = await submissions.submit(tx, { channel: 'hall', service, data, applicant });
      await replays.replay(tx, submitted.id, progress);
    }
    await markStage(tx, 4);
  });
}
