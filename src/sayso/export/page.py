"""A reading as one page to look at, keep or send: no script, no network, everything in one file.

Pointing at a span marks its claim and the other way round. The style sheet alone does that, with
one `:has()` rule to each attribution, so it also works where scripts are off.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sayso.export import words
from sayso.export.segments import Segment, blocks
from sayso.schema.attribution import Attribution
from sayso.schema.profile import Profile
from sayso.schema.reading import Reading
from sayso.schema.span import Span

if TYPE_CHECKING:
    from jinja2 import Environment

# A browser looks at every rule when the pointer moves; beyond this many, links have to do.
MOST_HOVERED = 600
MOST_EVIDENCE = 8


@dataclass(frozen=True, slots=True)
class Card:
    """One attribution in words.

    Attributes:
        id: of the attribution.
        who: the source by its fullest words.
        called: the words the text uses here, where they are others, or "".
        sourced: whether the text has words for the source.
        kind, naming, attitude, cue, hedges, form, channel, content: in words, "" for none.
        claims: whether it makes a claim.
        chain: (id, who) of the attributions it sits inside, innermost first.
    """

    id: str
    who: str
    called: str
    sourced: bool
    kind: str
    naming: str
    attitude: str
    cue: str
    hedges: str
    form: str
    channel: str
    content: str
    claims: bool
    chain: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """One count of the profile: a heading and (words, how many, percent of the largest)."""

    heading: str
    rows: tuple[tuple[str, int, int], ...]


def to_page(reading: Reading) -> str:
    """A whole HTML document."""
    return _render("page.html", reading)


def to_fragment(reading: Reading) -> str:
    """The same without `<html>` and `<head>`, its styles scoped, for a notebook."""
    return _render("fragment.html", reading)


def _render(template: str, reading: Reading) -> str:
    shown = (
        _environment()
        .get_template(template)
        .render(
            reading=reading,
            document=reading.document,
            scope=f"sayso-{reading.document.id}",
            blocks=blocks(reading.document, reading.attributions),
            cards=[card(one, by_id(reading)) for one in reading.attributions],
            hovered=[one.id for one in reading.attributions[:MOST_HOVERED]],
            tallies=tallies(reading.profile),
            flags=[(words.FLAG[flag.flag], evidence(flag.spans)) for flag in reading.profile.flags],
        )
    )
    return shown.encode("utf-8", "replace").decode("utf-8")


def by_id(reading: Reading) -> dict[str, Attribution]:
    return {attribution.id: attribution for attribution in reading.attributions}


def card(attribution: Attribution, others: Mapping[str, Attribution]) -> Card:
    source = attribution.source
    who = words.who(source)
    sourced = source.text is not None or source.resolved is not None
    return Card(
        id=attribution.id,
        who=who,
        called=source.text if source.text is not None and source.text != who else "",
        sourced=sourced,
        kind=words.kind(source) if sourced else "",
        naming="" if source.naming in ("named", "implicit") else words.NAMING[source.naming],
        attitude=words.ATTITUDE[attribution.attitude],
        cue=attribution.cue.text if attribution.cue else "",
        hedges=words.hedges(attribution),
        form=words.FORM[attribution.form],
        channel=words.CHANNEL[attribution.channel],
        content=words.content(attribution),
        claims=attribution.attitude in ("assertion", "denial"),
        chain=tuple((outer.id, words.who(outer.source)) for outer in words.chain(attribution, others)),
    )


def tallies(profile: Profile) -> list[Tally]:
    """The counts of the profile, the largest first; those without an entry are left out."""
    counts: list[tuple[str, Mapping[str, int], Mapping[Any, str]]] = [
        ("Who the sources are", profile.identity, words.IDENTITY),
        ("How they are named", profile.naming, words.NAMING),
        ("Where they belong", profile.affiliation, words.AFFILIATION),
        ("How they are quoted", profile.form, words.FORM),
    ]
    return [Tally(heading, _rows(Counter(count), names)) for heading, count, names in counts if count]


def evidence(spans: Iterable[Span]) -> list[str]:
    """The words that raise a flag, each once, at most a handful."""
    texts = dict.fromkeys(" ".join(span.text.split()) for span in spans)
    return list(texts)[:MOST_EVIDENCE]


def _rows(count: Counter[str], names: Mapping[Any, str]) -> tuple[tuple[str, int, int], ...]:
    most = max(count.values(), default=1)
    return tuple((names.get(key, key), n, round(100 * n / max(1, most))) for key, n in count.most_common())


def classes(segment: Segment) -> str:
    """The classes of a segment: the parts it plays, how deep it is nested, whose it is."""
    kinds = dict.fromkeys(mark.kind for mark in segment.marks)
    depth = sum(mark.kind == "content" for mark in segment.marks)
    owners = dict.fromkeys(mark.owner for mark in segment.marks if mark.owner)
    return " ".join([*kinds, *(["nested"] if depth > 1 else []), *owners])


def claim_of(segment: Segment) -> str:
    """The id of the attribution whose cue this is, "" elsewhere."""
    cues = [mark.owner for mark in segment.marks if mark.kind == "cue"]
    return cues[-1] if cues else ""


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("sayso.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"classes": classes, "claim_of": claim_of}
    return environment
