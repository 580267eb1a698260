"""Read PolNeAR: articles with attributions in brat standoff."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

KINDS = ("source", "cue", "content")
_ENTITY = re.compile(r"(T\d+)\t(\w+) (\d+ \d+(?:;\d+ \d+)*)\t")
_ROLE = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")

Chars = tuple[int, int]


@dataclass(frozen=True)
class Relation:
    """One attribution.

    Attributes:
        spans: kind -> its spans, each a list of half-open character pieces.
    """

    spans: dict[str, list[list[Chars]]]

    def words(self, span: list[Chars], starts: list[int], ends: list[int]) -> list[int]:
        """Indices of the words a span touches."""
        found: list[int] = []
        for start, end in span:
            found.extend(range(bisect_right(ends, start), bisect_left(starts, end)))
        return sorted(set(found))

    def over(self, starts: list[int], ends: list[int]) -> dict[str, list[int]]:
        """Kind -> all words of that kind."""
        return {
            kind: sorted({w for span in self.spans[kind] for w in self.words(span, starts, ends)})
            for kind in KINDS
        }


@dataclass(frozen=True)
class Article:
    name: str
    text: str
    relations: list[Relation]


def read_standoff(folder: Path) -> Iterator[Article]:
    """The articles of a split (`text/`, `attributions/`) in the order of their names.

    Where several people annotated a text the first file counts; lines that are malformed are left out.
    """
    annotations = sorted((folder / "attributions").glob("*.ann"))
    for path in sorted((folder / "text").glob("*.txt")):
        found = [a for a in annotations if a.stem.rsplit("_", 1)[0] == path.stem]
        if found:
            text = path.read_bytes().decode("utf-8")
            yield Article(path.stem, text, list(_relations(found[0].read_text(encoding="utf-8"))))


def _relations(lines: str) -> Iterator[Relation]:
    spans: dict[str, list[Chars]] = {}
    for line in lines.split("\n"):
        if match := _ENTITY.match(line):
            spans[match[1]] = [_pair(piece) for piece in match[3].split(";")]
    for line in lines.split("\n"):
        if line.startswith("E"):
            roles = [(kind.lower(), spans[id]) for kind, id in _ROLE.findall(line) if id in spans]
            yield Relation({kind: [span for name, span in roles if name == kind] for kind in KINDS})


def _pair(piece: str) -> Chars:
    start, _, end = piece.partition(" ")
    return int(start), int(end)
