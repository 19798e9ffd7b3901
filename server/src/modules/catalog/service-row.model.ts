import { audiences, serviceTypes } from '@banshi/bundle';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsOptional, MaxLength } from 'class-validator';
import { ListOf } from '../../platform/lists/list.js';
import { ProjectedRowModel, RowFilter } from '../config/projected-row.model.js';

@ObjectType('ServiceRow')
export class ServiceRowModel extends ProjectedRowModel {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  type!: string;

  @Field(() => [String])
  audience!: string[];

  @Field(() => [String])
  themes!: string[];

  @Field(() => Boolean)
  online!: boolean;

  @Field(() => String, { nullable: true, description: 'Key of the form.' })
  form!: string | null;

  @Field(() => String, { nullable: true, description: 'Key of the workflow.' })
  workflow!: string | null;
}
export const ServiceRowList = ListOf(ServiceRowModel, 'ServiceList');

@InputType()
export class ServiceFilter extends RowFilter {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsIn(serviceTypes)
  type?: string | null;

  @Field(() => String, { nullable: true, description: 'Key of a department; those below it are included.' })
  @IsOptional()
  @MaxLength(64)
  department?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsIn(audiences)
  audience?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(50)
  theme?: string | null;

  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  online?: boolean | null;
}

@ObjectType('Facet', { description: 'A value and how many items have it.' })
export class FacetModel {
  @Field(() => String)
  value!: string;

  @Field(() => String, { nullable: true })
  title?: string | null;

  @Field(() => Int)
  count!: number;
}

@ObjectType('ServiceFacets')
export class ServiceFacetsModel {
  @Field(() => [FacetModel])
  types!: FacetModel[];

  @Field(() => [FacetModel])
  departments!: FacetModel[];

  @Field(() => [FacetModel])
  audiences!: FacetModel[];

  @Field(() => [FacetModel])
  themes!: FacetModel[];
}
