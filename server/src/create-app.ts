import 'reflect-metadata';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import type { Environment } from './platform/configuration/environment.js';
import { adminUi } from './platform/http/admin-ui.js';
import { AuthenticationMiddleware } from './platform/http/authentication.middleware.js';
import { CsrfMiddleware } from './platform/http/csrf.middleware.js';
import { securityHeaders } from './platform/http/security-headers.js';
import { NestLogger } from './platform/logging/nest-logger.js';

/** Larger than any content (a workflow has at most 2 MB); files are uploaded, not posted as JSON. */
const bodyLimit = '4mb';
const uiFolder = join(dirname(fileURLToPath(import.meta.url)), '../../admin-ui/dist');

/** The application, wired but not listening, on a migrated database. Tests hand in a root module that adds to ours. */
export async function createApp(environment: Environment, databaseUrl: string, root: DynamicModule = AppModule.forRoot(environment, databaseUrl)): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(root, { logger: new NestLogger(), abortOnError: false, bodyParser: false });
  app.useBodyParser('json', { limit: bodyLimit });
  app.set('trust proxy', environment.origin === null ? false : 1);
  app.disable('x-powered-by');
  app.use(securityHeaders());
  app.use(adminUi(uiFolder));
  const csrf = app.get(CsrfMiddleware, { strict: false });
  const authentication = app.get(AuthenticationMiddleware, { strict: false });
  app.use(csrf.use.bind(csrf), authentication.use.bind(authentication));
  return app;
}
