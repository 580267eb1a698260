"""Two outlets in the terminal: a table of counts, and what they tell differently, alone, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from sayso.cli.counting import counted
from sayso.cli.marking import STANDINGS, STYLES
from sayso.cli.refusing import one_line
from sayso.comparing.account import Bounds
from sayso.export import words
from sayso.export.eventwords import GLYPH
from sayso.ledger.across.events import EventCluster
from sayso.ledger.across.outlets import Alike, BothTell, Comparison, Difference, Side, Telling
from sayso.ledger.across.sourcing import Denial
from sayso.ledger.across.voices import Quoted

_LONGEST = 200  # characters of what an event or a denial says
DIFFERENCE: Mapping[Difference, str] = {
    "standing": "how far it is vouched for",
    "toll": "how many people it hit",
    "source": "on whose word",
}


def shown(found: Comparison) -> RenderableType:
    """The counts, then each list that is not empty."""
    sides = (found.one, found.other)
    parts: list[RenderableType] = [_counts(*sides)]
    shared = f"both have articles of {counted(found.shared, 'origin')}"
    parts += _listed(shared, [_alike(each, sides) for each in found.alike])
    told = f"both tell of {counted(found.tell, 'event')}, {found.differ:,} of them differently"
    parts += _listed(told, [_both(each, sides) for each in found.both])
    for side, other in (sides, sides[::-1]):
        parts += _listed(
            f"{one_line(side.outlet)} is silent on {counted(side.silences, 'event')} that"
            f" {one_line(other.outlet)} and others tell of",
            [_event(each) for each in side.silent],
        )
    for side in sides:
        quoted = counted(side.quotes_alone, "speaker")
        parts += _listed(f"{one_line(side.outlet)} alone quotes {quoted}", _names(side.quoted_alone))
    for side in sides:
        denied = counted(side.denials_alone, "denial")
        parts += _listed(f"{one_line(side.outlet)} alone carries {denied}", map(_denial, side.denied_alone))
    return Group(*parts)


def _listed(heading: str, lines: Iterable[Text]) -> list[RenderableType]:
    """A heading with lines below it; nothing where there are none."""
    found = list(lines)
    return [Text(), Text(heading, style="bold"), *found] if found else []


# -- counts --


def _counts(one: Side, other: Side) -> Table:
    shown = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 2, 0, 0))
    shown.add_column("")
    for side in (one, other):
        shown.add_column(one_line(side.outlet), justify="right", style="not dim")
    for label, *cells in _rows(one, other):
        shown.add_row(label, *cells)
    return shown


def _rows(one: Side, other: Side) -> Iterator[tuple[str, str, str]]:
    sides = (one, other)

    def row(label: str, values: Iterable[str]) -> tuple[str, str, str]:
        first, second = values
        return label, first, second

    yield row("articles", (f"{side.articles:,}" for side in sides))
    yield row("  from", (side.first or "?" for side in sides))
    yield row("  until", (side.last or "?" for side in sides))
    yield row("  origins", (f"{side.origins:,}" for side in sides))
    yield row("  of one origin with the other's", (f"{side.alike:,}" for side in sides))
    yield row("events told of", (f"{side.events:,}" for side in sides))
    yield row("  by it and not by the other", (f"{side.only:,}" for side in sides))
    yield row("claims by others than the author", (f"{side.sourcing.claims:,}" for side in sides))
    naming, affiliation = (
        [getattr(side.sourcing, kind) for side in sides] for kind in ("naming", "affiliation")
    )
    for values, names in ((naming, words.NAMING), (affiliation, words.AFFILIATION)):
        for value in _in_order(values):
            yield row(
                f"  {names.get(value, value)}",  # type: ignore[call-overload]
                (_share(each.get(value, 0), sum(each.values())) for each in values),
            )


def _in_order(counts: Sequence[Mapping[str, int]]) -> list[str]:
    """The values of both, the more frequent first."""
    total = {value: sum(each.get(value, 0) for each in counts) for each in counts for value in each}
    return sorted(total, key=lambda value: (-total[value], value))


def _share(number: int, total: int) -> str:
    return f"{number:,} ({number / total:.0%})" if total else "0"


# -- lists --


def _alike(each: Alike, sides: tuple[Side, Side]) -> Text:
    shown = Text("  origin ", style="dim").append(each.origin, style="bold not dim")
    for side, ids in zip(sides, (each.one, each.other), strict=True):
        shown.append(f"  {one_line(side.outlet)}: {', '.join(ids)}", style="dim")
    return shown


def _both(each: BothTell, sides: tuple[Side, Side]) -> Text:
    lines = [_event(each.event)]
    if each.differs:
        lines.append(Text(f"    differs: {', '.join(DIFFERENCE[one] for one in each.differs)}"))
    if each.one_origin:
        lines.append(Text("    one origin, so one account", style="dim"))
    for side, tellings in zip(sides, (each.one, each.other), strict=True):
        lines += [_telling(side.outlet, telling) for telling in tellings]
    return Text("\n").join(lines)


def _event(event: EventCluster) -> Text:
    shown = Text("  ").append(event.id, style="bold dim").append(f"  {event.day or ''}  ", style="dim")
    shown.append(f"{event.type}", style="bold").append(f" {event.mode}" if event.mode else "")
    told = (counted(event.publishers, "publisher"), counted(event.origins, "origin"))
    shown.append(f"  ({', '.join(told)})", style="dim")
    shown.append(f"\n    {_cut(_parties(event))}", style=STYLES["source"])
    return shown.append(f"  “{_cut(event.title)}”" if event.title else "", style="dim")


def _parties(event: EventCluster) -> str:
    """Who does it to whom, and where, as far as the earliest account tells."""
    sides = (", ".join(map(one_line, names)) for names in (event.actors, event.recipients))
    told = " → ".join(side or "?" for side in sides)
    return f"{told}, {one_line(event.place)}" if event.place else told


def _telling(outlet: str, each: Telling) -> Text:
    shown = Text(f"    {one_line(outlet)}, {each.published or 'no date'}: ")
    shown.append(f"{GLYPH[each.standing]} {words.STANDING[each.standing]}", style=STANDINGS[each.standing])
    if each.source:
        shown.append(f", {words.whose(each.standing)} ").append(one_line(each.source), style=STYLES["source"])
    tolls = "".join(f", {bounds(number)} {kind}" for kind, number in each.toll.items())
    return shown.append(f"{tolls}  ").append(each.id, style="dim")


def _names(quoted: Sequence[Quoted]) -> list[Text]:
    told = (f"{one_line(each.name)} ({each.claims:,})" for each in quoted)
    return [Text(f"  {', '.join(told)}")] if quoted else []


def _denial(each: Denial) -> Text:
    shown = Text("  ").append(each.id, style="bold dim").append(f"  {each.published or ''}  ", style="dim")
    shown.append(one_line(each.speaker or "no source given"), style=STYLES["source"])
    shown.append(f" {one_line(each.cue)}" if each.cue else "", style=STYLES["cue"])
    shown.append(f": {_cut(each.content)}", style=STYLES["content"])
    return shown.append(f"  ({counted(each.publishers, 'publisher')})", style="dim")


def bounds(told: Bounds) -> str:
    """As in "12", "at least 20", "up to 30", "7 to 30"."""
    low, high = told
    if low is None or high is None:
        return f"at least {low}" if low is not None else f"up to {high}" if high is not None else "some"
    return f"{low}" if low == high else f"{low} to {high}"


def _cut(text: str) -> str:
    line = one_line(" ".join(text.split()))
    return line if len(line) <= _LONGEST else line[:_LONGEST] + " …"
