import type { Type } from '@nestjs/common';
import { ArgsType, Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { Type as TransformTo } from 'class-transformer';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { commonErrors, DomainError } from '../errors/domain-error.js';

export enum SortOrder {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(SortOrder, { name: 'SortOrder' });

@InputType()
export class SortInput {
  @Field(() => String)
  field!: string;

  @Field(() => SortOrder)
  @IsEnum(SortOrder)
  order!: SortOrder;
}

/** At most this many rows a page: a page is for people; programs that want all use the exports. */
export const maxTake = 200;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 0 })
  @Min(0)
  skip!: number;

  @Field(() => Int, { defaultValue: 25 })
  @Min(0)
  @Max(maxTake)
  take!: number;

  @Field(() => SortInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @TransformTo(() => SortInput)
  sort?: SortInput | null;
}

export interface List<T> {
  items: T[];
  totalItems: number;
}

/** The `XList {items, totalItems}` object type of a model. */
export function ListOf<T>(model: Type<T>, name: string): Type<List<T>> {
  @ObjectType(name)
  class ListModel implements List<T> {
    @Field(() => [model])
    items!: T[];

    @Field(() => Int)
    totalItems!: number;
  }
  return ListModel;
}

/**
 * Sorts by one of the named columns (else refuses the field), pages, counts.
 * `sortable` maps the API's field names to SQL expressions; the id is always the last criterion, so that pages never overlap.
 */
export async function page<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  args: Pick<PageArgs, 'skip' | 'take' | 'sort'>,
  sortable: Record<string, string>,
  fallback: SortInput,
): Promise<List<T>> {
  const sort = args.sort ?? fallback;
  const column = Object.hasOwn(sortable, sort.field) ? sortable[sort.field] : undefined;
  if (!column) throw new DomainError(commonErrors.INVALID_INPUT, { field: 'sort.field', params: { reason: `sort.field: ${sort.field}` } });
  const id = `${query.alias}.id`;
  query.orderBy(column, sort.order, 'NULLS LAST');
  // A second order by the same column would replace the first.
  if (column !== id) query.addOrderBy(id, 'ASC');
  const [items, totalItems] = await query.offset(args.skip).limit(args.take).getManyAndCount();
  return { items, totalItems };
}
