"""The terminal report: the article marked, who says what, and how the article is sourced."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from sayso.cli.marking import STANDINGS, STYLES, article, legend
from sayso.cli.tables import claims, happened
from sayso.export import words
from sayso.export.eventwords import GLYPH
from sayso.schema.profile import Profile
from sayso.schema.reading import Reading

WIDEST = 100
MOST_EVIDENCE = 4


def report(reading: Reading) -> RenderableType:
    """Everything, one under the other, at most `WIDEST` columns wide."""
    parts: list[RenderableType] = [_heading(reading), *article(reading), legend(reading.events), Text()]
    parts += [claims(reading), Text()] if reading.attributions else [_nobody(), Text()]
    parts += [happened(reading), *_meanings(reading), Text()] if reading.events else []
    return _Narrow(Group(*parts, *_profile(reading.profile)))


class _Narrow:
    """Lines longer than `WIDEST` are hard to read, however wide the terminal is."""

    def __init__(self, inner: RenderableType) -> None:
        self._inner = inner

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from console.render(self._inner, options.update_width(min(WIDEST, options.max_width)))


def _heading(reading: Reading) -> Text:
    document = reading.document
    known = [part for part in (document.outlet, document.published, document.wire) if part]
    lines = [" · ".join(known), *reading.notices]
    return Text("".join(_visible(line) + "\n" for line in lines if line), style="dim")


def _visible(line: str) -> str:
    """Metadata may hold control characters; a terminal must not obey them."""
    return "".join(character if character.isprintable() else " " for character in line)


def _nobody() -> Text:
    return Text("Nobody is said to say anything here: the whole text is its author’s own word.")


def _meanings(reading: Reading) -> list[RenderableType]:
    """What the standings that occur mean, a line each."""
    found = {event.standing for event in reading.events}
    return [
        Text.assemble((f"{GLYPH[one]} {told}", STANDINGS[one]), (f": {words.STANDING_MEANS[one]}", "dim"))
        for one, told in words.STANDING.items()
        if one in found
    ]


def _profile(profile: Profile) -> list[RenderableType]:
    share = f"{100 * profile.attributed_share:.0f} % of the words in the body stand on somebody’s say-so."
    lines: list[RenderableType] = [Text("How it is sourced", style="bold"), Text(share)]
    counts: tuple[tuple[Mapping[str, int], Mapping[Any, str]], ...] = (
        (profile.identity, words.IDENTITY),
        (profile.naming, words.NAMING),
        (profile.affiliation, words.AFFILIATION),
        (profile.form, words.FORM),
        (profile.events, words.STANDING),
    )
    lines += [Text(_counts(count, names), style="dim") for count, names in counts if count]
    for flag in profile.flags:
        texts = list(dict.fromkeys(" ".join(span.text.split()) for span in flag.spans))[:MOST_EVIDENCE]
        evidence = "".join(f" “{text}”" for text in texts)
        lines.append(Text.assemble("• ", words.FLAG[flag.flag], (evidence, STYLES["source"])))
    return lines


def _counts(count: Mapping[str, int], names: Mapping[Any, str]) -> str:
    ordered = sorted(count.items(), key=lambda item: -item[1])
    return " · ".join(f"{names.get(key, key)} {n}" for key, n in ordered)
