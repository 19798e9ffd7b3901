import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ModuleMetadata } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { AppModule } from '../../server/src/app.module.js';
import { createApp } from '../../server/src/create-app.js';
import { RequestContext } from '../../server/src/platform/actor/request-context.js';
import { readEnvironment } from '../../server/src/platform/configuration/environment.js';
import { createTestDatabase } from './database.js';

export interface TestApp {
  app: NestExpressApplication;
  /** Address of the listening application. */
  url: string;
  databaseUrl: string;
  home: string;
  /** Acts as the system, outside a transaction. */
  ctx: RequestContext;
  close(): Promise<void>;
}

class TestRoot {}

/** The whole application on a database and a home of its own, listening on 127.0.0.1. `planted` is added to its modules, `variables` to its environment. */
export async function createTestApp(planted: Pick<ModuleMetadata, 'providers' | 'controllers'> = {}, variables: Record<string, string> = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const home = mkdtempSync(join(tmpdir(), 'banshi-test-'));
  const app = await listening(home, database.url, planted, variables);
  const { port } = app.getHttpServer().address() as { port: number };
  return {
    app,
    url: `http://127.0.0.1:${port}`,
    databaseUrl: database.url,
    home,
    ctx: RequestContext.forSystem('test', app.get(DataSource).manager),
    async close() {
      await app.close();
      await database.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Another server process, as it were, on the same database and home. */
export async function secondApp(test: Pick<TestApp, 'home' | 'databaseUrl'>, variables: Record<string, string> = {}): Promise<{ app: NestExpressApplication; close(): Promise<void> }> {
  const app = await listening(test.home, test.databaseUrl, {}, variables);
  return { app, close: () => app.close() };
}

async function listening(home: string, databaseUrl: string, planted: Pick<ModuleMetadata, 'providers' | 'controllers'>, variables: Record<string, string>): Promise<NestExpressApplication> {
  const environment = readEnvironment({ BANSHI_HOME: home, PORT: '0', LOG_LEVEL: 'error', ...variables });
  const app = await createApp(environment, databaseUrl, { module: TestRoot, imports: [AppModule.forRoot(environment, databaseUrl)], ...planted });
  try {
    await app.listen(0, '127.0.0.1');
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}
