import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsOptional, Length, MaxLength, Min, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';

@InputType()
export class ItemAddressInput {
  @Field(() => String)
  kind!: string;

  @Field(() => String)
  key!: string;
}

@InputType()
export class ChosenItemInput extends ItemAddressInput {
  @Field(() => String, { nullable: true, description: 'Content that was seen in the plan; refused when the draft has moved since. Left out: whatever the draft says now.' })
  @IsOptional()
  sha256?: string | null;
}

@InputType()
export class PublishInput {
  @Field(() => String)
  channel!: string;

  @Field(() => Int)
  @Min(0)
  baseRev!: number;

  @Field(() => [ChosenItemInput])
  @ArrayMinSize(1)
  @ArrayMaxSize(20_000)
  @ValidateNested({ each: true })
  @Type(() => ChosenItemInput)
  items!: ChosenItemInput[];

  @Field(() => String)
  @Length(1, 500)
  note!: string;

  @Field(() => String, { nullable: true, description: 'Why it may go out in spite of warnings.' })
  @IsOptional()
  @MaxLength(500)
  reason?: string | null;
}

@InputType()
export class RollBackInput {
  @Field(() => String)
  channel!: string;

  @Field(() => Int)
  @Min(0)
  baseRev!: number;

  @Field(() => ID)
  bundle!: string;

  @Field(() => String)
  @MaxLength(500)
  note!: string;
}
