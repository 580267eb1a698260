"""Run the encoder over windows: the one place where onnxruntime is used."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import onnxruntime

from sayso.encoder.folder import Floats, Folder
from sayso.encoder.pieces import Pieces
from sayso.encoder.windows import Window, make_batch

# Every window that is being read takes some 20 MB.
MOST_THREADS = 8

# Windows that are read before anybody asks for them; what the network says about one takes 2 MB.
AHEAD = 40


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
    """A loaded encoder; safe to share between threads.

    A window is read by one thread and several windows at once: threads that share a window wait for
    one another at every operator.
    """

    def __init__(self, folder: Folder, *, threads: int | None = None) -> None:
        self._threads = threads or min(_processors(), MOST_THREADS)
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        # the fused operator takes many times as long as the two that it replaces
        options.add_session_config_entry("optimization.disable_specified_optimizers", "SkipLayerNormFusion")
        self._run = onnxruntime.InferenceSession(
            str(folder.path / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._inputs = [given.name for given in self._run.get_inputs()]
        self._outputs = [output.name for output in self._run.get_outputs()]

    def answers(self, windows: Iterable[tuple[Pieces, Window]]) -> Iterator[Answer]:
        """One answer per window, in the given order; the next ones are read while somebody uses the first.

        Each window goes through by itself: int8 activations are scaled by the largest value of a batch, so in
        company a window would be answered differently from alone.
        """
        if self._threads <= 1:
            yield from map(self._answer, windows)
            return
        pool = ThreadPoolExecutor(self._threads)
        try:
            coming: deque[Future[Answer]] = deque()
            for window in windows:
                coming.append(pool.submit(self._answer, window))
                if len(coming) >= AHEAD:
                    yield coming.popleft().result()
            while coming:
                yield coming.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)

    def _answer(self, cut: tuple[Pieces, Window]) -> Answer:
        pieces, window = cut
        batch = make_batch([(pieces, window.first, window.last)])
        arrays = self._run.run(self._outputs, {name: getattr(batch, name) for name in self._inputs})
        return Answer(window, {name: array[0] for name, array in zip(self._outputs, arrays, strict=True)})


def _processors() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
