import { renamedParts } from './include-model.js';
import { DataType, encodeModel } from './onnx-schema.js';
import type { AttributeProto, DataTypeName, NodeProto, OnnxModel, TensorProto, ValueInfoProto } from './onnx-schema.js';

type AttributeValue = number | number[] | string | { float: number };
export type TensorData = Float32Array | Int8Array | Uint8Array | Int32Array | BigInt64Array;

/** Where a tensor's bytes lie outside the `.onnx` file; `location` is a file name in the same folder. */
export interface ExternalLocation { location: string; offset: number; length: number }

const IR_VERSION = 8;
const OPSET = 17;

/** Collects nodes and constants and writes them as one ONNX model (IR 8, opset 17). Every value is known by its name. */
export class GraphBuilder {
  private readonly nodes: NodeProto[] = [];
  private readonly initializers: TensorProto[] = [];
  private readonly inputs: ValueInfoProto[] = [];
  private readonly outputs: ValueInfoProto[] = [];
  private readonly domains: { domain: string; version: number }[] = [];
  private counter = 0;

  constructor(private readonly name: string) {}

  input(name: string, type: DataTypeName, shape: (number | string)[]): string {
    this.inputs.push(valueInfo(name, type, shape));
    return name;
  }

  /** Declares a graph output; the value must be produced by a node named with `as`. */
  output(name: string, type: DataTypeName, shape: (number | string)[]): void {
    this.outputs.push(valueInfo(name, type, shape));
  }

  constant(hint: string, data: TensorData, dims: number[]): string {
    const name = this.fresh(hint);
    this.initializers.push({ name, dims, dataType: DataType[typeOf(data)], rawData: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) });
    return name;
  }

  int64(hint: string, values: number[], dims: number[] = [values.length]): string {
    return this.constant(hint, BigInt64Array.from(values.map(BigInt)), dims);
  }

  float(hint: string, value: number): string {
    return this.constant(hint, Float32Array.of(value), []);
  }

  /** A tensor whose bytes are in another file, so that many models share them. */
  external(hint: string, type: DataTypeName, dims: number[], at: ExternalLocation): string {
    const name = this.fresh(hint);
    const externalData = Object.entries(at).map(([key, value]) => ({ key, value: String(value) }));
    this.initializers.push({ name, dims, dataType: DataType[type], externalData, dataLocation: 1 });
    return name;
  }

  /** Adds a node with one output and returns the output's name; `as` fixes that name. */
  op(opType: string, input: string[], attributes: Record<string, AttributeValue> = {}, as?: string): string {
    const output = as ?? this.fresh(opType.toLowerCase());
    this.add(opType, input, [output], attributes);
    return output;
  }

  /** Adds a node with several outputs. */
  ops(opType: string, input: string[], outputs: number, attributes: Record<string, AttributeValue> = {}): string[] {
    const names = Array.from({ length: outputs }, () => this.fresh(opType.toLowerCase()));
    this.add(opType, input, names, attributes);
    return names;
  }

  /**
   * Adds a whole model (operator set 17) under a prefix; `inputs` gives each of its inputs a value of this graph. Answers
   * what its outputs are called here. Throws a RangeError for a model that cannot stand inside another.
   */
  include(model: OnnxModel, prefix: string, inputs: Record<string, string>): Record<string, string> {
    const { nodes, initializers, domains, outputs } = renamedParts(model, prefix, inputs, OPSET);
    this.nodes.push(...nodes);
    this.initializers.push(...initializers);
    this.domains.push(...domains);
    return outputs;
  }

  bytes(producer: { name: string; version: string }): Uint8Array {
    return encodeModel({
      irVersion: IR_VERSION,
      producerName: producer.name,
      producerVersion: producer.version,
      opsetImport: [{ domain: '', version: OPSET }, ...this.domains],
      graph: { name: this.name, node: this.nodes, initializer: this.initializers, input: this.inputs, output: this.outputs },
    });
  }

  private add(opType: string, input: string[], output: string[], attributes: Record<string, AttributeValue>): void {
    const attribute = Object.entries(attributes).map(([name, value]) => attributeOf(name, value));
    this.nodes.push({ opType, name: `n${this.nodes.length}_${opType}`, input, output, attribute });
  }

  private fresh(hint: string): string {
    return `${hint}_${this.counter++}`;
  }
}

function valueInfo(name: string, type: DataTypeName, shape: (number | string)[]): ValueInfoProto {
  const dim = shape.map((size) => (typeof size === 'number' ? { dimValue: size } : { dimParam: size }));
  return { name, type: { tensorType: { elemType: DataType[type], shape: { dim } } } };
}

function typeOf(data: TensorData): DataTypeName {
  if (data instanceof Float32Array) return 'float';
  if (data instanceof Int8Array) return 'int8';
  if (data instanceof Uint8Array) return 'uint8';
  return data instanceof Int32Array ? 'int32' : 'int64';
}

/** Numbers are ints unless wrapped as `{ float }`: ONNX tells 1 from 1.0. */
function attributeOf(name: string, value: AttributeValue): AttributeProto {
  if (Array.isArray(value)) return { name, type: 7, ints: value };
  if (typeof value === 'string') return { name, type: 3, s: new TextEncoder().encode(value) };
  if (typeof value === 'number') return { name, type: 2, i: value };
  return { name, type: 1, f: value.float };
}
