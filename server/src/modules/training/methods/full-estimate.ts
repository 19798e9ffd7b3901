import type { TrainingFacts } from './training-method.js';

/** Multiplications of one token of a 4 × 512 encoder: the one that rates were measured with. */
const measuredWork = 12 * 4 * 512 * 512;
/** Texts of 16 tokens a second with 4 × 512 on two cores, with dynamic padding, buckets and batches of 32. */
const measuredRate = 180;
/** What a text costs however small the model is. */
const overheadMs = 0.6;
const gpuSpeedUp = 40;
/** Starting Python, reading the base model, export, parity check, measuring. */
const fixedMs = 45_000;
const quantiseMs = 20_000;
/** A student sees every text as often as its teacher, and is a fraction of its size. */
const distilShare = 0.7;
/** What a model has that begins from nothing. */
const freshShape = { layers: 2, hiddenSize: 128 };

/** Milliseconds that a training of method `full` takes, reckoned from the work of its encoder. */
export function fullEstimateMs({ utterances, meanLength, hyper, base, device, variants }: TrainingFacts): number {
  const { layers, hiddenSize } = base ?? freshShape;
  const tokens = Math.min(Math.max(meanLength, 1) + 2, hyper['maxLength'] as number) / 16;
  const work = ((12 * layers * hiddenSize * hiddenSize) / measuredWork) * tokens;
  const msPerText = (overheadMs + (work * 1_000) / measuredRate) / (device === 'cuda' ? gpuSpeedUp : 1);
  const passes = (hyper['rDrop'] ? 2 : 1) * (hyper['refit'] ? 2 : 1);
  const training = passes * utterances * (hyper['epochs'] as number) * msPerText;
  return fixedMs + training * (variants.includes('distilled') ? 1 + distilShare : 1) + (variants.includes('int8') ? quantiseMs : 0);
}
