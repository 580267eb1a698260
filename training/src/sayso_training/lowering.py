"""The encoder of `network.py` in the operators that onnxruntime is fast at.

One window at a time goes in, without padding and so without a mask: attention then runs in onnxruntime's
flash kernel. Projections that read the same states are one multiplication, so that the states are scaled
to int8 once; the last layer is computed for the first pieces of words only, nobody reads the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

import numpy as np
import onnx
import torch
from sayso_training.graph import Floats, Graph
from sayso_training.network import ATTENTION_HEADS, HIDDEN, Encoder, Layer, Pointer, Relation
from torch import Tensor, nn

INPUTS = ("ids", "case", "breaks", "quotation", "first")
_EPSILON = 1e-12
_PIECES, _WORDS = (1, "pieces"), (1, "words")


def lower(encoder: Encoder, *, largest: int | None) -> onnx.ModelProto:
    """The graph: `INPUTS` as in `Encoder.forward`, each (1, …); outputs (1, words, …)."""
    graph = Graph(largest=largest)
    window = graph.constant([0])
    rows = [graph.given(name, _WORDS if name == "first" else _PIECES) for name in INPUTS]
    ids, case, breaks, quotation, first = (graph.one("Squeeze", row, window) for row in rows)
    pieces = _embedded(graph, encoder, ids, (case, breaks, quotation))
    states = _states(graph, encoder, pieces, first)
    for name, (value, width) in _answers(graph, encoder, _mixed(graph, encoder, states)).items():
        graph.answer(name, value, (*_WORDS, width))
    return graph.written()


def _embedded(graph: Graph, encoder: Encoder, ids: str, features: Sequence[str]) -> str:
    """(pieces, hidden) before the first layer."""
    tables = [_array(one.weight) for one in (encoder.case, encoder.breaks, encoder.quotation)]
    # every combination of the three features is one row, so that one look-up replaces three
    together = tables[0][:, None, None] + tables[1][:, None] + tables[2]
    row = features[0]
    for feature, count in zip(features[1:], together.shape[1:3], strict=True):
        row = graph.one("Add", graph.one("Mul", row, graph.constant(np.array(count))), feature)
    length = graph.one("Shape", ids)
    places = graph.one("Slice", graph.constant(_array(encoder.positions.weight)), graph.constant([0]), length)
    value = graph.one("Add", graph.lookup(_array(encoder.words.weight), ids), places)
    extra = graph.one("Gather", graph.constant(together.reshape(-1, HIDDEN)), row)
    return _normal(graph, graph.one("Add", value, extra), encoder.norm)


def _states(graph: Graph, encoder: Encoder, pieces: str, first: str) -> list[str]:
    """(words, hidden) after each layer."""
    states = []
    layers = [cast(Layer, layer) for layer in encoder.layers]
    for number, layer in enumerate(layers):
        words = number == len(layers) - 1
        asking = graph.one("Gather", pieces, first) if words else pieces
        pieces = _layer(graph, layer, pieces, asking)
        states.append(pieces if words else graph.one("Gather", pieces, first))
    return states


def _layer(graph: Graph, layer: Layer, pieces: str, asking: str) -> str:
    """The rows of `asking` after the layer; `pieces` is all that they may look at."""
    if asking == pieces:
        parts = graph.split(_linear(graph, pieces, layer.query, layer.key, layer.value), [HIDDEN] * 3)
    else:
        seen = graph.split(_linear(graph, pieces, layer.key, layer.value), [HIDDEN] * 2)
        parts = [_linear(graph, asking, layer.query), *seen]
    window = graph.constant([0])
    parts = [graph.one("Unsqueeze", part, window) for part in parts]
    seen_by_all = graph.fused("MultiHeadAttention", *parts, num_heads=ATTENTION_HEADS)
    mixed = _linear(graph, graph.one("Squeeze", seen_by_all, window), layer.output)
    rows = _normal(graph, graph.one("Add", asking, mixed), layer.norm_attention)
    inner = _linear(graph, graph.fused("Gelu", _linear(graph, rows, layer.inner)), layer.outer)
    return _normal(graph, graph.one("Add", rows, inner), layer.norm_output)


def _mixed(graph: Graph, encoder: Encoder, states: Sequence[str]) -> dict[str, str]:
    """Group -> (words, hidden): all mixes of layers as one small multiplication."""
    groups = list(encoder.mix)
    weights = np.stack([_array(torch.softmax(encoder.mix[group], 0)) for group in groups])
    flat = graph.constant([1, -1])
    stacked = graph.several("Concat", [graph.one("Reshape", state, flat) for state in states], 1, axis=0)[0]
    mixed = graph.one("MatMul", graph.constant(weights), stacked)
    ones = graph.constant([1] * len(groups))
    parts = graph.several("Split", [mixed, ones], len(groups), axis=0) if len(groups) > 1 else [mixed]
    rows = graph.constant([-1, HIDDEN])
    return {group: graph.one("Reshape", part, rows) for group, part in zip(groups, parts, strict=True)}


def _answers(graph: Graph, encoder: Encoder, states: dict[str, str]) -> dict[str, tuple[str, int]]:
    """Output -> its value (words, width) and width, for all that needs no decision before it."""
    layout = encoder.layout
    raw = _projected(graph, encoder, states)
    tags = [graph.one("LogSoftmax", raw[name], axis=-1) for name in layout.tags]
    width = sum(len(labels) for labels in layout.tags.values()) + len(layout.scores)
    answers = {"tags": (_beside(graph, [*tags, *(raw[name] for name in layout.scores)]), width)}
    for name, pointer in pointers_of(encoder).items():
        query, key = (graph.fused("Gelu", raw[f"{name}.{side}"]) for side in ("query", "key"))
        answers[f"{name}.query"] = graph.linear(query, *_asking(pointer)), pointer.width + 2
        answers[f"{name}.key"] = _offering(graph, key, pointer), pointer.width + 1
    for name, relation in relations_of(encoder).items():
        for side in ("dependent", "head"):
            answers[f"{name}.{side}"] = raw[f"{name}.{side}"], relation.dependent.out_features
    return answers


def _projected(graph: Graph, encoder: Encoder, states: dict[str, str]) -> dict[str, str]:
    """The first projection of every head, one multiplication per group."""
    found: dict[str, str] = {}
    for group, state in states.items():
        own = {
            name: layer for head, name, layer in _projections(encoder) if encoder.layout.group(head) == group
        }
        parts = graph.split(_linear(graph, state, *own.values()), [one.out_features for one in own.values()])
        found |= zip(own, parts, strict=True)
    return found


def _projections(encoder: Encoder) -> Iterator[tuple[str, str, nn.Linear]]:
    """Head, the name of what it projects to, and the projection."""
    for name, pointer in pointers_of(encoder).items():
        yield name, f"{name}.query", pointer.dependent
        yield name, f"{name}.key", pointer.head
    for name, relation in relations_of(encoder).items():
        yield name, f"{name}.dependent", relation.dependent
        yield name, f"{name}.head", relation.head
    for name, layer in (*encoder.tags.items(), *encoder.scores.items()):
        yield name, name, cast(nn.Linear, layer)


def pointers_of(encoder: Encoder) -> dict[str, Pointer]:
    """The pointers with their type, which torch's containers do not keep."""
    return {name: cast(Pointer, pointer) for name, pointer in encoder.pointers.items()}


