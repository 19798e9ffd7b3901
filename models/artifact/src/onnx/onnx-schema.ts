import protobuf from 'protobufjs';
import type { INamespace, IType } from 'protobufjs';

type FieldSpec = [id: number, type: string, rule?: 'repeated' | 'packed'];

const message = (fields: Record<string, FieldSpec>, oneofs?: Record<string, string[]>): IType => ({
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, [id, type, rule]]) => [
      name,
      { id, type, ...(rule ? { rule: 'repeated' } : {}), ...(rule === 'packed' ? { options: { packed: true } } : {}) },
    ]),
  ),
  ...(oneofs ? { oneofs: Object.fromEntries(Object.entries(oneofs).map(([name, members]) => [name, { oneof: members }])) } : {}),
});

/**
 * The messages of the ONNX file format, with the field numbers of the public specification (onnx.proto, IR version 8).
 * Sparse tensors, training graphs and functions are left out: no model of ours uses them, and a reader drops them.
 */
const descriptor: INamespace = {
  nested: {
    onnx: {
      nested: {
        ModelProto: message({
          irVersion: [1, 'int64'], producerName: [2, 'string'], producerVersion: [3, 'string'], domain: [4, 'string'], modelVersion: [5, 'int64'],
          docString: [6, 'string'], graph: [7, 'GraphProto'], opsetImport: [8, 'OperatorSetIdProto', 'repeated'], metadataProps: [14, 'StringStringEntryProto', 'repeated'],
        }),
        OperatorSetIdProto: message({ domain: [1, 'string'], version: [2, 'int64'] }),
        StringStringEntryProto: message({ key: [1, 'string'], value: [2, 'string'] }),
        GraphProto: message({
          node: [1, 'NodeProto', 'repeated'], name: [2, 'string'], initializer: [5, 'TensorProto', 'repeated'], docString: [10, 'string'],
          input: [11, 'ValueInfoProto', 'repeated'], output: [12, 'ValueInfoProto', 'repeated'], valueInfo: [13, 'ValueInfoProto', 'repeated'],
          quantizationAnnotation: [14, 'TensorAnnotation', 'repeated'],
        }),
        TensorAnnotation: message({ tensorName: [1, 'string'], quantParameterTensorNames: [2, 'StringStringEntryProto', 'repeated'] }),
        NodeProto: message({
          input: [1, 'string', 'repeated'], output: [2, 'string', 'repeated'], name: [3, 'string'], opType: [4, 'string'],
          attribute: [5, 'AttributeProto', 'repeated'], docString: [6, 'string'], domain: [7, 'string'],
        }),
        AttributeProto: message({
          name: [1, 'string'], f: [2, 'float'], i: [3, 'int64'], s: [4, 'bytes'], t: [5, 'TensorProto'], g: [6, 'GraphProto'], floats: [7, 'float', 'repeated'],
          ints: [8, 'int64', 'repeated'], strings: [9, 'bytes', 'repeated'], tensors: [10, 'TensorProto', 'repeated'], graphs: [11, 'GraphProto', 'repeated'],
          docString: [13, 'string'], type: [20, 'int32'], refAttrName: [21, 'string'],
        }),
        TensorProto: message({
          dims: [1, 'int64', 'repeated'], dataType: [2, 'int32'], floatData: [4, 'float', 'packed'], int32Data: [5, 'int32', 'packed'], stringData: [6, 'bytes', 'repeated'],
          int64Data: [7, 'int64', 'packed'], name: [8, 'string'], rawData: [9, 'bytes'], doubleData: [10, 'double', 'packed'], uint64Data: [11, 'uint64', 'packed'],
          docString: [12, 'string'], externalData: [13, 'StringStringEntryProto', 'repeated'], dataLocation: [14, 'int32'],
        }),
        ValueInfoProto: message({ name: [1, 'string'], type: [2, 'TypeProto'], docString: [3, 'string'] }),
        TypeProto: message({ tensorType: [1, 'TensorTypeProto'], denotation: [6, 'string'] }),
        TensorTypeProto: message({ elemType: [1, 'int32'], shape: [2, 'TensorShapeProto'] }),
        TensorShapeProto: message({ dim: [1, 'DimensionProto', 'repeated'] }),
        DimensionProto: message({ dimValue: [1, 'int64'], dimParam: [2, 'string'], denotation: [3, 'string'] }, { value: ['dimValue', 'dimParam'] }),
      },
    },
  },
};

const ModelProto = protobuf.Root.fromJSON(descriptor).lookupType('onnx.ModelProto');

/** The wire types of tensors (TensorProto.DataType). */
export const DataType = { float: 1, uint8: 2, int8: 3, int32: 6, int64: 7, bool: 9, float16: 10 } as const;
export type DataTypeName = keyof typeof DataType;

export interface TensorProto {
  name: string;
  dims: number[];
  dataType: number;
  rawData?: Uint8Array;
  externalData?: { key: string; value: string }[];
  dataLocation?: number;
}
export interface AttributeProto { name: string; type: number; f?: number; i?: number; s?: Uint8Array; t?: TensorProto; floats?: number[]; ints?: number[] }
export interface NodeProto { opType: string; name: string; input: string[]; output: string[]; attribute: AttributeProto[]; domain?: string }
export interface ValueInfoProto { name: string; type: { tensorType: { elemType: number; shape: { dim: ({ dimValue: number } | { dimParam: string })[] } } } }
export interface GraphProto { name: string; node: NodeProto[]; initializer: TensorProto[]; input: ValueInfoProto[]; output: ValueInfoProto[] }
export interface OnnxModel { irVersion: number; producerName: string; producerVersion: string; graph: GraphProto; opsetImport: { domain?: string; version: number }[] }

/** Serialises a model to the bytes of an `.onnx` file. */
export function encodeModel(model: OnnxModel): Uint8Array {
  return ModelProto.encode(ModelProto.fromObject(model as unknown as Record<string, unknown>)).finish();
}

/** Reads the bytes of an `.onnx` file, for instance a template whose heads are to be patched. */
export function decodeModel(bytes: Uint8Array): OnnxModel {
  return ModelProto.toObject(ModelProto.decode(bytes), { longs: Number, arrays: true }) as unknown as OnnxModel;
}
