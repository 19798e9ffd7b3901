import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Setting } from './setting.entity.js';
import { SettingsResolver } from './settings.resolver.js';
import { SettingsService } from './settings.service.js';

@Global()
@Module({ imports: [TypeOrmModule.forFeature([Setting])], providers: [SettingsService, SettingsResolver], exports: [SettingsService] })
export class SettingsModule {}
