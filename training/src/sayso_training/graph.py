"""Write an ONNX graph operator by operator, its weights in int8 or as they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Floats = NDArray[np.float32]
Shape = Sequence[int | str]

#: The largest int8 weight; with 63 no sum of two products overflows 16 bits on processors without VNNI.
FULL, REDUCED = 127, 63

_OPSET, _IR_VERSION = 17, 8  # what onnxruntime 1.20 reads, and later ones
_FUSED = "com.microsoft"  # operators that only onnxruntime has


class Graph:
    """A graph that grows by one operator per call; every method returns the names of what it computes.

    Attributes:
        largest: what the largest weight of an output channel becomes in int8, None to leave weights alone.
    """

    def __init__(self, *, largest: int | None) -> None:
        self.largest = largest
        self._nodes: list[onnx.NodeProto] = []
        self._weights: list[onnx.TensorProto] = []
        self._inputs: list[onnx.ValueInfoProto] = []
        self._outputs: list[onnx.ValueInfoProto] = []

    def given(self, name: str, shape: Shape) -> str:
        """An input of whole numbers."""
        self._inputs.append(helper.make_tensor_value_info(name, TensorProto.INT64, shape))
        return name

    def answer(self, name: str, value: str, shape: Shape) -> None:
        """An output: the value with an axis of length one before its own."""
        self._nodes.append(helper.make_node("Unsqueeze", [value, self.constant([0])], [name], name=name))
        self._outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))

    def constant(self, values: Any) -> str:
        """An array that is part of the file."""
        name = f"constant_{len(self._weights)}"
        self._weights.append(
            numpy_helper.from_array(np.ascontiguousarray(values).reshape(np.shape(values)), name)
        )
        return name

    def several(self, kind: str, inputs: Sequence[str], count: int, **attributes: Any) -> list[str]:
        """An operator with `count` outputs."""
        outputs = [f"{kind}_{len(self._nodes)}_{number}" for number in range(count)]
        self._nodes.append(helper.make_node(kind, inputs, outputs, name=outputs[0], **attributes))
        return outputs

    def one(self, kind: str, *inputs: str, **attributes: Any) -> str:
        """An operator with one output."""
        return self.several(kind, inputs, 1, **attributes)[0]

    def fused(self, kind: str, *inputs: str, **attributes: Any) -> str:
        """An operator that onnxruntime adds to the standard."""
        return self.one(kind, *inputs, domain=_FUSED, **attributes)

    def linear(self, value: str, weight: Floats, bias: Floats) -> str:
        """(rows, in) @ (in, out) + (out,); in int8 one scale per output, the rows are scaled as they come."""
        if self.largest is None:
            return self.one("Add", self.one("MatMul", value, self.constant(weight)), self.constant(bias))
        small, scale = quantised(weight, self.largest, axis=0)
        zero = np.zeros(weight.shape[1], np.int8)
        parts = [self.constant(array) for array in (small, scale[0], zero, bias)]
        return self.fused("DynamicQuantizeMatMul", value, *parts)

    def lookup(self, table: Floats, index: str) -> str:
        """Rows of a large table; in int8 one scale per row."""
        if self.largest is None:
            return self.one("Gather", self.constant(table), index)
        small, scale = quantised(table, FULL, axis=1)
        rows = self.one("Gather", self.constant(small), index)
        scales = self.one("Gather", self.constant(scale), index)
        return self.one("Mul", self.one("Cast", rows, to=TensorProto.FLOAT), scales)

    def split(self, value: str, sizes: Sequence[int]) -> list[str]:
        """Parts of the last axis."""
        if len(sizes) == 1:
            return [value]
        return self.several("Split", [value, self.constant(np.array(sizes))], len(sizes), axis=-1)

    def written(self) -> onnx.ModelProto:
        """The finished graph, checked."""
        graph = helper.make_graph(self._nodes, "encoder", self._inputs, self._outputs, self._weights)
        opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_FUSED, 1)]
        made = helper.make_model(graph, opset_imports=opsets, ir_version=_IR_VERSION)
        onnx.checker.check_model(made)
        return made


def quantised(weight: Floats, largest: int, *, axis: int) -> tuple[NDArray[np.int8], Floats]:
    """int8 weights and their scales, one for each slice along `axis`, of which zero stays zero."""
    scale = np.abs(weight).max(axis, keepdims=True) / np.float32(largest)
    scale[scale == 0] = 1.0
    return np.round(weight / scale).astype(np.int8), scale.astype(np.float32)
