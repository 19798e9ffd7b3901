import type { Answer } from '../answer.types.js';
import type { DialogWorld, Effect, QuickReply, ReplyBlock, TurnContext, TurnInput, TurnTrace, Understanding } from '../dialog.types.js';
import { draftView } from '../draft-view.js';
import { startDialog, type DialogState } from '../state/dialog-state.js';
import { turn } from '../turn.js';

/** Noon on a Wednesday in China, from which relative dates count. */
export const NOW = new Date('2026-11-25T12:00:00+08:00');

export interface Reply {
  /** All that was said in words. */
  text: string;
  /** The field whose widget was shown last; null where none was. */
  asked: string | null;
  blocks: ReplyBlock[];
  quickReplies: QuickReply[];
  effects: Effect[];
  trace: TurnTrace;
}

/** A dialogue for tests: each call is one turn; every state goes through JSON, as it does in a hall. */
export class Conversation {
  state: DialogState = startDialog();

  constructor(
    public world: DialogWorld,
    private readonly context: Partial<TurnContext> = {},
  ) {}

  say(text: string, heard: { answer?: Answer; understanding?: Understanding } = {}): Reply {
    return this.send({ type: 'text', text, understanding: heard.understanding ?? null, answer: heard.answer ?? null });
  }

  choose(payload: string): Reply {
    return this.send({ type: 'choose', payload });
  }

  send(input: TurnInput): Reply {
    const before = JSON.stringify(this.state);
    const { state, reply, effects, trace } = turn(this.state, this.world, input, { now: NOW, language: 'zh', profile: {}, ...this.context });
    if (JSON.stringify(this.state) !== before) throw new Error('turn changed its argument');
    this.state = JSON.parse(JSON.stringify(state)) as DialogState;
    const fields = reply.blocks.flatMap((block) => (block.type === 'field' ? [block.widget.field] : []));
    const text = reply.blocks.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n');
    return { text, asked: fields.at(-1) ?? null, blocks: reply.blocks, quickReplies: reply.quickReplies, effects, trace };
  }

  /** What stands in the active form. */
  get data(): Record<string, unknown> {
    return draftView(this.state, this.world, 'zh').data;
  }

  get errors(): string[] {
    return draftView(this.state, this.world, 'zh').errors.map(({ message }) => message);
  }
}
