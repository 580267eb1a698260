"""Which stretches of a paragraph stand inside quotation marks."""

from __future__ import annotations

import re

# A single mark opens only before a word and closes only after one: "don't" holds neither, and
# ‘It’s the officials’ view,’ closes twice, of which the last one counts.
_DOUBLE = re.compile('["“”„«»]')
_SINGLE = re.compile(r"(?P<opens>(?<!\w)[‘'](?=\w))|(?<=[\w.,?!…])[’'](?!\w)")
_OPENING = "“„«"
_CLOSING = "”»"


def quoted_stretches(paragraph: str, *, inside: bool = False) -> tuple[list[tuple[int, int]], bool]:
    """The quoted stretches and whether a quotation is still open at the end.

    Args:
        paragraph: one paragraph.
        inside: a quotation of the paragraph before is still open.

    Returns:
        Half-open characters of each stretch with its marks, in order, and the open state. A
        quotation that is never closed runs to the end of the paragraph.
    """
    stretches: list[tuple[int, int]] = []
    opened: int | None = 0 if inside and _continues(paragraph) else None
    for mark in _DOUBLE.finditer(paragraph):
        opened = _step(mark, opened, stretches)
    if opened is not None:
        stretches.append((opened, len(paragraph)))
    if not stretches:
        stretches = _single_stretches(paragraph)
    return stretches, opened is not None


def without_quotations(paragraph: str, *, inside: bool = False) -> tuple[str, bool]:
    """The paragraph with every quoted character replaced by a space (same length), and the open state."""
    stretches, still_open = quoted_stretches(paragraph, inside=inside)
    parts, position = [], 0
    for start, end in stretches:
        parts += [paragraph[position:start], " " * (end - start)]
        position = end
    return "".join([*parts, paragraph[position:]]), still_open


def _single_stretches(paragraph: str) -> list[tuple[int, int]]:
    stretches: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in _SINGLE.finditer(paragraph):
        if mark["opens"]:
            opened = mark.start() if opened is None else opened
        elif opened is not None:
            stretches.append((opened, mark.end()))
            opened = None
        elif stretches:
            stretches[-1] = (stretches[-1][0], mark.end())
    return stretches


def _continues(paragraph: str) -> bool:
    """A paragraph goes on with an open quotation where the first mark in it closes one.

    Longer quotations open each paragraph with a mark of its own, and a mark that somebody forgot
    to close must not swallow the rest of the article.
    """
    first = _DOUBLE.search(paragraph)
    return first is not None and first[0] in _CLOSING


def _step(mark: re.Match[str], opened: int | None, stretches: list[tuple[int, int]]) -> int | None:
    """Where a quotation is open after this mark; a stretch that it closes is added."""
    if opened is None:
        return None if mark[0] in _CLOSING else mark.start()
    if mark[0] in _OPENING:
        return opened
    stretches.append((opened, mark.end()))
    return None
