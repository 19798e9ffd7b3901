import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { RequestContext } from '../actor/request-context.js';
import { can } from '../actor/actor.js';
import { Permission } from '../actor/permission.js';
import { JsonScalar } from '../graphql/scalars.js';
import { ListOf } from '../lists/list.js';
import { type Operation, OperationState } from './operation.entity.js';

registerEnumType(OperationState, { name: 'OperationState' });

@ObjectType('OperationError')
export class OperationErrorModel {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  message!: string;

  @Field(() => JsonScalar, { nullable: true })
  details?: unknown;
}

@ObjectType('Operation')
export class OperationModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  kind!: string;

  @Field(() => String)
  title!: string;

  @Field(() => OperationState)
  state!: OperationState;

  @Field(() => Float, { nullable: true, description: 'Share done, 0 to 1; null while unknown.' })
  progress!: number | null;

  @Field(() => String, { nullable: true })
  step!: string | null;

  @Field(() => JsonScalar, { nullable: true })
  result!: unknown;

  @Field(() => OperationErrorModel, { nullable: true })
  error!: OperationErrorModel | null;

  @Field(() => Int)
  attempts!: number;

  @Field(() => Int)
  maxAttempts!: number;

  @Field(() => String)
  createdByName!: string;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  startedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => Boolean)
  canCancel!: boolean;

  @Field(() => Boolean)
  canRetry!: boolean;
}

export const OperationList = ListOf(OperationModel, 'OperationList');

export function toOperationModel(ctx: RequestContext, operation: Operation): OperationModel {
  const isMine = operation.createdBy === ctx.actor.id || can(ctx.actor, Permission.OperationsManage);
  const isLive = operation.state === OperationState.QUEUED || operation.state === OperationState.RUNNING;
  const { error } = operation;
  return {
    ...operation,
    title: operation.title[ctx.language],
    error: error && { code: error.code, message: error[ctx.language], details: error.details },
    canCancel: isMine && isLive && !operation.cancelRequested,
    canRetry: isMine && (operation.state === OperationState.FAILED || operation.state === OperationState.CANCELLED),
  };
}
