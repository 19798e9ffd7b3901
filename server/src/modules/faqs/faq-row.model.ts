import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { ListOf } from '../../platform/lists/list.js';
import { ProjectedRowModel, RowFilter } from '../config/projected-row.model.js';

@ObjectType('FaqRow')
export class FaqRowModel extends ProjectedRowModel {
  @Field(() => [String], { description: 'Keys of the services that it is about.' })
  services!: string[];

  @Field(() => [String])
  themes!: string[];

  @Field(() => String, { nullable: true })
  validFrom!: string | null;

  @Field(() => String, { nullable: true, description: 'First day on which it is no longer answered.' })
  validTo!: string | null;

  @Field(() => Int, { description: 'Ways to ask it, the first included.' })
  wordingCount!: number;
}
export const FaqRowList = ListOf(FaqRowModel, 'FaqList');

@InputType()
export class FaqFilter extends RowFilter {
  @Field(() => String, { nullable: true, description: 'Key of a service.' })
  @IsOptional()
  @MaxLength(64)
  service?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(50)
  theme?: string | null;
}
