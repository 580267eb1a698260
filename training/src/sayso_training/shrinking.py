"""A student that begins with some of its teacher's layers, and of these with the neurons that matter most."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import cast

import torch
from sayso_training.batches import Step
from sayso_training.network import Encoder, Layer, Layout
from torch import Tensor
from torch.nn import functional


def shrunk(teacher: Encoder, layout: Layout, kept: Sequence[int], steps: Iterable[Step]) -> Encoder:
    """An encoder of `layout` with the teacher's layers `kept`, counted from 0, in their order.

    A neuron of an inner layer matters by how much it adds to the states of `steps`: the mean of its
    absolute activation, times the length of what it is multiplied by (Michel et al. 2019 cut heads so).

    Raises:
        ValueError: not as many layers as the layout has.
    """
    if len(kept) != layout.layers:
        raise ValueError(f"{len(kept)} layers are kept, {layout.layers} wanted: name them in [distil]")
    student = Encoder(layout)
    own, given = student.state_dict(), teacher.state_dict()
    used = _use(teacher, steps)
    for name in own:
        if not name.startswith(("layers.", "mix.")):
            own[name] = given[name]
    for number, source in enumerate(kept):
        neurons = used[source].topk(layout.inner).indices.sort().values
        for name in own:
            if name.startswith(f"layers.{number}."):
                own[name] = _cut(name, given[name.replace(f".{number}.", f".{source}.", 1)], neurons)
    for name in own:
        if name.startswith("mix."):
            own[name] = _mix(given[name], kept)
    student.load_state_dict(own)
    return student


def _cut(name: str, weights: Tensor, neurons: Tensor) -> Tensor:
    if ".inner." in name:
        return weights[neurons]
    return weights[:, neurons] if name.endswith(".outer.weight") else weights


def _mix(weights: Tensor, kept: Sequence[int]) -> Tensor:
    """Each kept layer takes over the part of the layers before it that are gone; the last, of those after."""
    edges = [0, *(layer + 1 for layer in kept[:-1]), len(weights)]
    parts = torch.softmax(weights, 0)
    return torch.stack([parts[a:b].sum() for a, b in itertools.pairwise(edges)]).log()


@torch.no_grad()
def _use(teacher: Encoder, steps: Iterable[Step]) -> list[Tensor]:
    """(neurons,) of each layer."""
    layers = [cast(Layer, layer) for layer in teacher.layers]
    sums = [torch.zeros(layer.inner.out_features) for layer in layers]

    def counting(number: int) -> torch.utils.hooks.RemovableHandle:
        def count(_: torch.nn.Module, __: tuple[Tensor, ...], out: Tensor) -> None:
            sums[number] += functional.gelu(out).abs().mean((0, 1))

        return layers[number].inner.register_forward_hook(count)

    hooks = [counting(number) for number in range(len(layers))]
    for step in steps:
        teacher(*step.inputs)
    for hook in hooks:
        hook.remove()
    return [total * layer.outer.weight.norm(dim=0) for total, layer in zip(sums, layers, strict=True)]
