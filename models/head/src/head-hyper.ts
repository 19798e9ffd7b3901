import { TrainingProblem } from './training-problem.js';

/** Hyper-parameters of the head trainer; each has a default that suits 100 to 50,000 utterances. */
export interface HeadHyper {
  /** Inverse regularisation strengths tried on held-out texts; the first is the one to keep unless another is clearly better. */
  strengths: number[];
  /** Passes over the training texts at most, per strength. */
  maxEpochs: number;
  /** Relative duality gap at which the intent fit stops. */
  tolerance: number;
  /** Passes of the slot perceptron. */
  slotEpochs: number;
  /** Size of the sentence vector. */
  embeddingSize: number;
  /** Largest size of each of the two weight tables, in bytes. */
  maxTableBytes: number;
  /** Share of in-scope texts that the out-of-scope threshold may turn away. */
  maxFalseRejection: number;
}

export const DEFAULT_HYPER: HeadHyper = {
  strengths: [48, 16, 144],
  maxEpochs: 60,
  tolerance: 0.02,
  slotEpochs: 5,
  embeddingSize: 256,
  maxTableBytes: 4_500_000,
  maxFalseRejection: 0.03,
};

/** Smallest and largest value of each hyper-parameter that makes sense. */
const RANGES: Record<Exclude<keyof HeadHyper, 'strengths'>, readonly [min: number, max: number, isInteger: boolean]> = {
  maxEpochs: [1, 100_000, true],
  tolerance: [0, 1, false],
  slotEpochs: [1, 1000, true],
  embeddingSize: [16, 2048, true],
  maxTableBytes: [100_000, 100_000_000, true],
  maxFalseRejection: [0, 1, false],
};

/** Fills in the defaults; throws `bad-hyper-parameter` that names the one and its range. */
export function completeHyper(given: Partial<HeadHyper> = {}): HeadHyper {
  const hyper = { ...DEFAULT_HYPER, ...given };
  const refuse = (label: string, expected: string): never => {
    throw new TrainingProblem('bad-hyper-parameter', `the hyper-parameter ${label} must be ${expected}`, { label });
  };
  for (const key of Object.keys(given)) if (!(key in DEFAULT_HYPER)) refuse(key, `one of ${Object.keys(DEFAULT_HYPER).join(', ')}`);
  const { strengths } = hyper;
  if (!Array.isArray(strengths) || strengths.length === 0 || strengths.length > 10 || !strengths.every((value) => value >= 1e-3 && value <= 1e4)) refuse('strengths', '1 to 10 numbers between 0.001 and 10000');
  for (const [key, [min, max, isInteger]] of Object.entries(RANGES) as [keyof typeof RANGES, (typeof RANGES)[keyof typeof RANGES]][]) {
    const value = hyper[key];
    if (!(value >= min && value <= max) || (isInteger && !Number.isInteger(value))) refuse(key, `${isInteger ? 'an integer' : 'a number'} from ${min} to ${max}`);
  }
  return hyper;
}
