"""What goes wrong with a reader's input, said in one sentence."""

from __future__ import annotations


class ReadingError(ValueError):
    """The input holds no article that can be read.

    The message is one sentence for the person at the keyboard: what came, what was expected, and
    what to do. It is meant to be shown as it stands, without a traceback.

    Attributes:
        empty: there is nothing in it, rather than something that sayso does not read.
    """

    def __init__(self, message: str, *, empty: bool = False) -> None:
        super().__init__(message)
        self.empty = empty
