import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ListOf } from '../../platform/lists/list.js';
import { ProjectedRowModel, RowFilter } from '../config/projected-row.model.js';

@ObjectType('DictionaryRow')
export class DictionaryRowModel extends ProjectedRowModel {
  @Field(() => Int)
  entryCount!: number;
}
export const DictionaryRowList = ListOf(DictionaryRowModel, 'DictionaryList');

@InputType()
export class DictionaryFilter extends RowFilter {}
