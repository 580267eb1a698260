"""Which document each document rests on by its words: at most one, so that nobody is chained through it.

A took a paragraph from B and C another one: A and C have nothing to do with each other. So a document rests
on the one that most of its words are in, and only where it begins nothing of its own. The earlier one is the
beginning; of one day's, the fuller one. A round-up holds several stories whole: they do not rest on it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sayso.comparing.article import Article, Order
from sayso.comparing.copying import SAME_SUBJECT, Likeness

Links = Mapping[str, Mapping[str, Likeness]]

# What one has from a go-between must be at least this much what the go-between has from the beginning.
SAME_WORDS = 0.5


def linked(links: Iterable[Likeness]) -> Links:
    """The links of each document, seen from it."""
    found: dict[str, dict[str, Likeness]] = defaultdict(dict)
    for link in links:
        found[link.a][link.b] = link
        found[link.b][link.a] = link.turned
    return found


def orders(articles: Iterable[Article]) -> dict[str, Order]:
    """For each document what sorts it, by its earliest publication."""
    found: dict[str, Order] = {}
    for article in articles:
        held = found.get(article.document)
        found[article.document] = min(article.order, held) if held else article.order
    return found


def resting(order: Mapping[str, Order], links: Links) -> dict[str, Likeness]:
    """For each document that rests on another, its likeness to that one (`a` is the document itself)."""
    return _Rests(order, links).all()


class _Rests:
    """One walk over the documents, the earliest first."""

    def __init__(self, order: Mapping[str, Order], links: Links) -> None:
        self.order = order
        self.links = links
        self.gathering = {each for each in order if self._gathers(each)}
        self.found: dict[str, Likeness | None] = {}

    def all(self) -> dict[str, Likeness]:
        for document in sorted(self.order, key=self.order.__getitem__):
            self._rests(document)
        return {document: link for document, link in self.found.items() if link is not None}

    def _rests(self, document: str) -> Likeness | None:
        if document not in self.found:
            self.found[document] = None  # whoever comes back to it on the way ends there
            choices = sorted(self._choices(document), key=lambda each: (-each.a_in_b, self.order[each.b]))
            self.found[document] = next((each for each in choices if self._same_words(each)), None)
        return self.found[document]

    def _choices(self, document: str) -> Iterator[Likeness]:
        for other, link in self.links.get(document, {}).items():
            if other in self.order and link.a_rests and self._begins(link):
                yield link

    def _begins(self, link: Likeness) -> bool:
        """Whether b is the beginning of the two."""
        if link.kind in ("exact", "edited"):
            return self.order[link.b] < self.order[link.a]
        if link.b in self.gathering and self._is_part(link.turned):
            return False
        if link.b_rests and link.a not in self.gathering:
            return self.order[link.b] < self.order[link.a]
        return True

    def _gathers(self, document: str) -> bool:
        """Whether a document holds stories, none of them later, that have nothing in common."""
        near = self.links.get(document, {})
        parts = {other for other, link in near.items() if other in self.order and self._is_part(link)}
        return len(parts) > 1 and not self._hang_together(parts, self.order[document][0])

    def _is_part(self, link: Likeness) -> bool:
        """Whether b, which is not later, is in a rather than a in b."""
        later = self.order[link.b][0] > self.order[link.a][0]
        return (
            not later and link.b_rests and link.kind in ("abridged", "shared") and link.a_in_b < link.b_in_a
        )

    def _hang_together(self, documents: set[str], day: str) -> bool:
        """Whether what a document of this day holds is of one piece."""
        left = set(documents)
        ahead = [left.pop()]
        while ahead:
            near = self.links.get(ahead.pop(), {})
            found = {each for each in left if each in near and self._of_one_piece(near[each], day)}
            left -= found
            ahead.extend(found)
        return not left

    def _of_one_piece(self, link: Likeness, day: str) -> bool:
        """Of one day they may be cut from the whole, each from its part; before it, they were there first."""
        first = min(self.order[link.a][0], self.order[link.b][0])
        something = link.narration > 0 or link.subject >= SAME_SUBJECT
        return link.narrated or (first == day and something)

    def _same_words(self, link: Likeness) -> bool:
        """Whether what comes from a go-between is what the go-between has from the beginning."""
        beyond = self._rests(link.b)
        if beyond is None:
            return True
        direct = self.links.get(link.a, {}).get(beyond.b)
        if direct is not None and direct.a_in_b >= SAME_WORDS * link.level:
            return True
        there = [passage.b for passage in link.passages if not passage.quoted]
        from_beyond = [passage.a for passage in beyond.passages if not passage.quoted]
        return _covered(there, from_beyond) >= SAME_WORDS


def _covered(stretches: list[tuple[int, int]], others: list[tuple[int, int]]) -> float:
    """The part of some stretches that lies in others; both disjoint in themselves."""
    whole = sum(end - start for start, end in stretches)
    both, others = 0, sorted(others)
    at = 0
    for start, end in sorted(stretches):
        while at < len(others) and others[at][1] <= start:
            at += 1
        for first, last in others[at:]:
            if first >= end:
                break
            both += min(end, last) - max(start, first)
    return both / whole if whole else 1.0
