"""Hits in the terminal: where and when, who, and what, with what was searched marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from rich.console import Group, RenderableType
from rich.text import Text

from sayso.cli.counting import counted
from sayso.cli.marking import STANDINGS, STYLES
from sayso.cli.rated import rated
from sayso.cli.refusing import one_line
from sayso.export import words
from sayso.export.eventwords import GLYPH
from sayso.ledger.hits import ClaimHit, EventHit, Hit, Kind
from sayso.ledger.rating import letter_of
from sayso.ledger.searching import Page
from sayso.schema.attribution import Affiliation, Identity, Naming
from sayso.schema.event import Standing

MARKED = "reverse"
_MOST_SHOWN = 400  # characters of one content
_BEFORE = 80  # of them before the first mark


def found(page: Page, kind: Kind, letters: Mapping[str, str]) -> RenderableType:
    """A paragraph to a hit, and how many there are; `letters` are those of `ledger.rating.reliability`."""
    return Group(*(_paragraph(hit, letter_of_hit(letters, hit)) for hit in page.hits), _footer(page, kind))


def letter_of_hit(letters: Mapping[str, str], hit: Hit) -> str | None:
    """How reliable a person holds its source to be, None where nobody said so."""
    return letter_of(letters, hit.name if isinstance(hit, ClaimHit) else None, hit.source)


def total(page: Page) -> str:
    """How many answer: "12", or "more than 10,000"."""
    return f"{'more than ' if page.capped else ''}{page.total:,}"


def _footer(page: Page, kind: Kind) -> Text:
    if not page.total:
        other = "events" if kind == "claims" else "claims"
        more = f"--kind {other} searches the {other}, and word* finds every ending"
        return Text(f"no {kind} answer; {more}", style="dim")
    if page.next is None and len(page.hits) == page.total:
        return Text(counted(page.total, kind[:-1]), style="dim")
    more = f"; for more: --after {page.next}" if page.next else ""
    return Text(f"{len(page.hits):,} of {total(page)} {kind}{more}", style="dim", no_wrap=True)


def _paragraph(hit: Hit, letter: str | None) -> Text:
    lines = [_where(hit), *(_claim(hit, letter) if isinstance(hit, ClaimHit) else _event(hit, letter))]
    return Text("\n").join(lines).append("\n")


def _where(hit: Hit) -> Text:
    known = [hit.day or hit.published, hit.outlet, hit.title]
    told = " · ".join(one_line(part) for part in known if part)
    shown = Text(f"{hit.id}", style="dim bold").append(f"  {told}" if told else "", style="not bold dim")
    shown.append(f"  {_accounts(hit)}" if hit.documents > 1 else "", style="not bold")
    return shown.append(f"  [{hit.review}]", style="not bold") if hit.review else shown


def _accounts(hit: Hit) -> str:
    return f"({counted(hit.documents, 'account')}, {counted(hit.origins, 'origin')})"


def _claim(hit: ClaimHit, letter: str | None) -> Iterator[Text]:
    said = words.ATTITUDE["denial" if hit.attitude == "denial" else "assertion"]
    if hit.standing:
        standing = cast(Standing, hit.standing)
        yield Text(f"the author, {GLYPH[standing]} {words.STANDING[standing]}", style=STANDINGS[standing])
    else:
        kind = [
            words.IDENTITY[cast(Identity, hit.identity)],
            words.NAMING[cast(Naming, hit.naming)],
            words.AFFILIATION[cast(Affiliation, hit.affiliation)] if hit.affiliation != "unknown" else "",
            hit.country or "",
        ]
        told = ", ".join(dict.fromkeys(part for part in kind if part and part != "named"))
        yield _who(hit).append(f" ({told}){rated(letter)}, {said}", style="not bold default dim")
    yield _content(hit)


def _who(hit: ClaimHit) -> Text:
    if hit.name:
        shown = _marked(hit.name, hit.marks.get("name", ()), STYLES["source"])
        if hit.source and hit.source != hit.name:
            shown.append(" “", style="dim")
            shown.append_text(_marked(hit.source, hit.marks.get("source", ()), "dim")).append(
                "”", style="dim"
            )
        return shown
    if hit.source:
        return _marked(hit.source, hit.marks.get("source", ()), STYLES["source"])
    return Text("no source given", style="dim italic")


def _event(hit: EventHit, letter: str | None) -> Iterator[Text]:
    standing = cast(Standing, hit.standing)
    shown = Text(hit.type, style="bold").append(f" {hit.mode}" if hit.mode else "", style="not bold")
    shown.append(f"  {GLYPH[standing]} {words.STANDING[standing]}", style=f"not bold {STANDINGS[standing]}")
    shown.append("  ")
    shown.append_text(_marked(hit.actors or "?", hit.marks.get("actors", ()), STYLES["source"]))
    if hit.recipients:
        shown.append(" → ")
        shown.append_text(_marked(hit.recipients, hit.marks.get("recipients", ()), STYLES["source"]))
    if hit.place:
        shown.append(", ").append_text(_marked(hit.place, hit.marks.get("place", ()), ""))
    yield shown
    yield _content(hit)
    if hit.source:
        voice = Text(f"{words.whose(standing)} ", style="dim")
        yield voice.append_text(_marked(hit.source, hit.marks.get("source", ()), "dim")).append(rated(letter))


def _content(hit: Hit) -> Text:
    """The words, cut around the first mark where they are many."""
    stretches = hit.marks.get("content", ())
    start = max(0, stretches[0][0] - _BEFORE) if stretches and len(hit.content) > _MOST_SHOWN else 0
    end = min(len(hit.content), start + _MOST_SHOWN)
    cut = [(max(a, start) - start, min(b, end) - start) for a, b in stretches if a < end and b > start]
    shown = _marked(hit.content[start:end], cut, STYLES["content"])
    shown = Text("… ", style="dim").append_text(shown) if start else shown
    return shown.append(" …", style="dim") if end < len(hit.content) else shown


def _marked(text: str, stretches: Sequence[tuple[int, int]], style: str) -> Text:
    """The text on one line; its characters keep their places."""
    shown = Text("".join(one if one.isprintable() else " " for one in text), style=style)
    for start, end in stretches:
        shown.stylize(MARKED, start, end)
    return shown
