import type { Citation } from '@banshi/dialog';
import type { HallChatClient } from '../client/hall-chat-client.js';
import type { Texts } from '../texts/texts.js';

/** What the parts of the assistant need of the whole. */
export interface View {
  texts: Texts;
  client: HallChatClient;
  /** Whether this is the latest reply: only its questions may still be answered. */
  isLatest: boolean;
  choose(payload: string, label: string): void;
  ask(text: string): void;
  fill(values: Record<string, unknown>, said: string): void;
  /** Shows a document, at the place of a citation where one is given. */
  read(policy: string, citation: Citation | null): void;
  /** Where the hall itself shows that place; null to show it here. */
  placeOf(citation: Citation): string | null;
}
