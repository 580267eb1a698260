"""One speaker's statements in the terminal, in the order of time, and what of them may not go together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Group, RenderableType
from rich.text import Text

from sayso.cli.counting import counted
from sayso.cli.marking import STANDINGS, STYLES
from sayso.cli.refusing import one_line
from sayso.comparing.contradicting import Kind
from sayso.ledger.across.speakers import Clash, Said, Speaker
from sayso.ledger.across.voices import Called

_LONGEST = 300  # characters of a statement
_MOST_CLASHES = 50
MAY: Mapping[Kind, str] = {
    "denial": "asserted in the one, denied in the other",
    "negation": "so in the one, not so in the other",
    "reversal": "it will be in the one, it will not in the other",
    "figures": "another number of the same",
}


def shown(found: Speaker) -> RenderableType:
    """Who is meant, each statement, and what may contradict what."""
    parts = [*_head(found), Text()]
    parts += [_statement(each).append("\n") for each in found.statements]
    parts += _clashes(found)
    return Group(*parts, _footer(found))


def _head(found: Speaker) -> Iterator[Text]:
    yield Text(one_line(found.name), style="bold")
    yield Text(f"called {_names(found.names)}", style="dim")
    if found.merged:
        yield Text(f"of these, since a person said so: {_names(found.merged)}", style="dim")
    if found.vague:
        yield Text("no name tells whose it is: these may be several, and nothing is said of contradictions")
    if found.left:
        yield Text(f"left out, since it may be somebody else: {_names(found.left)}")


def _names(names: Iterable[Called]) -> str:
    counts: dict[str, int] = {}
    for one in names:
        counts[one.name] = counts.get(one.name, 0) + one.claims
    return ", ".join(f"“{one_line(name)}” {count:,}" for name, count in counts.items())


def _statement(each: Said) -> Text:
    days = " – ".join(dict.fromkeys(day for day in (each.day, each.last) if day)) or "no date"
    shown = Text(days, style="bold").append(f"  {each.id}", style="not bold dim")
    if each.attitude == "denial":
        shown.append("  denial", style=STANDINGS["denied"])
    shown.append(f"\n{_cut(each.content)}", style=STYLES["content"])
    told = [", ".join(one_line(outlet) for outlet in each.outlets) or "no outlet known"]
    told.append(counted(each.origins, "origin"))
    heard = dict.fromkeys(name for report in each.reports for name in report.told)
    if heard:
        told.append(f"told {', '.join(one_line(name) for name in heard)}")
    return shown.append(f"\n{' · '.join(told)}", style="dim")


def _clashes(found: Speaker) -> Iterator[Text]:
    if found.clashes:
        yield Text(f"may contradict each other: {counted(len(found.clashes), 'pair')}", style="bold")
    for each in found.clashes[-_MOST_CLASHES:]:
        yield _clash(each)


def _clash(each: Clash) -> Text:
    shown = Text(f"  {MAY[each.kind]}")
    for id, day, content, words in zip(each.reports, each.days, each.contents, each.words, strict=True):
        shown.append(f"\n    {day or 'no date'}  ").append(f"{_cut(content)}", style=STYLES["content"])
        shown.append(f"  “{one_line(words)}”" if words else "", style=STYLES["cue"]).append(
            f"  {id}", style="dim"
        )
    return shown.append("\n")


def _footer(found: Speaker) -> Text:
    told = f"{counted(found.claims, 'claim')} in {counted(found.articles, 'article')}"
    some = "" if len(found.statements) == found.total else f", the latest {len(found.statements):,} shown"
    return Text(f"{counted(found.total, 'statement')}{some}; {told}", style="dim")


def _cut(text: str) -> str:
    line = one_line(" ".join(text.split()))
    return line if len(line) <= _LONGEST else line[:_LONGEST] + " …"
