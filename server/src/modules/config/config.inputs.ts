import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional, IsUUID, Length, Min } from 'class-validator';
import { JsonScalar } from '../../platform/graphql/scalars.js';

@InputType()
export class CreateItemInput {
  @Field(() => String)
  kind!: string;

  @Field(() => String)
  key!: string;

  @Field(() => JsonScalar)
  body!: unknown;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  orgUnit?: string | null;
}

@InputType()
export class DraftAddressInput {
  @Field(() => String)
  kind!: string;

  @Field(() => String)
  key!: string;

  @Field(() => Int)
  @Min(1)
  rev!: number;
}

@InputType()
export class SaveDraftInput extends DraftAddressInput {
  @Field(() => JsonScalar)
  body!: unknown;
}

@InputType()
export class SaveVersionInput extends DraftAddressInput {
  @Field(() => String)
  @Length(0, 500)
  note!: string;
}

@InputType()
export class RestoreVersionInput extends DraftAddressInput {
  @Field(() => Int)
  @Min(1)
  n!: number;
}

@InputType()
export class DuplicateItemInput {
  @Field(() => String)
  kind!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String)
  newKey!: string;

  @Field(() => String)
  @Length(1, 200)
  title!: string;
}
