import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsUUID, Length } from 'class-validator';
import { ListOf } from '../../platform/lists/list.js';

@ObjectType('OrgUnit')
export class OrgUnitModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  kind!: string;

  @Field(() => ID, { nullable: true })
  parentId!: string | null;
}
export const OrgUnitList = ListOf(OrgUnitModel, 'OrgUnitList');

@ObjectType('Post')
export class PostModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => ID)
  orgUnitId!: string;
}
export const PostList = ListOf(PostModel, 'PostList');

@InputType()
export class CreateOrgUnitInput {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  @Length(1, 100)
  title!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Length(1, 40)
  kind?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  parentId?: string | null;
}

@InputType()
export class UpdateOrgUnitInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @Length(1, 100)
  title?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Length(1, 40)
  kind?: string;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  parentId?: string | null;
}

@InputType()
export class CreatePostInput {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  @Length(1, 100)
  title!: string;

  @Field(() => ID)
  @IsUUID()
  orgUnitId!: string;
}

@InputType()
export class UpdatePostInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @Length(1, 100)
  title?: string;

  @Field(() => [ID], { nullable: true, description: 'Users who hold the post; replaces the present ones.' })
  @IsOptional()
  @IsUUID(undefined, { each: true })
  memberIds?: string[];
}
