"""What is run on behind the last sentence of a story whose paragraphs were joined.

... "We go on." • This article was amended on 3 May. An earlier version said ...
... he added. Agence France-Presse contributed to this report
"""

from __future__ import annotations

import re
from itertools import pairwise

from sayso.reading.bylines import is_credit
from sayso.reading.furniture import furniture_kind
from sayso.schema.document import PassageKind

_BOUNDARY = re.compile(r"(?<=[.!?…”\"’')\]])\s+(?=[A-Z(©])|\s+(?=•\s)")
_ABOUT_THE_AUTHOR = re.compile(r"•\s+(?:[A-Z][\w.’'-]*\s+){2,5}(?:is|are|was)\s")
_LAST_CHARACTERS = 900

Cut = tuple[int, PassageKind]


def tail_cuts(paragraph: str) -> list[Cut]:
    """Where furniture begins at the end of a paragraph, and which; [] where there is none.

    Each cut holds up to the next one or to the end of the paragraph.
    """
    first = max(len(paragraph) - _LAST_CHARACTERS, 1)
    bounds = [*(match.end() for match in _BOUNDARY.finditer(paragraph, first)), len(paragraph)]
    cuts: list[Cut] = []
    for start, end in pairwise(bounds):
        kind = _kind(paragraph[start:end].strip())
        if kind is not None:
            cuts.append((start, kind))
        elif cuts and not _goes_on(cuts[-1][1], paragraph[start:]):
            cuts.clear()
    return cuts


def _kind(piece: str) -> PassageKind | None:
    kind = furniture_kind(piece)
    if kind in ("correction", "boilerplate"):
        return kind
    return "byline" if is_credit(piece) or _ABOUT_THE_AUTHOR.match(piece) else None


def _goes_on(kind: PassageKind, rest: str) -> bool:
    """A correction or a note on the author may have several sentences; an advert in mid-story has not."""
    return kind in ("correction", "byline") and len(rest) < _LAST_CHARACTERS
