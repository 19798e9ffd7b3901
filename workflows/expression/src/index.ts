export { parse, MAX_NESTING, MAX_SOURCE_LENGTH, type ParseResult } from './parse.js';
export { problemText, type ExpressionProblem, type Language, type ProblemCode } from './problem.js';
export { freeVariables } from './free-variables.js';
export { typeCheck } from './type-check.js';
export { evaluate, type EvaluateOptions, type EvaluateResult } from './evaluate.js';
export { functionNames } from './builtins/builtins.js';
export type { Expression } from './syntax.js';
export type { FeelKind, FeelType } from './types.js';