def relations_of(encoder: Encoder) -> dict[str, Relation]:
    """The relations likewise."""
    return {name: cast(Relation, relation) for name, relation in encoder.relations.items()}


def _asking(pointer: Pointer) -> tuple[Floats, Floats]:
    """Weight and bias of a pointer's query: its form, a column of ones, the score of nothing."""
    form = _array(pointer.form.weight).T / np.float32(pointer.width**0.5)
    one = np.zeros((pointer.width, 1), np.float32)
    weight = np.concatenate([form, one, _array(pointer.nothing.weight).T], 1)
    bias = np.concatenate([np.zeros(pointer.width), [1.0], _array(pointer.nothing.bias)])
    return weight, bias.astype(np.float32)


def _offering(graph: Graph, key: str, pointer: Pointer) -> str:
    """A pointer's key: what the word offers, and how readily it is pointed to."""
    weight, bias = (graph.constant(array) for array in _weights(pointer.bias))
    return _beside(graph, [key, graph.one("Add", graph.one("MatMul", key, weight), bias)])


def _beside(graph: Graph, values: Sequence[str]) -> str:
    return graph.several("Concat", values, 1, axis=-1)[0]


def _normal(graph: Graph, value: str, norm: nn.LayerNorm) -> str:
    parts = graph.constant(_array(norm.weight)), graph.constant(_array(norm.bias))
    return graph.one("LayerNormalization", value, *parts, axis=-1, epsilon=_EPSILON)


def _linear(graph: Graph, value: str, *layers: nn.Linear) -> str:
    """Several projections of the same rows, side by side."""
    weights, biases = zip(*(_weights(layer) for layer in layers), strict=True)
    return graph.linear(value, np.concatenate(weights, 1), np.concatenate(biases))


def _weights(layer: nn.Linear) -> tuple[Floats, Floats]:
    """(in, out) and (out,)."""
    return _array(layer.weight).T, _array(layer.bias)


def _array(values: Tensor) -> Floats:
    found: Floats = values.detach().numpy().astype(np.float32)
    return found
