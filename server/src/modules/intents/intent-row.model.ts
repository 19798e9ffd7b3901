import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsIn, IsOptional, MaxLength } from 'class-validator';
import { ListOf } from '../../platform/lists/list.js';
import { ProjectedRowModel, RowFilter } from '../config/projected-row.model.js';

@ObjectType('IntentRow')
export class IntentRowModel extends ProjectedRowModel {
  @Field(() => String, { description: 'service, common or out-of-scope' })
  role!: string;

  @Field(() => String, { nullable: true, description: 'Key of the service that it wants.' })
  service!: string | null;

  @Field(() => String, { nullable: true, description: 'Key of the parent in the intent tree.' })
  parent!: string | null;
}
export const IntentRowList = ListOf(IntentRowModel, 'IntentList');

@InputType()
export class IntentFilter extends RowFilter {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsIn(['service', 'common', 'out-of-scope'])
  role?: string | null;

  @Field(() => String, { nullable: true, description: 'Key of a service.' })
  @IsOptional()
  @MaxLength(64)
  service?: string | null;
}
