import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PostMember } from './membership.entity.js';
import { OrgUnitsResolver, PostsResolver } from './org.resolver.js';
import { OrgService } from './org.service.js';
import { OrgUnit } from './org-unit.entity.js';
import { Post } from './post.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([OrgUnit, Post, PostMember])], providers: [OrgService, OrgUnitsResolver, PostsResolver], exports: [OrgService] })
export class OrgModule {}
