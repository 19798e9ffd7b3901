import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { DialogModule } from '../dialog/dialog.module.js';
import { ReleaseModule } from '../release/release.module.js';
import { WorkbenchResolver } from './workbench.resolver.js';
import { WorkbenchService } from './workbench.service.js';

@Module({ imports: [CasesModule, ReleaseModule, DialogModule], providers: [WorkbenchService, WorkbenchResolver] })
export class InsightsModule {}
