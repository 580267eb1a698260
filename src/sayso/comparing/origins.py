"""How many independent beginnings an account has.

A document whose narration comes from another begins nothing: it rests on it, and both have one origin. So
does a document that gives another's account as that one's, one of the same family of publishers (where the
user says so), and one that is little but the same statement quoted. What is half told that way is kept apart
and said. Nothing here depends on the order in which documents came, and nothing says which account is true.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.comparing.article import Article
from sayso.comparing.circling import Circle, circles
from sayso.comparing.copying import SAME_SUBJECT, Likeness, Passage
from sayso.comparing.crediting import Credit
from sayso.comparing.joining import joined
from sayso.comparing.outlets import outlet_key
from sayso.comparing.resting import linked, orders, resting

Why = Literal["exact", "edited", "abridged", "shared", "credit", "quotation", "family"]

# A document that is half quotation of one statement has that statement for its origin.
STATEMENT = 0.5
# Below this much in quotation marks nobody asks whether one report comes from the other.
QUOTED = 25


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two documents have one origin, or might have.

    Attributes:
        between: their ids; the first rests on the second.
        kind: what joins them.
        passages: what they share; the first document's characters are `a`.
        credit: the credit that joins them, or None.
    """

    between: tuple[str, str]
    kind: Why
    passages: tuple[Passage, ...]
    credit: Credit | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent beginning, with everything that comes from it.

    Attributes:
        id: of its earliest document; of several of one day, of the fullest.
        articles: by date, each document at each of its places.
        reasons: one or more for every document but the first.
        circles: documents in it that credit each other in a ring.
    """

    id: str
    articles: tuple[Article, ...]
    reasons: tuple[Reason, ...]
    circles: tuple[Circle, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(article.document for article in self.articles))


@dataclass(frozen=True, slots=True)
class Origins:
    """`articles` n, `publishers` m, `origins` k.

    Attributes:
        articles: how many, the same text at two places twice.
        publishers: how many different outlets, those of one family once.
        origins: every document in exactly one; the earliest first.
        unsure: what might join two origins and is not enough to.
        circles: circular reporting, also across origins.
    """

    articles: int
    publishers: int
    origins: tuple[Origin, ...]
    unsure: tuple[Reason, ...]
    circles: tuple[Circle, ...]


def origins(
    articles: Iterable[Article],
    links: Iterable[Likeness],
    credits: Iterable[Credit] = (),
    families: Mapping[str, str] | None = None,
    *,
    events: Mapping[str, Collection[str]] | None = None,
) -> Origins:
    """The origins of some documents; the same for every order of what is given.

    Args:
        articles: the documents, at all the places where they were found.
        links: what documents have in common; pairs that nobody compared have nothing. A link of kind `none`
            tells by its `subject` whether two documents tell of the same.
        credits: whom the documents credit.
        families: outlet to the name of its family of publishers.
        events: document to the ids of the events, each one across documents, that it tells of. Where given,
            they decide who tells of the same, and `subject` does not.
    """
    return _Finder(tuple(articles), tuple(links), tuple(credits), families or {}, events).all()


class _Finder:
    """Everything known, and the reasons found in it."""

    def __init__(
        self,
        articles: tuple[Article, ...],
        links: tuple[Likeness, ...],
        credits: tuple[Credit, ...],
        families: Mapping[str, str],
        events: Mapping[str, Collection[str]] | None,
    ) -> None:
        self.articles = tuple(
            sorted(articles, key=lambda each: (each.order, each.publisher, each.location or ""))
        )
        self.order = orders(self.articles)
        self.links = linked(links)
        self.credits = sorted(credits, key=lambda each: (each.document, each.outlet, each.way))
        self.families = {outlet_key(outlet): family for outlet, family in families.items()}
        self.publishers = self._publishers()
        self.events = events
        self.tellers = self._tellers()
        self.rests = resting(self.order, self.links)

    def all(self) -> Origins:
        given = self._credited()
        reasons = [*self._by_words(), *self._by_credit(given), *self._by_quotation(), *self._by_family()]
        roots = joined(self.order, [reason.between for reason in reasons])
        rings = circles(given)
        return Origins(
            articles=len(self.articles),
            publishers=len({self._family(each) for each in self.articles} - {""}),
            origins=self._origins(roots, reasons, rings),
            unsure=tuple(self._unsure(roots, given)),
            circles=rings,
        )

    def _publishers(self) -> dict[str, set[str]]:
        """For each document the outlets that published it."""
        found: dict[str, set[str]] = defaultdict(set)
        for article in self.articles:
            found[article.document].add(article.publisher)
        return found

    def _family(self, article: Article) -> str:
        return self.families.get(article.publisher, article.publisher)

    def _by_words(self) -> Iterator[Reason]:
        for document, link in self.rests.items():
            yield Reason((document, link.b), _why(link), link.passages)

    def _credited(self) -> dict[tuple[str, str], Credit]:
        """(document, document of the outlet that it credits), of those that tell of the same.

        Of two credits for one outlet the one that carries the account.
        """
        found: dict[tuple[str, str], Credit] = {}
        for credit in self.credits:
            for other in self._alike(credit.document, credited=credit.outlet):
                pair = (credit.document, other)
                if credit.outlet in self.publishers[other] and not (pair in found and found[pair].carries):
                    found[pair] = credit
        return found

    def _by_credit(self, given: Mapping[tuple[str, str], Credit]) -> Iterator[Reason]:
        """Joined with the earliest account of who is credited, or else with the earliest other credit."""
        carried: dict[str, dict[str, Credit]] = defaultdict(dict)
        for credit in self.credits:
            if credit.carries and credit.document in self.order:
                carried[credit.outlet].setdefault(credit.document, credit)
        for outlet, by in carried.items():
            for document, credit in by.items():
                if self._is_shown(document, outlet):
                    continue
                theirs = [
                    each
                    for each in self._alike(document, credited=outlet)
                    if (document, each) in given and outlet in self.publishers[each]
                ]
                if first := next(iter(theirs or self._earlier(document, by)), None):
                    yield self._reason(document, first, "credit", credit)

    def _is_shown(self, document: str, outlet: str) -> bool:
        """Whether its words show which account of an outlet a document rests on: no other is meant."""
        while (link := self.rests.get(document)) is not None:
            document = link.b
            if outlet in self.publishers[document]:
                return True
        return False

    def _alike(self, document: str, *, credited: str = "") -> list[str]:
        """The documents that tell of the same, the earliest first. Of one whose outlet is credited with it,
        the same names are enough: who says that he has it from there need not word it so that events agree.
        """
        near = self.links.get(document, {}) if document in self.order else {}
        found = {
            other
            for other, link in near.items()
            if link.narrated or self._guessed(link, by_credit=credited in self.publishers.get(other, ()))
        }
        for event in (self.events or {}).get(document, ()):
            found |= self.tellers[event]
        return sorted(found & self.order.keys() - {document}, key=self.order.__getitem__)

    def _guessed(self, link: Likeness, *, by_credit: bool) -> bool:
        return (self.events is None or by_credit) and link.subject >= SAME_SUBJECT

    def _tellers(self) -> dict[str, set[str]]:
        """For each event the documents that tell of it."""
        found: dict[str, set[str]] = defaultdict(set)
        for document, told in (self.events or {}).items():
            for event in told:
                found[event].add(document)
        return found

    def _earlier(self, document: str, others: Container[str]) -> list[str]:
        """Those of some documents that tell of the same and come before it, the earliest first."""
        before = self.order[document]
        return [each for each in self._alike(document) if each in others and self.order[each] < before]

    def _by_quotation(self) -> Iterator[Reason]:
        for document in self.order:
            for other, link in self.links.get(document, {}).items():
                before = other in self.order and self.order[other] < self.order[document]
                if before and link.kind == "quotations" and link.statement >= STATEMENT:
                    yield self._reason(document, other, "quotation")

    def _by_family(self) -> Iterator[Reason]:
        members: dict[str, set[str]] = defaultdict(set)
        for article in self.articles:
            if article.publisher in self.families:
                members[self._family(article)].add(article.document)
        for family in members.values():
            for document in family:
                for other in self._earlier(document, family)[:1]:
                    yield self._reason(document, other, "family")

    def _reason(self, document: str, other: str, kind: Why, credit: Credit | None = None) -> Reason:
        link = self.links.get(document, {}).get(other)
        return Reason((document, other), kind, link.passages if link else (), credit)

    def _origins(
        self, roots: Mapping[str, str], reasons: Sequence[Reason], rings: Sequence[Circle]
    ) -> tuple[Origin, ...]:
        places: dict[str, list[Article]] = defaultdict(list)
        why: dict[str, list[Reason]] = defaultdict(list)
        for article in self.articles:
            places[roots[article.document]].append(article)
        for reason in sorted(reasons, key=lambda each: (each.between, each.kind)):
            why[roots[reason.between[0]]].append(reason)
        return tuple(
            Origin(
                id=root,
                articles=tuple(places[root]),
                reasons=tuple(why[root]),
                circles=tuple(ring for ring in rings if {roots[each] for each in ring.documents} == {root}),
            )
            for root in sorted(places, key=self.order.__getitem__)
        )

    def _unsure(self, roots: Mapping[str, str], given: Mapping[tuple[str, str], Credit]) -> Iterator[Reason]:
        found = [self._reason(*pair, "credit", credit) for pair, credit in given.items()]
        for document in self.order:
            for other, link in self.links.get(document, {}).items():
                later = other in self.order and self.order[other] < self.order[document]
                if (
                    later
                    and not given.keys() & {(document, other), (other, document)}
                    and (kind := _perhaps(link))
                ):
                    found.append(self._reason(document, other, kind))
        apart = [each for each in found if roots[each.between[0]] != roots[each.between[1]]]
        yield from sorted(apart, key=lambda each: (each.between, each.kind))


def _why(link: Likeness) -> Why:
    if link.kind == "quotations" or link.kind == "none":
        raise ValueError(f"{link.a} and {link.b} share no narration, so neither rests on the other")
    return link.kind


def _perhaps(link: Likeness) -> Why | None:
    if link.narrated:
        return _why(link)
    return "quotation" if link.kind == "quotations" and link.quoted >= QUOTED else None
