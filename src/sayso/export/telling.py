"""Claims and events in a few plain sentences, for foreign formats that hold no more than a text.

Whoever reads nothing but these sentences must still see that sayso does not say that it is so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.comparing.holding import Held, held
from sayso.export import words
from sayso.export.cells import paragraph
from sayso.export.eventcards import EventCard, Party, event_card
from sayso.export.eventwords import what
from sayso.export.exported import Exported
from sayso.export.vouched import AUTHOR, deniers, name, vouching
from sayso.schema.attribution import Attribution
from sayso.schema.claim import Claim
from sayso.schema.event import Event, Standing
from sayso.schema.reading import Reading

NEVER = "sayso tells who says it; it does not say whether it is so."
# Characters of its paragraph on either side of an anchor.
_REACH = 200
_NOBODY = "somebody who is not named"
_AGAINST: frozenset[Standing] = frozenset(("denied", "negated"))
_MARKS = ("“", '"', "‘", "«", "„")


def chain_of(claim: Claim, said: Mapping[str, Attribution]) -> list[Attribution]:
    """The attributions that a claim comes through, innermost first; none where it is the author's own."""
    ids = dict.fromkeys((*([claim.attribution] if claim.attribution else []), *claim.chain))
    return [said[id] for id in ids if id in said]


def wording(claim: Claim) -> str:
    """The words of a claim on one line; … where they are interrupted."""
    return " … ".join(flat(span.text) for span in claim.content)


def sayer(claim: Claim, said: Mapping[str, Attribution]) -> str:
    """Who makes a claim, and through whom it came: "drivers, as told by Ilena Brask"."""
    return _through(chain_of(claim, said))


def claim_title(claim: Claim, said: Mapping[str, Attribution]) -> str:
    """One line: "Denied by Ostrand: “the accusation”"."""
    how = "Denied" if claim.attitude == "denial" else "Claimed"
    return f"{how} by {sayer(claim, said)}: {in_marks(wording(claim))}"


def claim_story(claim: Claim, said: Mapping[str, Attribution]) -> str:
    """What is claimed, by whom, and with which cue; what it is not."""
    first = said.get(claim.attribution or "")
    parts = [f"{words.ATTITUDE[claim.attitude].capitalize()} by {sayer(claim, said)}."]
    if first is not None:
        parts.append(f"Kind of source: {words.kind(first.source)}.")
    if first is not None and first.cue is not None:
        parts.append(f"Cue: “{flat(first.cue.text)}”.")
    return " ".join([*parts, f"Words: {ended(in_marks(wording(claim)))}", NEVER])


def event_title(event: Event, said: Mapping[str, Attribution]) -> str:
    """One line: how it is told, by whom, and only then what: "denied by X; alleged by Y: assault"."""
    return f"{stood(event, said)}: {what(event)}, “{flat(event.anchor.text)}”"


def stood(event: Event, said: Mapping[str, Attribution]) -> str:
    """The standing, with on whose word; or, where nobody says that it is so, in whose words it is told."""
    stands, sides = words.STANDING[event.standing], held(event, said)
    if event.standing in _AGAINST and (sides.denying or sides.vouching):
        return _against(stands, sides)
    how = "on the word of" if vouching(event, said) else "in the words of"
    return f"{stands}, {how} {_through(sides.chain)}"


def _against(stands: str, sides: Held) -> str:
    """As "denied by Ostrand, as told by Ilena Brask", "denied by Ostrand; alleged by drivers"."""
    inside = sides.chain[:1] == sides.denying
    deniers = _through(sides.chain) if inside else " and ".join(dict.fromkeys(map(called, sides.denying)))
    told = f"{stands} by {deniers}" if deniers and sides.denying else stands
    return f"{told}; alleged by {_through(sides.vouching)}" if sides.vouching else told


def _through(chain: Sequence[Attribution]) -> str:
    """Those through whom it comes, innermost first: "drivers, as told by Ilena Brask"."""
    return ", as told by ".join(map(called, chain)) or AUTHOR


def called(one: Attribution) -> str:
    """The source by its fullest words, or that it is not named."""
    source = one.source
    missing = source.text is None and source.resolved is None and source.identity != "reporter_observation"
    return _NOBODY if missing else name(one)


def event_story(reading: Reading, event: Event, said: Mapping[str, Attribution]) -> str:
    """How an event is told, on whose word, who denies it, what it is said to be, and the words around it."""
    return " ".join([*_story(reading, event, event_card(event, said), stood(event, said)), NEVER])


def _story(reading: Reading, event: Event, card: EventCard, told: str) -> Iterator[str]:
    yield f"{told[:1].upper()}{told[1:]}. {card.means}"
    if denied := deniers(reading, event):
        yield f"Denied by: {'; '.join(denied)}."
    yield f"Type: {card.what}."
    parts = (
        ("Who", _names(card.actors)),
        ("To whom", _names(card.recipients)),
        ("When", card.when),
        ("Where", card.where),
        ("How many", "; ".join(card.toll)),
        ("Decided by", "; ".join(card.why)),
    )
    yield from (f"{label}: {value}." for label, value in parts if value)
    around = flat(paragraph(reading.document.text, event.anchor, reach=_REACH))
    yield f"Text: {ended(in_marks(around))}"


def _names(parties: tuple[Party, ...]) -> str:
    return "; ".join(flat(party.name) for party in parties)


def elsewhere(one: Exported, record: str) -> str:
    """How far a claim or an event is told in other documents too, in a sentence; "" where it is in none."""
    told = one.counts.get(record)
    if told is None:
        return ""
    against = f"; origins that deny it: {told.against}" if told.against else ""
    return f"Told in {told.documents} documents of {told.origins} independent origins{against}."


def in_marks(text: str) -> str:
    """In quotation marks, where it does not begin with one."""
    return text if text[:1] in _MARKS else f"“{text}”"


def ended(told: str) -> str:
    """With a full stop, where no sentence ends with its last letter, or before a quotation mark there."""
    return told if told.rstrip('”"’»')[-1:] in (".", "!", "?", "…") else f"{told}."


def flat(text: str) -> str:
    """On one line."""
    return " ".join(text.split())
