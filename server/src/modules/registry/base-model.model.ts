import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { ListOf } from '../../platform/lists/list.js';

@ObjectType('BaseModel', { description: 'A pretrained encoder that trainings start from.' })
export class BaseModelModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'As its makers call it, such as bert-base-chinese.' })
  name!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'shipped (with the product), folder or hub' })
  source!: string;

  @Field(() => String, { description: 'The folder or the address that it was read from.' })
  location!: string;

  @Field(() => String, { description: 'SHA-256 of its list of files.' })
  sha256!: string;

  @Field(() => JsonScalar, { description: '`{name: {sha256, bytes}}`' })
  files!: unknown;

  @Field(() => Float, { description: 'Bytes of all files.' })
  size!: string;

  @Field(() => String)
  architecture!: string;

  @Field(() => Int)
  layers!: number;

  @Field(() => Int)
  hiddenSize!: number;

  @Field(() => Int)
  vocabularySize!: number;

  @Field(() => Int, { description: 'Longest input in tokens.' })
  maxLength!: number;

  @Field(() => String, { nullable: true, description: 'As its card says; null where it says nothing, which is to be found out before it is used.' })
  license!: string | null;

  @Field(() => String, { nullable: true, description: 'Its card, Markdown.' })
  card!: string | null;

  @Field(() => [String], { description: 'Keys of the training methods that can start from it.' })
  methods!: string[];

  @Field(() => String)
  byName!: string;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  deletedAt!: Date | null;
}
export const BaseModelList = ListOf(BaseModelModel, 'BaseModelList');

@ObjectType('BaseModelSources', { description: 'Where base models may be registered from.' })
export class BaseModelSourcesModel {
  @Field(() => String, { nullable: true, description: 'Folder whose sub-folders may be registered; null where none is configured.' })
  folder!: string | null;

  @Field(() => [String], { description: 'Its sub-folders that hold a config.json.' })
  folders!: string[];

  @Field(() => String, { nullable: true, description: 'Address of the hub or mirror; null where none is configured.' })
  hub!: string | null;
}

@InputType()
export class BaseModelFilter {
  @Field(() => String, { nullable: true, description: 'Part of name or title.' })
  @IsOptional()
  q?: string | null;

  @Field(() => String, { nullable: true, description: 'Only those that this training method can start from.' })
  @IsOptional()
  method?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  source?: string | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  ids?: string[] | null;
}

@InputType()
export class RegisterBaseModelInput {
  @Field(() => String, { description: 'folder or hub' })
  source!: string;

  @Field(() => String, { description: 'A folder (absolute, or under the configured one), or a name on the hub such as BAAI/bge-small-zh-v1.5.' })
  location!: string;

  @Field(() => String, { nullable: true, description: 'Of the hub: branch, tag or commit; `main` where none is named.' })
  @IsOptional()
  revision?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  title?: string | null;
}
