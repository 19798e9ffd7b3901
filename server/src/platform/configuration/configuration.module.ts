import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Environment } from './environment.js';

/** Injection token of the checked Environment. */
export const ENVIRONMENT = Symbol('environment');

@Global()
@Module({})
export class ConfigurationModule {
  static forRoot(environment: Environment): DynamicModule {
    return { module: ConfigurationModule, providers: [{ provide: ENVIRONMENT, useValue: environment }], exports: [ENVIRONMENT] };
  }
}
