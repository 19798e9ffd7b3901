import { decodeModel, GraphBuilder } from '@banshi/artifact';
import type { OnnxModel } from '@banshi/artifact';

/** What a head is fitted on: see {@link withFeatures}. */
export const featureSize = (hiddenSize: number): number => 2 * hiddenSize;

/** Lies below every hidden state, so that padding never counts as the largest. */
const FAR = 1e4;

/**
 * Gives an encoder the further output `features` [batch, 2 × hidden size]: its sentence vector beside the largest value that
 * each dimension of the hidden states reaches in the text, that vector too of length 1. [CLS] sums a sentence up as its teacher
 * did; the peaks tell that a word of some kind occurs at all. Throws a RangeError for a model without those outputs.
 */
export function withFeatures(model: OnnxModel): OnnxModel {
  const graph = new GraphBuilder('encoder');
  const ids = graph.input('input_ids', 'int64', ['batch', 'tokens']);
  const mask = graph.input('attention_mask', 'int64', ['batch', 'tokens']);
  const { embedding, hidden } = graph.include(model, 'network/', { input_ids: ids, attention_mask: mask });
  if (!embedding || !hidden) throw new RangeError('the model has no outputs `embedding` and `hidden`');
  const real = graph.op('Cast', [graph.op('Unsqueeze', [mask, graph.int64('axis', [2])])], { to: 1 });
  const below = graph.op('Mul', [graph.op('Sub', [real, graph.float('one', 1)]), graph.float('far', FAR)]);
  const peaks = graph.op('ReduceMax', [graph.op('Add', [hidden, below])], { axes: [1], keepdims: 0 });
  const length = graph.op('Sqrt', [graph.op('ReduceSum', [graph.op('Mul', [peaks, peaks]), graph.int64('axis', [1])])]);
  const unit = graph.op('Div', [peaks, graph.op('Max', [length, graph.float('tiny', 1e-9)])]);
  graph.op('Identity', [embedding], {}, 'embedding');
  graph.op('Concat', [embedding, unit], { axis: 1 }, 'features');
  graph.output('embedding', 'float', ['batch', 'size']);
  graph.output('features', 'float', ['batch', 'features']);
  return decodeModel(graph.bytes({ name: model.producerName ?? '', version: model.producerVersion ?? '' }));
}
