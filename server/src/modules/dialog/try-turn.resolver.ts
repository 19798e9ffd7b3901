import { parseState } from '@banshi/dialog';
import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional, IsString } from 'class-validator';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { WorkspaceBundleService } from '../release/workspace-bundle.service.js';
import { dialogErrors } from './dialog.errors.js';
import type { SaidInput } from './dialog.types.js';
import { parseInput } from './parse-input.js';
import { RehearsalService } from './rehearsal.service.js';

/** UTF-16 units of the state as JSON; a conversation of a hundred turns has a tenth. */
const maxState = 500_000;

@InputType()
export class TryTurnInput {
  @Field(() => String, { nullable: true, description: 'Key of the service to begin with.' })
  @IsOptional()
  @IsString()
  service?: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'What the last turn answered as `state`; null begins.' })
  @IsOptional()
  state?: unknown;

  @Field(() => JsonScalar, { description: 'As over the hall’s API: text, choose, fill or silence; or {type: "open"}.' })
  @IsOptional()
  input!: unknown;
}

@ObjectType('TriedTurn')
export class TriedTurnModel {
  @Field(() => JsonScalar, { description: 'To be handed back with the next turn.' })
  state!: unknown;

  @Field(() => JsonScalar)
  reply!: unknown;

  @Field(() => JsonScalar, { description: 'What a hall would be told as `state`.' })
  view!: unknown;

  @Field(() => JsonScalar, { description: 'How the turn was understood, and why this field is asked next.' })
  trace!: unknown;

  @Field(() => JsonScalar, { description: 'What the server would do after it: submit, hand over, count.' })
  effects!: unknown;
}

/** A mutation although it changes nothing: its result depends on what was said before, and no client may keep it. */
@Resolver()
export class TryTurnResolver {
  constructor(
    private readonly workspace: WorkspaceBundleService,
    private readonly rehearsal: RehearsalService,
  ) {}

  @Mutation(() => TriedTurnModel, { description: 'One turn of a conversation over the drafts. Nothing is stored: the caller keeps the state.' })
  @Allow(Permission.ConfigRead)
  async tryTurn(@Ctx() ctx: RequestContext, @Args('input') input: TryTurnInput): Promise<TriedTurnModel> {
    const said = readInput(input);
    const state = readState(input.state);
    const { standing, ...turn } = await this.rehearsal.turn(ctx, await this.workspace.current(ctx), state, said);
    const { service, data, errors, progress } = standing;
    return { ...turn, view: { service, data, errors, progress, mode: turn.state.mode } };
  }
}

function readInput({ input, service }: TryTurnInput): SaidInput {
  const isOpening = typeof input === 'object' && input !== null && (input as { type?: unknown }).type === 'open';
  if (!isOpening) return parseInput(input);
  return service ? { type: 'open', service } : { type: 'open' };
}

function readState(json: unknown) {
  if (json === null || json === undefined) return null;
  const state = JSON.stringify(json).length > maxState ? null : parseState(json);
  if (state === null) throw new DomainError(dialogErrors.INPUT_INVALID, { field: 'input.state', params: { reason: 'state' } });
  return state;
}
