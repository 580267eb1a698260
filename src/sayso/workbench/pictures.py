"""The pictures of a search: their addresses, and those of the answers under each mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.ledger.across.answers import TELLINGS, TOLD, Telling, Weight
from sayso.ledger.across.spread import STEPS, Step
from sayso.ledger.errors import LedgerError
from sayso.ledger.hits import Kind
from sayso.schema.event import Standing
from sayso.workbench.addresses import with_query
from sayso.workbench.asking import Asked, asked
from sayso.workbench.facets import Choice, Group

OF, STEP = "of", "step"
NAMES = {"timeline": "Timeline", "network": "Network", "map": "Map"}
WORDS: dict[Telling, str] = {
    "fact": "told as fact",
    "word": "on somebody’s word",
    "disputed": "denied",
    "open": "possible or not yet",
}
# The standing whose sign, colour and line stand for all that are told so.
LIKE: dict[Telling, Standing] = {
    "fact": "fact",
    "word": "reported",
    "disputed": "denied",
    "open": "planned",
}
_MOST_NAMES = 20  # of one party in an address


@dataclass(frozen=True, slots=True)
class Pictured:
    """A question that a picture is drawn of.

    Attributes:
        picture: timeline, network or map.
        asked: the question; a network and a map are of events.
        step: of a timeline, None for what fits.
    """

    picture: str
    asked: Asked
    step: Step | None = None

    def address(self, *, step: Step | None = None) -> str:
        """Of the picture; with another step where one is given."""
        return self._at(self.asked, step or self.step)

    def within(self, since: date | None, until: date | None) -> str:
        """Of the picture of what answers from one day to another."""
        asked = self.asked.between(
            since.isoformat() if since else self.asked.since, until.isoformat() if until else self.asked.until
        )
        return self._at(asked, None)

    def moved(self, groups: Iterable[Group]) -> tuple[Group, ...]:
        """The facets, each choice leading to the picture and not to the hits."""
        return tuple(replace(group, choices=self.moved_choices(group.choices)) for group in groups)

    def moved_choices(self, choices: Iterable[Choice]) -> tuple[Choice, ...]:
        start = f"/{self.asked.kind}"
        return tuple(
            replace(one, address=self._with(one.address.removeprefix(start).removeprefix("?")))
            for one in choices
        )

    def _at(self, question: Asked, step: Step | None) -> str:
        pairs = [(name, value) for name, value in question.pairs() if name not in ("order", "after")]
        return with_query(f"/{self.picture}", [*pairs, *self._more(step)])

    def _with(self, query: str) -> str:
        more = with_query("", self._more(self.step)).removeprefix("?")
        return "?".join(one for one in (f"/{self.picture}", "&".join(x for x in (query, more) if x)) if one)

    def _more(self, step: Step | None) -> list[tuple[str, str]]:
        of = [(OF, self.asked.kind)] if self.asked.kind != "events" else []
        return [*of, *([(STEP, step)] if step else [])]


def pictured(picture: str, pairs: Iterable[tuple[str, str]]) -> Pictured:
    """The question that the address of a picture puts.

    Raises:
        LedgerError: it has a name that means nothing here.
    """
    given = list(pairs)
    kind: Kind = "events"
    step: Step | None = None
    if picture == "timeline":
        kind = "claims" if _one(OF, given, ("events", "claims")) == "claims" else "events"
        step = next((one for one in STEPS if one == _one(STEP, given, STEPS)), None)
        given = [(name, value) for name, value in given if name not in (OF, STEP)]
    question = asked(kind, given)
    return Pictured(picture, replace(question, order="newest", after=None), step)


def links(question: Asked) -> list[tuple[str, str]]:
    """(name, address) of all pictures of a search; a network and a map are of its events."""
    events = question if question.kind == "events" else question.of("events")
    return [
        (name, Pictured(picture, question if picture == "timeline" else events).address())
        for picture, name in NAMES.items()
    ]


def told_so(question: Asked, telling: Telling) -> Asked:
    """Of the events that answer, those that are told so."""
    if question.kind == "claims":
        return question  # what others claim has no standing to ask by
    wanted = [one for one, how in TOLD.items() if how == telling]
    mine = question.values.get("standing")
    kept = [one for one in wanted if mine is None or one in mine]
    return _narrowed(question, standing=kept or wanted)


def between(question: Asked, first: date, last: date) -> Asked:
    """What answers of the days from one to another that were asked for."""
    since, until = first.isoformat(), last.isoformat()
    return question.between(max(since, question.since or since), min(until, question.until or until))


def by_names(question: Asked, **names: Sequence[str]) -> Asked:
    """The events whose `actor` or `recipient` has one of these names."""
    return _narrowed(question, **{side: [sought(one) for one in some] for side, some in names.items()})


def of_types(question: Asked, types: Sequence[str]) -> Asked:
    return _narrowed(question, type=types)


def in_place(question: Asked, name: str) -> Asked:
    """The events whose words or place have these words side by side."""
    quoted = '"{}"'.format(name.replace('"', " "))
    words = " ".join(one for one in (question.words, quoted) if one)
    return replace(question, words=words, after=None)


def sought(name: str) -> str:
    """A name as it is asked for; three capitals would be a country."""
    plain = name.rstrip("*")
    return plain.lower() if len(plain) == 3 and plain.isupper() else plain


def split(weight: Weight) -> list[tuple[Telling, int]]:
    """How many origins tell it how, also where none does."""
    told = dict(weight.split)
    return [(telling, told.get(telling, 0)) for telling in TELLINGS]


def _narrowed(question: Asked, **values: Sequence[str]) -> Asked:
    chosen = {name: tuple(dict.fromkeys(some))[:_MOST_NAMES] for name, some in values.items()}
    return replace(question, values={**question.values, **chosen}, after=None)


def _one(name: str, pairs: Sequence[tuple[str, str]], known: Sequence[str]) -> str | None:
    given = [value for key, value in pairs if key == name and value]
    if len(given) > 1:
        raise LedgerError(f"{name} is given {len(given)} times; give it once")
    if given and given[0] not in known:
        raise LedgerError(f"{given[0]!r:.40} is no {name}; expected one of {', '.join(known)}")
    return given[0] if given else None
