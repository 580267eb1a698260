"""Run the encoder over windows: the one place where onnxruntime is used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import onnxruntime

from sayso.encoder.folder import Floats, Folder
from sayso.encoder.pieces import Pieces
from sayso.encoder.windows import Window, make_batch


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

    def __init__(self, folder: Folder, *, threads: int | None = None) -> None:
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        if threads is not None:
            options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self._run = onnxruntime.InferenceSession(
            str(folder.path / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._inputs = [given.name for given in self._run.get_inputs()]
        self._outputs = [output.name for output in self._run.get_outputs()]

    def answers(self, windows: Sequence[tuple[Pieces, Window]]) -> list[Answer]:
        """One answer per window, in the given order.

        Each window goes through by itself: int8 activations are scaled by the largest value of a batch, so in
        company a window would be answered differently from alone.
        """
        return [self._answer(pieces, window) for pieces, window in windows]

    def _answer(self, pieces: Pieces, window: Window) -> Answer:
        batch = make_batch([(pieces, window.first, window.last)])
        arrays = self._run.run(self._outputs, {name: getattr(batch, name) for name in self._inputs})
        return Answer(window, {name: array[0] for name, array in zip(self._outputs, arrays, strict=True)})
