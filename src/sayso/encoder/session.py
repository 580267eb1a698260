"""Run the encoder over windows: the one place where onnxruntime is used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import onnxruntime

from sayso.encoder.folder import Floats, Folder
from sayso.encoder.pieces import Pieces
from sayso.encoder.windows import Batch, Window, make_batch


@dataclass(frozen=True, slots=True)
class Answer:
    """What the encoder says about one window.

    Attributes:
        window: which words it is about.
        arrays: output name -> (words of the window, …).
    """

    window: Window
    arrays: dict[str, Floats]


class Session:
    """A loaded encoder; safe to share between threads."""

    # Padding to the longest is wasted work, so windows of like length go together.
    windows_at_once = 4

    def __init__(self, folder: Folder, *, threads: int | None = None) -> None:
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        if threads is not None:
            options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self._run = onnxruntime.InferenceSession(
            str(folder.path / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._outputs = [output.name for output in self._run.get_outputs()]

    def answers(self, windows: Sequence[tuple[Pieces, Window]]) -> list[Answer]:
        """One answer per window, in the given order."""
        order = sorted(range(len(windows)), key=lambda n: _pieces(windows[n]))
        found: dict[int, Answer] = {}
        for begin in range(0, len(order), self.windows_at_once):
            group = order[begin : begin + self.windows_at_once]
            found.update(zip(group, self._answer([windows[n] for n in group]), strict=True))
        return [found[n] for n in range(len(windows))]

    def _answer(self, windows: Sequence[tuple[Pieces, Window]]) -> Iterator[Answer]:
        batch = make_batch([(pieces, window.first, window.last) for pieces, window in windows])
        arrays = self._run.run(self._outputs, _inputs(batch))
        for row, (_, window) in enumerate(windows):
            words = window.last - window.first
            yield Answer(window, {n: a[row, :words] for n, a in zip(self._outputs, arrays, strict=True)})


def _pieces(item: tuple[Pieces, Window]) -> int:
    pieces, window = item
    return int(pieces.first[window.last] - pieces.first[window.first])


def _inputs(batch: Batch) -> dict[str, np.ndarray]:
    return {
        "ids": batch.ids,
        "case": batch.case,
        "breaks": batch.breaks,
        "quotation": batch.quotation,
        "mask": batch.mask,
        "first": batch.first,
    }
