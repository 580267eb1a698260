"""What is said to have happened, and on whose word it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.schema.span import Span

Standing = Literal["negated", "planned", "denied", "admitted", "reported", "possible", "fact"]
# FactBank (Saurí & Pustejovsky 2009): certain, probable, possible; it did or it did not; or underspecified.
FactValue = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"]
Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
Precision = Literal["day", "week", "month", "year", "unknown"]
Tense = Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody who takes part in an event.

    Attributes:
        start, end, text: the span of the mention nearest to the event.
        resolved: the fuller mention that it stands for, or None.
        entity: id of the document's entity, or None.
        name: the fullest name in the document, or None where it has none.
        country: ISO 3166-1 alpha-3 (or PLOVER's IGO, NGO, MNC, IMG), or None.
        sector: PLOVER sector code, or None.
        unsure: whether the words could mean several, of which country and sector tell what is common.
    """

    start: int
    end: int
    text: str
    resolved: Span | None
    entity: str | None
    name: str | None
    country: str | None = None
    sector: str | None = None
    unsure: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end, self.text)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event happened, as far as the text tells.

    Attributes:
        start, end, text: the span of the mention.
        name: of the place.
        country: ISO 3166-1 alpha-3, or None.
        admin1: first-order division, or None.
        lat, lon: degrees, WGS 84, or None.
        geonameid: in GeoNames, or None.
    """

    start: int
    end: int
    text: str
    name: str
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event happened or is to happen.

    Attributes:
        start, end: ISO dates, end exclusive; None where the text leaves them open.
        precision: of the expression.
        span: the words that tell it, or None where the date of publication stands for it.
        relation: to the time of writing.
    """

    start: str | None
    end: str | None
    precision: Precision
    span: Span | None
    relation: Tense


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people: at least `low`, at most `high`, None where that is open."""

    low: int | None
    high: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Magnitude:
    """How many people an event hit, where the text says so."""

    killed: Count | None = None
    injured: Count | None = None
    arrested: Count | None = None


@dataclass(frozen=True, slots=True)
class Factuality:
    """What one holder makes of an event.

    Attributes:
        holder: ids of attributions, innermost first; empty for the author.
        value: certainty and polarity.
    """

    holder: tuple[str, ...]
    value: FactValue


@dataclass(frozen=True, slots=True)
class Reason:
    """A word that decided a standing.

    Attributes:
        kind: `cue`, `hedge`, `negator`, `modal`, `condition`, `purpose`, `governor`, `question`, `denial`,
            `admission`, `account` (the sentence goes on with the account of this cue), `voice` (it may be
            somebody else's), `commentary`, `body` or `tense`.
        span: the word or words.
    """

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a document, in PLOVER's terms.

    Attributes:
        id: unique within the document, in reading order (`v1`, `v2` …).
        type: of the codebook.
        mode: of the type, or None.
        contexts: of the codebook, in its order.
        quad: the category of the type, or None where the codebook has none.
        anchor: the word or words that name the event, where it is told first.
        mentions: every anchor that names it, the first included, in reading order.
        actors, recipients: who does it, and to whom.
        place: None where the text does not tell.
        date: with bounds of None where the text does not tell.
        magnitude: of people hit.
        attributions: ids of those whose content holds the anchor, innermost first.
        factuality: one value per holder, the author last.
        standing: one word for people.
        why: what decided the standing.
        confidence: 0-1, of the extraction; never of the text.
    """

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: Quad | None
    anchor: Span
    mentions: tuple[Span, ...]
    actors: tuple[Role, ...]
    recipients: tuple[Role, ...]
    place: Place | None
    date: EventDate
    magnitude: Magnitude
    attributions: tuple[str, ...]
    factuality: tuple[Factuality, ...]
    standing: Standing
    why: tuple[Reason, ...]
    confidence: float
