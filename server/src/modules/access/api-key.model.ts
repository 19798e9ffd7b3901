import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMinSize, IsOptional, Length } from 'class-validator';
import { ListOf } from '../../platform/lists/list.js';

@ObjectType('ApiKey')
export class ApiKeyModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  prefix!: string;

  @Field(() => [String])
  scopes!: string[];

  @Field(() => String)
  channel!: string;

  @Field(() => ID, { nullable: true })
  createdBy!: string | null;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  lastUsedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  expiresAt!: Date | null;

  @Field(() => Date, { nullable: true })
  revokedAt!: Date | null;
}
export const ApiKeyList = ListOf(ApiKeyModel, 'ApiKeyList');

@ObjectType('CreatedApiKey')
export class CreatedApiKeyModel {
  @Field(() => ApiKeyModel)
  apiKey!: ApiKeyModel;

  @Field(() => String, { description: 'The key itself; shown once.' })
  secret!: string;
}

@InputType()
export class CreateApiKeyInput {
  @Field(() => String)
  @Length(1, 100)
  name!: string;

  @Field(() => [String])
  @ArrayMinSize(1)
  scopes!: string[];

  @Field(() => Date, { nullable: true })
  @IsOptional()
  expiresAt?: Date | null;
}
