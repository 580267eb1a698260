"""From a place in the stored text back to the place it came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where each stored character stood in the original.

    Between two breakpoints both texts run in step, so a text with three removed characters needs
    three breakpoints, however long it is.

    Attributes:
        stored: positions in the stored text where a new stretch begins, ascending, the first is 0.
        original: for each of them, the position in the original.
        length: characters of the stored text.
        original_length: characters of the original.
    """

    stored: Sequence[int]
    original: Sequence[int]
    length: int
    original_length: int

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """The map of a text in which nothing was moved."""
        return cls((0,), (0,), length, length)

    def to_original(self, position: int) -> int:
        """The original position of a stored one; the end of the text maps to the end of the original.

        Raises:
            IndexError: the position lies outside the stored text.
        """
        if not 0 <= position <= self.length:
            raise IndexError(f"position {position} lies outside a stored text of {self.length} characters")
        if position == self.length:
            return self.original_length
        stretch = bisect_right(self.stored, position) - 1
        return self.original[stretch] + position - self.stored[stretch]
