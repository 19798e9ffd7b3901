import { type DialogState, type Effect, type Reply, startDialog, type TurnContext, type TurnInput, type TurnTrace } from '@banshi/dialog';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import type { LoadedBundle } from '../release/bundles.service.js';
import { type Standing } from './dialog-engine.js';
import { worldOf } from './dialog-world.js';
import type { SaidInput } from './dialog.types.js';
import { ReadingService } from './reading.service.js';
import { joinReplies, takeTurn } from './take-turn.js';

export interface Rehearsed {
  state: DialogState;
  reply: Reply;
  standing: Standing;
  trace: TurnTrace;
  effects: Effect[];
}

const caseNumber = { zh: '（试办，未提交）', en: '(try-out, not submitted)' };

/** Conversations that nobody has: the same model, knowledge and engine, and nothing is stored or submitted. */
@Injectable()
export class RehearsalService {
  constructor(private readonly reading: ReadingService) {}

  /** `state` null begins. */
  async turn(ctx: RequestContext, bundle: LoadedBundle, state: DialogState | null, input: SaidInput, now = new Date()): Promise<Rehearsed> {
    const world = worldOf(bundle);
    const context: TurnContext = { now, language: ctx.language, profile: {} };
    const before = state ?? startDialog();
    const taken = takeTurn(before, world, await this.complete(ctx, bundle, before, input), context);
    if (!taken.effects.some(({ type }) => type === 'submit')) return taken;
    const done = takeTurn(taken.state, world, { type: 'submitted', number: caseNumber[ctx.language] }, context);
    return { ...done, reply: joinReplies(taken.reply, done.reply), trace: taken.trace, effects: [...taken.effects, ...done.effects] };
  }

  private async complete(ctx: RequestContext, bundle: LoadedBundle, { mode, active }: DialogState, input: SaidInput): Promise<TurnInput> {
    if (mode === 'waiting' && input.type === 'choose' && input.payload === 'assistant') return { type: 'handed-back', note: null };
    return input.type === 'text' ? { ...input, ...(await this.reading.read(ctx, bundle, input.text, active)) } : input;
  }
}
