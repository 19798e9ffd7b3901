import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ListOf } from '../../platform/lists/list.js';
import { ProjectedRowModel, RowFilter } from '../config/projected-row.model.js';

@ObjectType('WorkflowRow')
export class WorkflowRowModel extends ProjectedRowModel {
  @Field(() => Int, { description: 'User tasks of the diagram.' })
  taskCount!: number;
}
export const WorkflowRowList = ListOf(WorkflowRowModel, 'WorkflowList');

@InputType()
export class WorkflowFilter extends RowFilter {}
