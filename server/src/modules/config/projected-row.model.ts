import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsEnum, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { maxTake } from '../../platform/lists/list.js';

/** Where an item stands against the hall: not in it, shown as drafted, or shown as it was before the last changes. */
export enum RowStatus {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  CHANGED = 'CHANGED',
}
registerEnumType(RowStatus, { name: 'RowStatus', description: 'DRAFT: not in the hall; PUBLISHED: the hall shows the draft; CHANGED: the hall shows something older.' });

@ObjectType('Author', { description: 'Who changed something, by the name of that time.' })
export class AuthorModel {
  @Field(() => String)
  name!: string;
}

@ObjectType({ isAbstract: true })
export abstract class ProjectedRowModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Date)
  updatedAt!: Date;

  @Field(() => AuthorModel)
  updatedBy!: AuthorModel;

  @Field(() => Boolean, { description: 'Whether the hall shows it.' })
  published!: boolean;

  @Field(() => Boolean, { description: 'Whether the hall shows something else than the draft.' })
  changed!: boolean;

  @Field(() => Int, { description: 'Errors that the draft shows by itself.' })
  errors!: number;
}

@InputType({ isAbstract: true })
export abstract class RowFilter {
  @Field(() => String, { nullable: true, description: 'Words, key, pinyin or its initials; every word must occur.' })
  @IsOptional()
  @MaxLength(200)
  q?: string | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(maxTake)
  @IsUUID(undefined, { each: true })
  ids?: string[] | null;

  @Field(() => [String], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(maxTake)
  keys?: string[] | null;

  @Field(() => RowStatus, { nullable: true })
  @IsOptional()
  @IsEnum(RowStatus)
  status?: RowStatus | null;
}
