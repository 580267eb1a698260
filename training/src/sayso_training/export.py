"""Write a trained encoder as the files that sayso runs: ONNX in int8, the small heads, the vocabulary.

python -m sayso_training.export training/config.toml --run runs/one --start MINILM --out FILES
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray
from sayso_training.fit import Plan, read_plan
from sayso_training.graph import FULL, REDUCED, Floats
from sayso_training.lowering import INPUTS, lower, pointers_of, relations_of
from sayso_training.network import VOCABULARY, Encoder, Layout

from sayso.encoder.pieces import BREAKS, CASES, QUOTATION

# Sums in another order; anything that is wrong is wrong by far more.
_TOLERANCE = 1e-2


def check(encoder: Encoder) -> None:
    """Raises ValueError where the graph, its weights left alone, does not say what the network says."""
    session = onnxruntime.InferenceSession(
        lower(encoder, largest=None).SerializeToString(), providers=["CPUExecutionProvider"]
    )
    inputs = _window(np.random.default_rng(0), pieces=97)
    names = [output.name for output in session.get_outputs()]
    found = dict(zip(names, session.run(names, inputs), strict=True))
    expected = said(encoder, inputs)
    if set(found) != set(expected):
        raise ValueError(
            f"the graph answers {sorted(found)}, the network {sorted(expected)}: see lowering.py"
        )
    for name, values in expected.items():
        off = float(np.abs(found[name] - values).max())
        if off > _TOLERANCE:
            raise ValueError(f"{name} is off by {off:.3g} in the graph: see lowering.py")


def _window(random: np.random.Generator, *, pieces: int) -> dict[str, NDArray[np.int64]]:
    """Inputs of a window that was never written."""
    limits = (VOCABULARY, len(CASES), len(BREAKS), len(QUOTATION))
    given = {
        name: random.integers(0, limit, (1, pieces)) for name, limit in zip(INPUTS, limits, strict=False)
    }
    return given | {"first": np.flatnonzero(random.random(pieces) < 0.8)[None]}


@torch.no_grad()
def said(encoder: Encoder, inputs: dict[str, NDArray[np.int64]]) -> dict[str, Floats]:
    """Output -> values of the network itself, (1, words, width): all that needs no decision before it."""
    ids, case, breaks, quotation, first = (torch.from_numpy(inputs[name]) for name in INPUTS)
    states = encoder(ids, case, breaks, quotation, torch.ones_like(ids), first)
    layout = encoder.layout
    tags = [torch.log_softmax(encoder.tags[name](states[layout.group(name)]), -1) for name in layout.tags]
    scores = [encoder.scores[name](states[layout.group(name)]) for name in layout.scores]
    found = {"tags": torch.cat([*tags, *scores], -1)}
    for name, pointer in pointers_of(encoder).items():
        query, key = pointer.project(states[layout.group(name)])
        found |= {f"{name}.query": query, f"{name}.key": key}
    for name, relation in relations_of(encoder).items():
        state = states[layout.group(name)]
        found |= {f"{name}.dependent": relation.dependent(state), f"{name}.head": relation.head(state)}
    return {name: values.numpy() for name, values in found.items()}


def describe(plan: Plan, version: str) -> dict[str, Any]:
    return {
        "version": version,
        "window": plan.settings["window"],
        "margin": plan.settings.get("margin", 40),
        "tags": plan.layout.tags,
        "biases": plan.biases,
        "pointers": list(plan.layout.pointers),
        "relations": plan.layout.relations,
        "scores": plan.layout.scores,
    }


def small_heads(encoder: Encoder) -> dict[str, Floats]:
    """What is applied after a decision: the labels of a pointer, or of a pair of phrases.

    A phrase that the text leaves out stands in a pair as a state of zeros, of which the biases remain.
    """
    found = {}
    for name, relation in relations_of(encoder).items():
        if name not in encoder.layout.pointers:
            found[f"{name}.nobody"] = (
                torch.stack([relation.dependent.bias, relation.head.bias]).detach().numpy()
            )
        found[f"{name}.weight"] = relation.label.weight.detach().numpy().T.copy()
        found[f"{name}.bias"] = relation.label.bias.detach().numpy()
    return found


def load_encoder(layout: Layout, checkpoint: Path) -> Encoder:
    encoder = Encoder(layout)
    encoder.load_state_dict(torch.load(checkpoint, weights_only=True)["encoder"])
    return encoder.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description="Export sayso's encoder.")
    parser.add_argument("config", type=Path)
    parser.add_argument("--run", type=Path, required=True, help="folder of a training run")
    parser.add_argument(
        "--start", type=Path, required=True, help="folder with the vocabulary (tokenizer.json)"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    parser.add_argument("--version", default="0")
    parser.add_argument("--float", action="store_true", help="leave the weights as they are (for comparison)")
    parser.add_argument(
        "--reduce-range", action="store_true", help="7-bit weights, for processors without VNNI"
    )
    arguments = parser.parse_args()
    plan = read_plan(arguments.config)
    encoder = load_encoder(plan.layout, arguments.run / "checkpoint.pt")
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    check(encoder)
    largest = None if arguments.float else REDUCED if arguments.reduce_range else FULL
    onnx.save(lower(encoder, largest=largest), str(out / "encoder.onnx"))
    np.savez(out / "heads.npz", allow_pickle=False, **small_heads(encoder))
    (out / "encoder.json").write_text(
        json.dumps(describe(plan, arguments.version), indent=1) + "\n", encoding="utf-8"
    )
    vocabulary = json.loads((arguments.start / "tokenizer.json").read_text(encoding="utf-8"))
    vocabulary["truncation"] = vocabulary["padding"] = None
    (out / "tokenizer.json").write_text(
        json.dumps(vocabulary, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
