import type { NodeProto, OnnxModel, TensorProto } from './onnx-schema.js';

/** The parts of a model under other names, ready to stand in another graph. */
export interface IncludedParts { nodes: NodeProto[]; initializers: TensorProto[]; domains: { domain: string; version: number }[]; outputs: Record<string, string> }

/**
 * Renames every value and node of a model with a prefix and ties its inputs to values of another graph. Throws a
 * RangeError for a model of another operator set, with an untied input, or with graphs inside its nodes.
 */
export function renamedParts(model: OnnxModel, prefix: string, inputs: Record<string, string>, opset: number): IncludedParts {
  const version = model.opsetImport.find(({ domain = '' }) => domain === '')?.version;
  if (version !== opset) throw new RangeError(`the model is of operator set ${version ?? 'unknown'}; ${opset} is needed`);
  const { graph } = model;
  const weights = new Set(graph.initializer.map(({ name }) => name));
  const untied = graph.input.find(({ name }) => !(name in inputs) && !weights.has(name));
  if (untied) throw new RangeError(`the model has the input ${untied.name}, which nothing is given to`);
  // An empty name stands for an optional input that is left out.
  const renamed = (name: string): string => (name === '' ? '' : (inputs[name] ?? `${prefix}${name}`));
  return {
    nodes: graph.node.map((node, i) => {
      if (node.attribute.some(({ type }) => type === GRAPH || type === GRAPHS)) throw new RangeError(`a node ${node.opType} holds a graph of its own`);
      // Names of nodes are optional, but those given must differ.
      return { ...node, name: `${prefix}n${i}_${node.opType}`, input: node.input.map(renamed), output: node.output.map(renamed) };
    }),
    initializers: graph.initializer.map((tensor) => ({ ...tensor, name: renamed(tensor.name) })),
    domains: model.opsetImport.flatMap(({ domain = '', version: of }) => (domain === '' ? [] : [{ domain, version: of }])),
    outputs: Object.fromEntries(graph.output.map(({ name }) => [name, renamed(name)])),
  };
}

/** AttributeProto.AttributeType. */
const [GRAPH, GRAPHS] = [5, 10];
