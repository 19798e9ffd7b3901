export type * from './dialog.types.js';
export { guideParts, type Answer, type AnswerSection, type Citation, type GuidePart } from './answer.types.js';
export { turn } from './turn.js';
export { startDialog, type DialogState, type Draft, type Entry, type Question } from './state/dialog-state.js';
export { parseState } from './state/parse-state.js';
export { draftView, type DraftView } from './draft-view.js';
export { summaryOf } from './summary-of.js';
