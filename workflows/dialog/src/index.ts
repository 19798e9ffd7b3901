export type * from './dialog.types.js';
export { guideParts, type Answer, type AnswerSection, type Citation, type GuidePart } from './answer.types.js';
