import type { QuickReply, Reply, ReplyBlock } from '@banshi/dialog';
import type { ChatTurn } from '../client/chat.types.js';

/** One bubble of the conversation. */
export interface Entry {
  id: string;
  /** Number of the turn that it belongs to; null until the server has it. */
  turn: number | null;
  from: 'citizen' | 'assistant' | 'clerk';
  /** What was typed or said; '' where there are blocks alone. */
  text: string;
  /** Name of the clerk. */
  by: string | null;
  blocks: readonly ReplyBlock[];
  quickReplies: readonly QuickReply[];
  /** `queued`: on its way, or waiting for the connection. `refused`: the server said no, `problem` says why. */
  status: 'sent' | 'queued' | 'refused';
  problem: string | null;
  /** Made by the form beside the conversation, not by the citizen's words. */
  isForm: boolean;
}

let made = 0;

export function citizenEntry(text: string, more: Partial<Entry> = {}): Entry {
  return { id: `e${(made += 1)}`, turn: null, from: 'citizen', text, by: null, blocks: [], quickReplies: [], status: 'sent', problem: null, isForm: false, ...more };
}

export function replyEntry(turn: number, { blocks, quickReplies }: Reply): Entry {
  return { ...citizenEntry(''), turn, from: 'assistant', blocks, quickReplies };
}

/** The bubbles of a turn that the server knows. */
export function entriesOf({ turn, from, said, by, reply }: ChatTurn): Entry[] {
  const entries: Entry[] = [];
  if (said && from !== 'system') entries.push({ ...citizenEntry(said), turn, from: from === 'clerk' ? 'clerk' : 'citizen', by });
  if (reply.blocks.length > 0 || reply.quickReplies.length > 0) entries.push(replyEntry(turn, reply));
  return entries;
}
