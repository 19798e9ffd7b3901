import { mkdirSync } from 'node:fs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApp } from './create-app.js';
import { firstStart } from './first-start.js';
import type { Environment } from './platform/configuration/environment.js';
import { runMigrations } from './platform/database/migrations.js';
import { Readiness } from './platform/health/readiness.js';
import { log } from './platform/logging/log.js';
import { startEmbeddedPostgres } from './platform/postgres/embedded-postgres.js';

export interface RunningServer {
  url: string;
  app: NestExpressApplication;
  stop(): Promise<void>;
}

/** From nothing to ready: database, schema, application, first contents. */
export async function startServer(environment: Environment): Promise<RunningServer> {
  mkdirSync(environment.home, { recursive: true });
  const postgres = environment.databaseUrl === null ? await startEmbeddedPostgres({ home: environment.home, log, keepRunning: true }) : null;
  try {
    const databaseUrl = environment.databaseUrl ?? postgres!.url;
    await runMigrations(databaseUrl);
    const app = await createApp(environment, databaseUrl);
    await app.listen(environment.port, environment.host);
    const { port } = app.getHttpServer().address() as { port: number };
    const url = `http://${environment.host}:${port}`;
    const lines = await firstStart(app, environment, url);
    app.get(Readiness, { strict: false }).isReady = true;
    console.info(['', `Banshi 办事  ${url}`, ...lines, ''].join('\n'));
    const stop = async () => {
      await app.close();
      await postgres?.stop();
    };
    return { url, app, stop };
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
}
