import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ListOf } from '../../platform/lists/list.js';
import { ProjectedRowModel, RowFilter } from '../config/projected-row.model.js';

@ObjectType('ProfileRow')
export class ProfileRowModel extends ProjectedRowModel {
  @Field(() => Int)
  fieldCount!: number;
}
export const ProfileRowList = ListOf(ProfileRowModel, 'ProfileList');

@InputType()
export class ProfileFilter extends RowFilter {}
