import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActorResolver } from '../../platform/actor/actor-resolver.js';
import { OrgModule } from '../org/org.module.js';
import { AccessActorResolver } from './access-actor-resolver.js';
import { ApiKey } from './api-key.entity.js';
import { ApiKeyCache } from './api-key-cache.js';
import { ApiKeysResolver } from './api-keys.resolver.js';
import { ApiKeysService } from './api-keys.service.js';
import { PostMembersResolver } from './post-members.resolver.js';
import { RoleGrant } from './role-grant.entity.js';
import { Session } from './session.entity.js';
import { SessionResolver } from './session.resolver.js';
import { SessionsService } from './sessions.service.js';
import { User } from './user.entity.js';
import { RoleGrantsResolver, UsersResolver } from './users.resolver.js';
import { UsersService } from './users.service.js';

/** Global, because the platform asks it who is calling. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([User, RoleGrant, Session, ApiKey]), OrgModule],
  providers: [UsersService, SessionsService, ApiKeysService, ApiKeyCache, UsersResolver, RoleGrantsResolver, PostMembersResolver, SessionResolver, ApiKeysResolver, { provide: ActorResolver, useClass: AccessActorResolver }],
  exports: [UsersService, ApiKeysService, ActorResolver],
})
export class AccessModule {}
