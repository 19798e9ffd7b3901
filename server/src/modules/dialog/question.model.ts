import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsArray, IsEnum, IsOptional, IsString } from 'class-validator';
import { ListOf } from '../../platform/lists/list.js';
import { QuestionKind, QuestionState } from './dialog.types.js';

registerEnumType(QuestionKind, { name: 'QuestionKind' });
registerEnumType(QuestionState, { name: 'QuestionState' });

@ObjectType('AssistantQuestion')
export class QuestionModel {
  @Field(() => ID)
  id!: string;

  @Field(() => QuestionKind)
  kind!: QuestionKind;

  @Field(() => String, { description: 'As somebody said it first; identifiers masked.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Of a correction: the field that was filled in wrongly.' })
  field!: string | null;

  @Field(() => QuestionState)
  state!: QuestionState;

  @Field(() => Int, { description: 'How often the like of it has come.' })
  count!: number;

  @Field(() => Date)
  firstAt!: Date;

  @Field(() => Date)
  lastAt!: Date;

  @Field(() => String, { nullable: true })
  decidedByName!: string | null;

  @Field(() => Date, { nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What was made of it: utterance, faq, policy or service.' })
  outcome!: string | null;

  @Field(() => String, { nullable: true, description: 'Id or key of what was made of it.' })
  outcomeKey!: string | null;
}
export const QuestionList = ListOf(QuestionModel, 'AssistantQuestionList');

@InputType()
export class QuestionFilter {
  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @IsArray()
  ids?: string[] | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  q?: string | null;

  @Field(() => QuestionState, { nullable: true })
  @IsOptional()
  @IsEnum(QuestionState)
  state?: QuestionState | null;

  @Field(() => QuestionKind, { nullable: true })
  @IsOptional()
  @IsEnum(QuestionKind)
  kind?: QuestionKind | null;

  @Field(() => String, { nullable: true, description: 'Key of a service.' })
  @IsOptional()
  @IsString()
  service?: string | null;
}
