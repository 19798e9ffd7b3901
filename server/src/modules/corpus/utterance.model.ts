import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, MaxLength, Min, ValidateNested } from 'class-validator';
import { ListOf } from '../../platform/lists/list.js';

@ObjectType('Entity', { description: 'A marked piece of a text: code points, end exclusive.' })
export class EntityModel {
  @Field(() => Int)
  start!: number;

  @Field(() => Int)
  end!: number;

  @Field(() => String)
  slot!: string;
}

@ObjectType('Utterance')
export class UtteranceModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  text!: string;

  @Field(() => String, { nullable: true, description: 'Key of the intent.' })
  intent!: string | null;

  @Field(() => [EntityModel])
  entities!: EntityModel[];

  @Field(() => String, { description: 'manual, import or sample' })
  source!: string;

  @Field(() => Int)
  rev!: number;

  @Field(() => String)
  byName!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => Date)
  updatedAt!: Date;

  @Field(() => Date, { nullable: true })
  deletedAt!: Date | null;
}
export const UtteranceList = ListOf(UtteranceModel, 'UtteranceList');

@ObjectType('SimilarUtterance')
export class SimilarUtteranceModel {
  @Field(() => UtteranceModel)
  utterance!: UtteranceModel;

  @Field(() => Float, { description: 'Share of common trigrams, 0 to 1.' })
  similarity!: number;

  @Field(() => Boolean, { description: 'It carries another intent.' })
  clash!: boolean;
}

@ObjectType('IntentCount')
export class IntentCountModel {
  @Field(() => String)
  intent!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType('CorpusHealth')
export class CorpusHealthModel {
  @Field(() => Int)
  total!: number;

  @Field(() => Int)
  labelled!: number;

  @Field(() => [IntentCountModel])
  byIntent!: IntentCountModel[];

  @Field(() => Int, { description: 'Utterances whose words another one has too, punctuation aside.' })
  duplicates!: number;

  @Field(() => Int, { description: 'Of the duplicates, those that carry different intents.' })
  clashes!: number;
}

@ObjectType('SkippedUtterance')
export class SkippedUtteranceModel {
  @Field(() => String)
  text!: string;

  @Field(() => String)
  code!: string;

  @Field(() => String)
  message!: string;
}

@ObjectType('CreatedUtterances')
export class CreatedUtterancesModel {
  @Field(() => [UtteranceModel])
  created!: UtteranceModel[];

  @Field(() => [SkippedUtteranceModel])
  skipped!: SkippedUtteranceModel[];
}

@InputType()
export class EntityInput {
  @Field(() => Int)
  @IsInt()
  @Min(0)
  start!: number;

  @Field(() => Int)
  @IsInt()
  end!: number;

  @Field(() => String)
  @MaxLength(64)
  slot!: string;
}

@InputType()
export class CreateUtteranceInput {
  @Field(() => String)
  text!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  intent?: string | null;

  @Field(() => [EntityInput], { nullable: true })
  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => EntityInput)
  entities?: EntityInput[] | null;
}

@InputType()
export class CreateUtterancesInput {
  @Field(() => String)
  intent!: string;

  @Field(() => [String])
  @ArrayMaxSize(1_000)
  texts!: string[];
}

@InputType()
export class UpdateUtteranceInput {
  @Field(() => Int)
  @Min(1)
  rev!: number;

  @Field(() => String, { nullable: true })
  @IsOptional()
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'Left out: stays; null: taken away.' })
  @IsOptional()
  intent?: string | null;

  @Field(() => [EntityInput], { nullable: true })
  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => EntityInput)
  entities?: EntityInput[] | null;
}

@InputType()
export class UtteranceFilter {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(200)
  q?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  intent?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  slot?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  source?: string | null;

  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  unlabelled?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those whose words another one has too, punctuation aside.' })
  @IsOptional()
  duplicate?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only duplicates that carry different intents.' })
  @IsOptional()
  clash?: boolean | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  trainingSet?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only the deleted ones instead of the others.' })
  @IsOptional()
  deleted?: boolean | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  ids?: string[] | null;
}
