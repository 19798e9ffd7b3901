import type { INestApplicationContext } from '@nestjs/common';
import { randomPassword } from '../modules/access/passwords.js';
import type { RequestContext } from '../platform/actor/request-context.js';
import { log } from '../platform/logging/log.js';
import { readSampleHall, type SampleHall } from './sample-hall.js';
import { readSampleFile, saveSampleFile } from './sample-file.js';
import { seedCases } from './seed-cases.js';
import { seedConfiguration } from './seed-configuration.js';
import { seedCorpus } from './seed-corpus.js';
import { seedModel } from './seed-model.js';
import { seedOrganisation } from './seed-organisation.js';
import { markStage, readStage } from './seed-stage.js';

type Stage = (app: INestApplicationContext, ctx: RequestContext, sample: SampleHall, home: string) => Promise<void>;

/** In order. Each commits as a whole together with its number, so that a start that was cut off goes on with the next. */
const stages: Stage[] = [seedPeopleAndDrafts, seedCorpus, seedModel, seedCases];

/** Fills an empty installation with the sample hall. Leaves an installation that is in use alone. */
export async function seedSampleHall(app: INestApplicationContext, ctx: RequestContext, home: string): Promise<void> {
  let done = await readStage(ctx);
  if (done === null || done === stages.length) return;
  const sample = readSampleHall();
  for (; done < stages.length; done += 1) {
    log.info({ stage: done + 1, of: stages.length }, 'seeding the sample hall');
    await stages[done]!(app, ctx, sample, home);
  }
}

async function seedPeopleAndDrafts(app: INestApplicationContext, ctx: RequestContext, sample: SampleHall, home: string): Promise<void> {
  const password = readSampleFile(home)?.logins[0]?.password ?? randomPassword();
  await ctx.transaction(async (tx) => {
    const logins = await seedOrganisation(app, tx, sample, password);
    await seedConfiguration(app, tx, sample);
    await markStage(tx, 1);
    saveSampleFile(home, { url: '', hallApiKey: '', logins });
  });
}
