import type { StoredTurn } from './dialog-store.js';
import type { ChatTurn, DialogMode, StateView } from './dialog.types.js';

export const viewModes: Record<DialogMode, StateView['mode']> = { ASSISTANT: 'assistant', WAITING: 'waiting', CLERK: 'clerk', ENDED: 'ended' };

/** `isPreview`: with how it was understood. */
export function asChatTurn({ n, at, kind, byName, content }: StoredTurn, isPreview = false): ChatTurn {
  return { turn: n, at: at.toISOString(), from: kind, said: content.said, by: byName, reply: content.reply, ...(isPreview && content.trace && { trace: content.trace }) };
}
