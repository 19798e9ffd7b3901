import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConfigModule } from '../config/config.module.js';
import { ProjectionsService } from '../config/projections.service.js';
import { IntentRow } from './intent-row.entity.js';
import { intentProjection } from './intent.projection.js';
import { IntentsResolver } from './intents.resolver.js';
import { SlotRow } from './slot-row.entity.js';
import { slotProjection } from './slot.projection.js';
import { SlotsResolver } from './slots.resolver.js';

@Module({ imports: [TypeOrmModule.forFeature([IntentRow, SlotRow]), ConfigModule], providers: [IntentsResolver, SlotsResolver] })
export class IntentsModule implements OnModuleInit {
  constructor(private readonly projections: ProjectionsService) {}

  onModuleInit(): void {
    this.projections.register(intentProjection);
    this.projections.register(slotProjection);
  }
}
