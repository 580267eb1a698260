"""The tables of the terminal report: who says what, and what is said to have happened."""

from __future__ import annotations

from rich import box
from rich.table import Table
from rich.text import Text

from sayso.cli.marking import STANDINGS, STYLES, raised
from sayso.export import words
from sayso.export.eventcards import EventCard, Holder, Party, event_card
from sayso.schema.attribution import Attribution
from sayso.schema.reading import Reading


def claims(reading: Reading) -> Table:
    """One row to an attribution, numbered as in the article."""
    shown = _table(("who", 4), ("says", 2), ("what", 7))
    by_id = {attribution.id: attribution for attribution in reading.attributions}
    for n, attribution in enumerate(reading.attributions, 1):
        shown.add_row(str(n), _who(attribution), _says(attribution), _what(attribution, by_id))
    return shown


def happened(reading: Reading) -> Table:
    """One row to an event, numbered as in the article."""
    shown = _table(("said to have happened", 4), ("who → whom, when", 5), ("on whose word, and why", 5))
    by_id = {attribution.id: attribution for attribution in reading.attributions}
    numbers = {one.id: n for n, one in enumerate(reading.attributions, 1)}
    for n, event in enumerate(reading.events, 1):
        card = event_card(event, by_id)
        shown.add_row(str(n), _what_happened(card), _circumstances(card), _whose(card, numbers))
    return shown


def _table(*columns: tuple[str, int]) -> Table:
    """Columns with their shares of the width, after one for the number."""
    shown = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1, 1, 0), show_edge=False)
    shown.add_column("", justify="right", style="dim", no_wrap=True)
    for heading, ratio in columns:
        shown.add_column(heading, ratio=ratio)
    return shown


def _who(attribution: Attribution) -> Text:
    source = attribution.source
    name = words.who(source)
    shown = Text(name, style=STYLES["source"] if source.text or source.resolved else "dim italic")
    if source.text and source.text != name:
        shown.append(f" “{source.text}”", style="not bold dim")
    kind = words.kind(source)
    return shown if kind == name else shown.append(f"\n{kind}", style="not bold default dim")


def _says(attribution: Attribution) -> Text:
    shown = Text(words.ATTITUDE[attribution.attitude])
    if attribution.cue:
        shown.append(f"\n{' '.join(attribution.cue.text.split())}", style=STYLES["cue"])
    return shown


def _what(attribution: Attribution, by_id: dict[str, Attribution]) -> Text:
    shown = Text(words.content(attribution), style=STYLES["content"])
    facts = [words.FORM[attribution.form], words.CHANNEL[attribution.channel]]
    facts += [f"as told by {words.who(outer.source)}" for outer in words.chain(attribution, by_id)]
    lines = [", ".join(fact for fact in facts if fact)]
    if hedges := words.hedges(attribution):
        lines.append(f"hedged: {hedges}")
    return shown.append(("\n" if shown.plain else "") + "\n".join(lines), style="default dim")


def _what_happened(card: EventCard) -> Text:
    shown = Text()
    shown.append(f"{card.what}\n", style="bold")
    shown.append(f"{card.glyph} {card.stands}\n", style=STANDINGS[card.standing])
    shown.append(f"“{'”, “'.join(card.anchors)}”", style="dim")
    return shown.append(f"\nabout {card.about}" if card.about else "", style="dim")


def _circumstances(card: EventCard) -> Text:
    """Who did it to whom, when, where, and how many people it hit, as far as the text tells."""
    shown = _parties(card)
    lines = [line for line in (card.when, card.where, *card.toll) if line]
    return shown.append(("\n" if shown.plain and lines else "") + "\n".join(lines), style="default dim")


def _parties(card: EventCard) -> Text:
    shown = Text()
    if card.recipients and not card.actors:
        shown.append("nobody told", style="dim italic")
    for place, party in enumerate(card.actors):
        shown.append(", " if place else "").append_text(_party(party))
    for place, party in enumerate(card.recipients):
        shown.append(", " if place else " → ").append_text(_party(party))
    return shown


def _party(party: Party) -> Text:
    shown = Text(party.name, style=STYLES["source"])
    if party.called:
        shown.append(f" “{party.called}”", style="not bold dim")
    return shown.append(f" ({party.belongs})", style="not bold default dim") if party.belongs else shown


def _whose(card: EventCard, numbers: dict[str, int]) -> Text:
    shown = Text()
    for place, holder in enumerate(card.holders):
        told = ", as told by " if holder.id else ", and "
        shown.append(told if place else "").append_text(_holder(holder, numbers))
    return shown.append("".join(f"\n{reason}" for reason in card.why), style="dim")


def _holder(holder: Holder, numbers: dict[str, int]) -> Text:
    shown = Text(holder.who)
    if holder.id:
        shown.append(raised(numbers[holder.id]), style="dim")
    return shown.append(f" ({holder.holds})", style="dim") if holder.holds else shown
