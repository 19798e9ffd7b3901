import { type DialogState, type DialogWorld, type Effect, type Reply, turn, type TurnContext, type TurnInput, type TurnTrace } from '@banshi/dialog';
import { type Standing, standingOf } from './dialog-engine.js';

/** What one step of the engine came to. */
export interface Taken {
  state: DialogState;
  reply: Reply;
  effects: Effect[];
  trace: TurnTrace;
  standing: Standing;
  /** Fields whose values differ from before, as `service/field`. */
  changed: string[];
}

export const emptyReply = (): Reply => ({ blocks: [], quickReplies: [] });

/** Takes the turn in the given world; a state of another bundle is carried over first, and the reply says what that changed. */
export function takeTurn(state: DialogState, world: DialogWorld, input: TurnInput, context: TurnContext): Taken {
  const before = standingOf(state, world, context.language);
  const taken = turn(state, world, input, context);
  const standing = standingOf(taken.state, world, context.language);
  return { ...taken, standing, changed: changedFields(before, standing) };
}

/** Both, one after the other; the quick replies of the last that has any. */
export function joinReplies(first: Reply, second: Reply): Reply {
  return { blocks: [...first.blocks, ...second.blocks], quickReplies: second.quickReplies.length > 0 || second.blocks.length > 0 ? second.quickReplies : first.quickReplies };
}

export const fieldPath = (service: string | null, field: string) => `${service ?? ''}/${field}`;
/** Field names hold no slash; keys of services neither. */
export const fieldOf = (path: string) => path.slice(path.indexOf('/') + 1);
export const askedPath = ({ service, asked }: Standing) => (asked === null ? null : fieldPath(service, asked));

function changedFields(before: Standing, after: Standing): string[] {
  const old = before.service === after.service ? before.data : {};
  const names = new Set([...Object.keys(old), ...Object.keys(after.data)]);
  return [...names].filter((name) => JSON.stringify(old[name] ?? null) !== JSON.stringify(after.data[name] ?? null)).map((name) => fieldPath(after.service, name));
}
