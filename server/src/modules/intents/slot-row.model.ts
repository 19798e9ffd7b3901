import { slotTypes } from '@banshi/bundle';
import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsIn, IsOptional } from 'class-validator';
import { ListOf } from '../../platform/lists/list.js';
import { ProjectedRowModel, RowFilter } from '../config/projected-row.model.js';

@ObjectType('SlotRow')
export class SlotRowModel extends ProjectedRowModel {
  @Field(() => String)
  type!: string;

  @Field(() => Boolean, { description: 'Personal data.' })
  sensitive!: boolean;

  @Field(() => String, { nullable: true, description: 'Key of the dictionary whose entries it takes.' })
  dictionary!: string | null;
}
export const SlotRowList = ListOf(SlotRowModel, 'SlotList');

@InputType()
export class SlotFilter extends RowFilter {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsIn(slotTypes)
  type?: string | null;
}
