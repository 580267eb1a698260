"""What goes wrong with a corpus, said in one sentence."""

from __future__ import annotations


class CorpusError(ValueError):
    """The path does not hold what the task expects.

    The message says what came, what was expected and what to do next.
    """
