import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import { RequestContext } from '../platform/actor/request-context.js';
import type { Environment } from '../platform/configuration/environment.js';
import { NestLogger } from '../platform/logging/nest-logger.js';
import type { CommandInput } from './command.js';
import { withMigratedDatabase } from './database.js';

/** Who the audit log names for what is done on the command line. */
const actorName = 'command line';

/** Runs `work` with the product's own services, without listening and without running operations. */
export function withApplication<T>({ environment, language }: Pick<CommandInput, 'environment' | 'language'>, work: (app: INestApplicationContext, ctx: RequestContext) => Promise<T>): Promise<T> {
  return withMigratedDatabase(environment, (url) => withApplicationOn({ ...environment, runsOperations: false }, url, language, work));
}

async function withApplicationOn<T>(environment: Environment, url: string, language: CommandInput['language'], work: (app: INestApplicationContext, ctx: RequestContext) => Promise<T>): Promise<T> {
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(environment, url), { logger: new NestLogger(), abortOnError: false });
  try {
    return await work(app, RequestContext.forSystem(actorName, app.get(DataSource).manager, language));
  } finally {
    await app.close();
  }
}
