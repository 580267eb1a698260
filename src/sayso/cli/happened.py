"""Events across documents in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from rich.console import Group, RenderableType
from rich.text import Text

from sayso.cli.alongside import stood
from sayso.cli.beginnings import WHY, headline, reasons
from sayso.cli.counting import counted
from sayso.cli.marking import STANDINGS, STYLES
from sayso.cli.refusing import one_line
from sayso.comparing.account import Bounds
from sayso.comparing.vouching import Testimony, Vouched
from sayso.export import words
from sayso.export.eventwords import GLYPH
from sayso.ledger.across.event import AccountGroup, EventStory, Tied
from sayso.ledger.across.events import EventCluster, EventPage
from sayso.ledger.ledger import Ledger
from sayso.schema.event import Standing

_LONGEST = 240  # characters of one account
_MOST_REASONS = 50
MEANING = {
    "disputed": "somebody denies it",
    "uncorroborated": "no two independent origins surely tell it, or all who do may be of one party",
    "corroborated": "two or more independent origins tell it, and nobody denies it",
}


def listed(page: EventPage, skip: int) -> RenderableType:
    """A paragraph to an event, and how many there are."""
    return Group(*(Group(_paragraph(each), Text()) for each in page.events), _footer(page, skip))


def shown(ledger: Ledger, story: EventStory) -> RenderableType:
    """One event with all accounts of it."""
    return Group(*_story(ledger, story))


def _footer(page: EventPage, skip: int) -> Text:
    if not page.events:
        return Text("no events answer" + (f" after the first {skip:,}" if skip else ""), style="dim")
    rest = page.total - skip - len(page.events)
    more = f"; for more: --skip {skip + len(page.events)}" if rest > 0 else ""
    total = f"{'more than ' if page.capped else ''}{page.total:,}"
    noun = "event" if page.total == 1 else "events"
    return Text(f"{len(page.events):,} of {total} {noun}{more}", style="dim")


def _paragraph(event: EventCluster) -> Text:
    lines = [_where(event), _what(event), Text(_cut(event.content), style=STYLES["content"]), _counts(event)]
    return Text("\n").join(lines)


def _where(event: EventCluster) -> Text:
    told = " · ".join(one_line(part) for part in (event.day, event.title) if part)
    return Text(event.id, style="dim bold").append(f"  {told}", style="not bold dim")


def _what(event: EventCluster) -> Text:
    told = Text(event.type, style="bold").append(f" {event.mode}" if event.mode else "", style="not bold")
    told.append("  ").append(_names(event.actors) or "?", style=STYLES["source"])
    if event.recipients:
        told.append(" → ").append(_names(event.recipients), style=STYLES["source"])
    return told.append(f", {one_line(event.place)}") if event.place else told


def _counts(event: EventCluster) -> Text:
    told = [
        counted(event.documents, "article"),
        counted(event.publishers, "publisher"),
        counted(event.origins, "origin"),
    ]
    shown = Text(" / ".join(told))
    if event.against:
        shown.append(f", denied in {event.against}", style=STANDINGS["denied"])
    for standing, number in sorted(event.standings.items()):
        known = cast(Standing, standing)
        shown.append("  ").append(f"{GLYPH[known]} {words.STANDING[known]} {number}", style=STANDINGS[known])
    for kind, numbers in sorted(event.tolls.items()):
        shown.append(f"  {kind} {', '.join(map(_bounds, numbers))}", style="dim")
    return shown


def _story(ledger: Ledger, story: EventStory) -> Iterator[Text]:
    yield _paragraph(story.cluster)
    yield Text()
    yield from _standing(story.vouched)
    for group in story.groups:
        yield Text()
        yield from _group(group, story)
    yield Text()
    yield from _differing(story.vouched)
    yield from _changes(story.vouched)
    yield from _merges(ledger, story)
    yield from _tied(story.ties)


def _standing(vouched: Vouched) -> Iterator[Text]:
    for word in vouched.words:
        yield Text(word, style="bold").append(f": {MEANING[word]}", style="not bold")
    yield Text(
        f"for it {counted(len(vouched.origins_for), 'origin')}, against it"
        f" {counted(len(vouched.origins_against), 'origin')}"
    )
    if vouched.by_actor:
        yield Text("every voice for it is of those who are said to have done it", style="dim")
    elif vouched.one_party:
        yield Text("every voice for it may be of one party", style="dim")
    if vouched.silent:
        yield Text(f"silent: {_names(vouched.silent)}", style="dim")


def _group(group: AccountGroup, story: EventStory) -> Iterator[Text]:
    yield Text("origin ", style="dim").append(group.origin, style="bold not dim")
    for each in group.testimonies:
        likely = each.account.id in story.vouched.likely
        yield from _testimony(each, str(story.grades[each.account.id]), likely=likely)


def _testimony(each: Testimony, grade: str, *, likely: bool) -> Iterator[Text]:
    account = each.account
    known = [account.published, account.outlet]
    yield (
        Text("  ")
        .append(account.id, style="dim bold")
        .append("  " + " · ".join(one_line(part) for part in known if part), style="dim")
    )
    told_of = ", likely of this event" if likely else ""
    yield stood(each).append(f"  {grade}{told_of}", style="default dim")
    yield Text(f"    {_cut(account.content)}", style=STYLES["content"])


def _differing(vouched: Vouched) -> Iterator[Text]:
    for kind in vouched.differing:
        yield Text(f"{kind}, as told:", style="bold")
        for toll in vouched.tolls:
            if toll.kind == kind:
                by = ", ".join(_teller(each) for each in toll.testimonies)
                yield Text(f"  {_bounds((toll.low, toll.high))}  ").append(by, style="dim")


def _teller(each: Testimony) -> str:
    outlet = one_line(each.account.outlet or each.account.document)
    name = each.voice.name if each.voice else each.account.source
    return f"{outlet} ({one_line(name)})" if name else outlet


def _changes(vouched: Vouched) -> Iterator[Text]:
    changed = [moment for moment in vouched.timeline if moment.before]
    if changed:
        yield Text("changed:", style="bold")
    before = {moment.account: moment for moment in vouched.timeline}
    for moment in changed:
        old = before.get(moment.before or "")
        told = f"  {moment.day or '?'} {one_line(moment.outlet or '?')}: "
        yield (
            Text(told)
            .append(f"{_said(old.standing, old.toll)} → " if old else "")
            .append(_said(moment.standing, moment.toll))
        )


def _said(standing: Standing, toll: Mapping[str, Bounds]) -> str:
    numbers = [f"{kind} {_bounds(bounds)}" for kind, bounds in toll.items()]
    return ", ".join([words.STANDING[standing], *numbers])


def _merges(ledger: Ledger, story: EventStory) -> Iterator[Text]:
    given = tuple(reason for origin in story.origins.origins for reason in origin.reasons)
    if given:
        yield headline(story.origins)
        yield from reasons(ledger, given[:_MOST_REASONS], WHY)


def _tied(ties: Sequence[Tied]) -> Iterator[Text]:
    if ties:
        yield Text("taken for one event because:", style="bold")
    for each in ties:
        parts = [part for part in each.sameness.parts if part.value is not None]
        told = ", ".join(f"{part.name} {part.value:.2f}" for part in parts)
        pair = f"  {each.account} and {each.to}: {each.sameness.score:.2f}"
        yield Text(pair).append(f" ({told})", style="dim")


def _bounds(bounds: Bounds) -> str:
    """A number of people: 12, at least 20, up to 30, 7 to 30."""
    low, high = bounds
    if low == high:
        return str(low)
    if high is None:
        return f"at least {low}"
    return f"up to {high}" if low is None else f"{low} to {high}"


def _names(names: Iterable[str]) -> str:
    return ", ".join(one_line(name) for name in names)


def _cut(text: str) -> str:
    line = one_line(" ".join(text.split()))
    return line if len(line) <= _LONGEST else line[:_LONGEST] + " …"
