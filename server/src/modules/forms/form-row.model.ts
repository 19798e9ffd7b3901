import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ListOf } from '../../platform/lists/list.js';
import { ProjectedRowModel, RowFilter } from '../config/projected-row.model.js';

@ObjectType('FormRow')
export class FormRowModel extends ProjectedRowModel {
  @Field(() => Int)
  fieldCount!: number;
}
export const FormRowList = ListOf(FormRowModel, 'FormList');

@InputType()
export class FormFilter extends RowFilter {}
