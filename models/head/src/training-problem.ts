export type TrainingProblemCode =
  | 'empty-set'
  | 'too-few'
  | 'one-class'
  | 'all-texts-equal'
  | 'empty-text'
  | 'text-too-long'
  | 'unknown-intent'
  | 'unknown-slot'
  | 'span-outside-text'
  | 'overlapping-spans'
  | 'duplicate-label'
  | 'empty-label'
  | 'bad-hyper-parameter'
  | 'encoder-unsuitable'
  | 'not-finite'
  | 'cancelled'
  | 'worker-failed';

/** Why a job cannot train; `exampleId` and `label` say where, when one place is to blame. Nothing was written. */
export class TrainingProblem extends Error {
  constructor(
    readonly code: TrainingProblemCode,
    message: string,
    readonly details: { exampleId?: string; label?: string; [key: string]: unknown } = {},
  ) {
    super(message);
    this.name = 'TrainingProblem';
  }
}

/** Something that does not stop the training but that a person should know. */
export interface TrainingWarning {
  code: 'label-with-one-example' | 'label-without-example' | 'no-test-part' | 'cross-validated' | 'vectors-not-kept';
  message: string;
  label?: string;
}
