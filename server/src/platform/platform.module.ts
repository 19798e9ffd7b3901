import { type DynamicModule, Module, ValidationPipe } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import type { ValidationError } from 'class-validator';
import { AllowGuard } from './actor/allow.guard.js';
import { AuditModule } from './audit/audit.module.js';
import { BlobsModule } from './blobs/blobs.module.js';
import { ConfigurationModule } from './configuration/configuration.module.js';
import type { Environment } from './configuration/environment.js';
import { DatabaseModule } from './database/database.module.js';
import { commonErrors, DomainError } from './errors/domain-error.js';
import { EventsModule } from './events/events.module.js';
import { GraphqlModule } from './graphql/graphql.module.js';
import { HealthModule } from './health/health.module.js';
import { ErrorFilter } from './http/error.filter.js';
import { HttpModule } from './http/http.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { SecretsModule } from './secrets/secrets.module.js';
import { SettingsModule } from './settings/settings.module.js';

/** The first thing wrong, as an INVALID_INPUT that names its field. */
function firstProblem(errors: ValidationError[], path = ''): DomainError {
  const [error] = errors;
  const field = path + (error?.property ?? '');
  if (error?.children?.length) return firstProblem(error.children, `${field}.`);
  const reason = Object.values(error?.constraints ?? {})[0] ?? field;
  return new DomainError(commonErrors.INVALID_INPUT, { field, params: { reason } });
}

@Module({})
export class PlatformModule {
  static forRoot(environment: Environment, databaseUrl: string): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        ConfigurationModule.forRoot(environment),
        DatabaseModule.forRoot(databaseUrl),
        EventsModule,
        AuditModule,
        JobsModule,
        SettingsModule,
        SecretsModule,
        BlobsModule,
        HttpModule,
        HealthModule,
        GraphqlModule,
      ],
      providers: [
        { provide: APP_GUARD, useClass: AllowGuard },
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: APP_PIPE, useValue: new ValidationPipe({ transform: true, exceptionFactory: (errors) => firstProblem(errors) }) },
      ],
    };
  }
}
