"""INT8: matrices per output channel, embedding tables per row."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic


def quantise(source: Path, target: Path) -> None:
    """Writes the INT8 form of a float32 graph.

    Matrix products run in integers (activations are quantised as they come). Tables are looked up in INT8 and scaled
    row by row afterwards; the library would give a whole table one scale, which costs most of the accuracy lost.
    """
    quantize_dynamic(source, target, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul"])
    model = onnx.load(target)
    quantise_tables(model)
    onnx.checker.check_model(model)
    onnx.save(model, target)


def quantise_rows(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A float table [N, H] → int8 [N, H] and float32 scales [N, 1]; `int8 * scale` is the table within half a step."""
    scale = np.abs(table).max(axis=1, keepdims=True).astype(np.float32) / 127
    scale[scale == 0] = 1
    return np.rint(table / scale).astype(np.int8), scale


def quantise_tables(model: onnx.ModelProto, smallest: int = 65536) -> None:
    """Replaces every `Gather` of rows from a large float table, in place."""
    graph = model.graph
    tables = {item.name: item for item in graph.initializer if item.data_type == TensorProto.FLOAT and np.prod(item.dims) >= smallest}
    nodes: list[onnx.NodeProto] = []
    for node in graph.node:
        if node.op_type != "Gather" or node.input[0] not in tables:
            nodes.append(node)
            continue
        name = node.input[0]
        rows, scale = quantise_rows(numpy_helper.to_array(tables[name]))
        if name + "_rows" not in {item.name for item in graph.initializer}:
            graph.initializer.append(numpy_helper.from_array(rows, name + "_rows"))
            graph.initializer.append(numpy_helper.from_array(scale, name + "_scale"))
            graph.initializer.remove(tables[name])
        place, out = node.input[1], node.output[0]
        nodes += [
            helper.make_node("Gather", [name + "_rows", place], [out + "_rows"], axis=0),
            helper.make_node("Cast", [out + "_rows"], [out + "_float"], to=TensorProto.FLOAT),
            helper.make_node("Gather", [name + "_scale", place], [out + "_scale"], axis=0),
            helper.make_node("Mul", [out + "_float", out + "_scale"], [out]),
        ]
    del graph.node[:]
    graph.node.extend(nodes)
