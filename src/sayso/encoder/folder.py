"""The files of an encoder and what they say about themselves."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Folder:
    """An encoder on disk: `encoder.onnx`, `encoder.json`, `heads.npz`, `tokenizer.json`.

    Attributes:
        path: where the files are.
        version: of the weights; every reading names it.
        window: most pieces read at once, special pieces included.
        margin: pieces of context at each side of a window whose answers are not used.
        tags: head -> its labels, in the order of the columns of the output `tags`.
        relations: head -> its labels.
        scores: the heads whose numbers stand behind those of the tags, one column each.
        biases: head -> kind of span -> what is added to the log-probabilities of its labels.
        heads: name -> weights of what is applied after a decision.
    """

    path: Path
    version: str
    window: int
    margin: int
    tags: dict[str, list[str]]
    relations: dict[str, list[str]]
    scores: list[str]
    biases: dict[str, dict[str, float]]
    heads: dict[str, Floats]


def open_folder(path: Path | None = None) -> Folder:
    """Reads the shipped encoder's folder, or another; raises FileNotFoundError that says what is missing.

    Without a path the environment variable SAYSO_ENCODER may name the folder of an encoder of one's own.
    """
    if path is None and (own := os.environ.get("SAYSO_ENCODER")):
        path = Path(own)
    if path is None:
        with as_file(files("sayso.encoder") / "files") as shipped:
            path = Path(shipped)
    for name in ("encoder.onnx", "encoder.json", "heads.npz", "tokenizer.json"):
        if not (path / name).is_file():
            raise FileNotFoundError(
                f"{path} has no {name}: give a folder that the training distribution exported"
            )
    about = json.loads((path / "encoder.json").read_text(encoding="utf-8"))
    with np.load(path / "heads.npz") as stored:
        heads = {name: stored[name] for name in stored.files}
    return Folder(
        path=path,
        version=about["version"],
        window=about["window"],
        margin=about["margin"],
        tags=about["tags"],
        relations=about["relations"],
        scores=about.get("scores", []),
        biases=about["biases"],
        heads=heads,
    )
