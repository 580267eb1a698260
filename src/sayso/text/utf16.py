"""Characters as Java counts them: one beyond the 65,536 of the basic plane is two units of UTF-16."""

from __future__ import annotations

from bisect import bisect_left

_PLANE = 0x10000


class Utf16:
    """Offsets into one text, counted in code points here and in UTF-16 units elsewhere."""

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [at for at, sign in enumerate(text) if ord(sign) >= _PLANE]
        self._units = [at + number for number, at in enumerate(self._wide)]

    def units(self, at: int) -> int:
        """Of a place in code points."""
        return at + bisect_left(self._wide, at)

    def points(self, unit: int) -> int:
        """Of a place in units; one in the middle of a character is its beginning."""
        return unit - bisect_left(self._units, unit)
