import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConfigModule } from '../config/config.module.js';
import { ProjectionsService } from '../config/projections.service.js';
import { PolicyImportJob } from './import/policy-import.job.js';
import { PolicyImportsResolver } from './import/policy-imports.resolver.js';
import { PoliciesResolver } from './policies.resolver.js';
import { PoliciesService } from './policies.service.js';
import { PolicyInterpretationResolver } from './policy-interpretation.resolver.js';
import { PolicyRow } from './policy-row.entity.js';
import { ProfileRow } from './profile-row.entity.js';
import { profileProjection } from './profile.projection.js';
import { ProfilesResolver } from './profiles.resolver.js';
import { policyProjection } from './policy.projection.js';
import { PolicyProposalsResolver } from './proposals/policy-proposals.resolver.js';
import { PolicyProposalsService } from './proposals/policy-proposals.service.js';

@Module({ imports: [TypeOrmModule.forFeature([PolicyRow, ProfileRow]), ConfigModule], providers: [PoliciesService, PoliciesResolver, PolicyImportJob, PolicyImportsResolver, PolicyProposalsService, PolicyProposalsResolver, PolicyInterpretationResolver, ProfilesResolver] })
export class PoliciesModule implements OnModuleInit {
  constructor(private readonly projections: ProjectionsService) {}

  onModuleInit(): void {
    this.projections.register(policyProjection);
    this.projections.register(profileProjection);
  }
}
