export type InferenceErrorCode =
  | 'artifact-invalid'
  | 'model-not-loaded'
  | 'wrong-task'
  | 'too-many-models'
  | 'empty-text'
  | 'text-too-long'
  | 'too-many-texts'
  | 'overloaded'
  | 'worker-crashed'
  | 'closed';

/** Why an inference request was not answered; `code` is stable, `details` holds limits and problems. */
export class InferenceError extends Error {
  constructor(readonly code: InferenceErrorCode, message: string, readonly details: Record<string, unknown> = {}) {
    super(message);
    this.name = 'InferenceError';
  }
}
