"""The words of a document that can be copied: what is compared, without what a template added."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.schema.document import Document, PassageKind
from sayso.text.folding import placed_words
from sayso.text.quotation import quoted_stretches

# A dateline, a byline, a caption or a subscription offer is alike where the story is not.
TELLING: frozenset[PassageKind] = frozenset(("headline", "summary", "body", "commentary"))
_NUMBER = re.compile(r"\d")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]|\n)[\s\"'“”‘’«»(\[]*$")
_LOOK_BACK = 8
# Capitals in every article: they tell nothing of its subject.
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july"
    " august september october november december mr mrs ms dr i".split()
)


@dataclass(frozen=True, slots=True)
class Story:
    """A document as it is compared.

    Attributes:
        id: of the document.
        words: folded words of the telling passages, in reading order.
        places: half-open characters of each word in `Document.text`.
        quoted: for each word, whether it stands in quotation marks.
        names: folded capitalised words and numbers that no sentence begins with: what it is about.
    """

    id: str
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    quoted: tuple[bool, ...]
    names: frozenset[str]

    @property
    def own(self) -> int:
        """How many words are narration: the writer's own, not quoted."""
        return len(self.words) - sum(self.quoted)


def story_of(document: Document) -> Story:
    """The words of a document's telling passages; time grows with the length of the text alone."""
    placed = list(_telling(document))
    quoted = _inside([start for _, start, _ in placed], quoted_stretches(document.text))
    return Story(
        id=document.id,
        words=tuple(word for word, _, _ in placed),
        places=tuple((start, end) for _, start, end in placed),
        quoted=tuple(quoted),
        names=frozenset(_names(document.text, placed)),
    )


def _telling(document: Document) -> Iterator[tuple[str, int, int]]:
    """(folded word, start, end) of the telling passages; of the whole text where no passage is known."""
    stretches = [(each.start, each.end) for each in document.passages if each.kind in TELLING]
    for start, end in stretches if document.passages else [(0, len(document.text))]:
        for word, first, last in placed_words(document.text[start:end]):
            yield word, start + first, start + last


def _inside(positions: list[int], stretches: list[tuple[int, int]]) -> Iterator[bool]:
    starts = [start for start, _ in stretches]
    for position in positions:
        at = bisect_right(starts, position) - 1
        yield at >= 0 and position < stretches[at][1]


def _names(text: str, placed: list[tuple[str, int, int]]) -> Iterator[str]:
    for word, start, _ in placed:
        if word in _CALENDAR:
            continue
        if _NUMBER.search(word) or (text[start].isupper() and not _begins(text, start)):
            yield word


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins at this place."""
    return _SENTENCE_START.search(text[max(0, start - _LOOK_BACK) : start]) is not None
