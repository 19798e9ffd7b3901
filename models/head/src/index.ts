export type { ModelMetrics as HeadMetrics } from '@banshi/artifact';
export { foldText } from './char-folding.js';
export { checkInput, MAX_TEXT_LENGTH } from './check-input.js';
export { trainHead, TRAINER } from './train-head.js';
export type { TrainedHead, TrainHeadOptions, TrainingPhase, TrainingProgress } from './train-head.js';
export { DEFAULT_HYPER } from './training-input.js';
export type { Example, HeadHyper, SlotSpan, TrainingInput } from './training-input.js';
export { TrainingProblem } from './training-problem.js';
export type { TrainingProblemCode, TrainingWarning } from './training-problem.js';
