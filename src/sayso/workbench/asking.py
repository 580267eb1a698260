"""What a page of hits was asked for, as a value that comes from an address and goes into one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import cast, get_args

from sayso.ledger.asking import FACETS, Filter
from sayso.ledger.errors import LedgerError
from sayso.ledger.hits import Kind
from sayso.ledger.knowing import ONLY
from sayso.ledger.ordering import Order
from sayso.text.folding import slug
from sayso.workbench.addresses import with_query

WORDS = "q"
_PLAIN = (WORDS, "since", "until", "origins", "order", "after")
_LONGEST = 500  # characters of one value
_MOST = 100  # values of one address


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to a ledger, and where in its answers.

    Attributes:
        kind: what is searched.
        words: as they were typed.
        values: facet -> its values, of which one must hold.
        since, until: ISO days, both included, or None.
        origins: how many independent accounts there are, such as `>=2`, or None.
        order: of the days.
        after: `next` of the page before, or None for the first page.
    """

    kind: Kind
    words: str = ""
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    since: str | None = None
    until: str | None = None
    origins: str | None = None
    order: Order = "newest"
    after: str | None = None

    def __hash__(self) -> int:
        return hash((self.kind, *self.pairs()))

    @property
    def filter(self) -> Filter:
        return Filter(dict(self.values), since=self.since, until=self.until, origins=self.origins)

    @property
    def narrowed(self) -> bool:
        """Whether anything but words is asked for."""
        return bool(self.values or self.since or self.until or self.origins)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Names and values of the address, in a fixed order; what is as always is left out."""
        for name, value in ((WORDS, self.words), ("since", self.since), ("until", self.until)):
            if value:
                yield name, value
        for name in FACETS:
            yield from ((name, value) for value in self.values.get(name, ()))
        if self.origins:
            yield "origins", self.origins
        if self.order != "newest":
            yield "order", self.order
        if self.after is not None:
            yield "after", self.after

    def address(self, form: str = "") -> str:
        """Of the page, or of a download (`.csv`), which always begins at the beginning."""
        return with_query(f"/{self.kind}{form}", (replace(self, after=None) if form else self).pairs())

    def on(self, after: str | None) -> Asked:
        """The page that goes on there; the first one for None."""
        return replace(self, after=after)

    def of(self, kind: Kind) -> Asked:
        """The same asked of the other kind, as far as it has the facets."""
        mine = {name: told for name, told in self.values.items() if name not in _not_of(kind)}
        return replace(self, kind=kind, values=mine, after=None)

    def has(self, name: str, value: str) -> bool:
        return slug(value) in map(slug, self.values.get(name, ()))

    def toggled(self, name: str, value: str) -> Asked:
        """With this value, or without it where it is asked for."""
        mine = self.values.get(name, ())
        kept = tuple(one for one in mine if slug(one) != slug(value))
        now = kept if len(kept) < len(mine) else (*mine, value)
        values = {**self.values, name: now}
        return replace(self, values={key: told for key, told in values.items() if told}, after=None)

    def between(self, since: str | None, until: str | None) -> Asked:
        return replace(self, since=since, until=until, after=None)

    def from_origins(self, origins: str | None) -> Asked:
        return replace(self, origins=origins, after=None)


def asked(kind: Kind, pairs: Iterable[tuple[str, str]]) -> Asked:
    """The question that an address puts; what a form leaves empty counts as not given.

    Raises:
        LedgerError: it has a name that means nothing here, or too much of it.
    """
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        _check(kind, name, value)
        if value.strip():
            given.setdefault(name, []).append(value.strip())
    if sum(map(len, given.values())) > _MOST:
        raise LedgerError(f"more than {_MOST} values are given; ask for fewer")
    once = {name: _only(name, given.pop(name)) for name in _PLAIN if name in given}
    order = once.get("order", "newest")
    if order not in get_args(Order):
        raise LedgerError(f"{order!r:.40} is no order; expected newest or oldest")
    return Asked(
        kind,
        once.get(WORDS, ""),
        {name: tuple(dict.fromkeys(values)) for name, values in given.items()},
        once.get("since"),
        once.get("until"),
        once.get("origins"),
        cast(Order, order),
        once.get("after"),
    )


def _check(kind: Kind, name: str, value: str) -> None:
    if name not in (*_PLAIN, *FACETS) or name in _not_of(kind):
        known = ", ".join((*_PLAIN, *(one for one in FACETS if one not in _not_of(kind))))
        raise LedgerError(f"{kind} are not asked by {name!r:.40}; expected some of {known}")
    if len(value) > _LONGEST:
        raise LedgerError(f"{name} is longer than {_LONGEST} characters; give less")


def _only(name: str, values: list[str]) -> str:
    if len(values) > 1:
        raise LedgerError(f"{name} is given {len(values)} times; give it once")
    return values[0]


def _not_of(kind: Kind) -> frozenset[str]:
    """The facets that only the other kind has."""
    return ONLY["events" if kind == "claims" else "claims"]
