import { Module } from '@nestjs/common';
import { RegistryModule } from '../registry/registry.module.js';
import { InterpretViewsService } from './interpret-views.service.js';
import { ServingService } from './serving.service.js';
import { TryOutResolver } from './try-out.resolver.js';

@Module({
  imports: [RegistryModule],
  providers: [ServingService, InterpretViewsService, TryOutResolver],
  exports: [ServingService, InterpretViewsService],
})
export class ServingModule {}
