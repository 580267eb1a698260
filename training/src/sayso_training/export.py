"""Write a trained encoder as the files that sayso runs: ONNX in int8, the small heads, the vocabulary.

python -m sayso_training.export training/config.toml --run runs/one --start MINILM --out FILES
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from sayso_training.fit import Plan, read_plan
from sayso_training.network import Encoder
from torch import Tensor, nn
from torch.nn import functional

INPUTS = ("ids", "case", "breaks", "quotation", "mask", "first")


class Exported(nn.Module):
    """The encoder and every head that can be computed without having decided anything."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        layout = encoder.layout
        self.names = ["tags"]
        for name in layout.pointers:
            self.names += [f"{name}.query", f"{name}.key"]
        for name in layout.relations:
            self.names += [f"{name}.dependent", f"{name}.head"]

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        states = self.encoder(*inputs)
        layout = self.encoder.layout
        out = [
            torch.cat(
                [
                    functional.log_softmax(self.encoder.tags[n](states[layout.group(n)]), -1)
                    for n in layout.tags
                ],
                -1,
            )
        ]
        for name in layout.pointers:
            out += self.encoder.pointers[name].project(states[layout.group(name)])
        for name in layout.relations:
            relation, state = self.encoder.relations[name], states[layout.group(name)]
            out += [relation.dependent(state), relation.head(state)]
        return tuple(out)


def write_onnx(encoder: Encoder, path: Path) -> None:
    exported = Exported(encoder).eval()
    pieces = torch.ones(2, 12, dtype=torch.int64)
    first = torch.tensor([[1, 2, 3, 4], [1, 3, 4, 5]])
    axes: dict[str, dict[int, str]] = {name: {0: "windows", 1: "pieces"} for name in INPUTS}
    axes |= {name: {0: "windows", 1: "words"} for name in ("first", *exported.names)}
    torch.onnx.export(
        exported,
        (pieces * 7, pieces, pieces, pieces, pieces, first),
        str(path),
        input_names=list(INPUTS),
        output_names=exported.names,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def quantise(source: Path, target: Path, *, reduce_range: bool) -> None:
    """int8 weights, one scale per output channel; activations are scaled as they come."""
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        onnx.save(onnx.shape_inference.infer_shapes(onnx.load(str(source))), str(prepared))
        quantize_dynamic(
            str(prepared),
            str(target),
            op_types_to_quantize=["MatMul", "Gather"],
            per_channel=True,
            reduce_range=reduce_range,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )


def describe(plan: Plan, version: str) -> dict[str, Any]:
    return {
        "version": version,
        "window": plan.settings["window"],
        "margin": 40,
        "tags": plan.layout.tags,
        "biases": plan.biases,
        "pointers": list(plan.layout.pointers),
        "relations": plan.layout.relations,
    }


def small_heads(encoder: Encoder) -> dict[str, np.ndarray]:
    """What is applied after a decision: the labels of a pointer."""
    found = {}
    for name, relation in encoder.relations.items():
        found[f"{name}.weight"] = relation.label.weight.detach().numpy().T.copy()
        found[f"{name}.bias"] = relation.label.bias.detach().numpy()
    return found


def load_encoder(plan: Plan, checkpoint: Path) -> Encoder:
    encoder = Encoder(plan.layout)
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
    encoder = load_encoder(plan, arguments.run / "checkpoint.pt")
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "encoder.onnx"
        write_onnx(encoder, whole)
        if arguments.float:
            (out / "encoder.onnx").write_bytes(whole.read_bytes())
        else:
            quantise(whole, out / "encoder.onnx", reduce_range=arguments.reduce_range)
    np.savez(out / "heads.npz", **small_heads(encoder))
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
