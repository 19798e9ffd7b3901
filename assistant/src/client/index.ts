export { ChatError } from './chat-error.js';
export { HallChatClient, type HallChatOptions, type TurnOptions } from './hall-chat-client.js';
export type * from './chat.types.js';
