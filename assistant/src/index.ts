export { BanshiAssistant } from './element/assistant.element.js';
export * from './client/index.js';
