"""The terminal report: the article marked, who says what, and how the article is sourced."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.export import words
from sayso.export.segments import Block, Segment, blocks
from sayso.schema.attribution import Attribution
from sayso.schema.profile import Profile
from sayso.schema.reading import Reading

# Bold, italic and underline tell the three apart where there is no colour; the colours are
# blue, orange and green of the Okabe-Ito palette, which colour-blind readers can tell apart.
STYLES = {
    "source": "bold #56b4e9",
    "cue": "italic #e69f00",
    "content": "#2fb292",
    "nested": "underline",
    "dateline": "dim",
}
KINDS = {"headline": "bold", "summary": "italic", "byline": "dim", "caption": "dim", "boilerplate": "dim"}
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
WIDEST = 100
MOST_EVIDENCE = 4


def report(reading: Reading) -> RenderableType:
    """Everything, one under the other, at most `WIDEST` columns wide."""
    parts: list[RenderableType] = [_heading(reading), *_article(reading), _legend(), Text()]
    parts += [_table(reading), Text()] if reading.attributions else [_nobody(), Text()]
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


def _article(reading: Reading) -> list[RenderableType]:
    numbers = {attribution.id: n for n, attribution in enumerate(reading.attributions, 1)}
    return [
        Padding(_paragraph(block, numbers), (0, 0, 1, 0))
        for block in blocks(reading.document, reading.attributions)
    ]


def _paragraph(block: Block, numbers: dict[str, int]) -> Text:
    """One paragraph; after each cue stands the number of its row in the table."""
    text = Text(style=KINDS.get(block.kind, ""))
    for segment in block.segments:
        text.append(" ".join(segment.text.split("\n")), style=_style(segment))
        ended = [mark.owner for mark in segment.marks if mark.kind == "cue"]
        text.append("".join(str(numbers[owner]).translate(SUPERSCRIPT) for owner in ended[-1:]), style="dim")
    return text


def _style(segment: Segment) -> str:
    """A source or cue inside a content looks like a source or cue."""
    kinds = [mark.kind for mark in segment.marks]
    for kind in ("source", "cue", "content", "dateline"):
        if kind in kinds:
            nested = kind == "content" and kinds.count("content") > 1
            return f"{STYLES[kind]} {STYLES['nested']}" if nested else STYLES[kind]
    return ""


def _legend() -> Text:
    parts = (("source", STYLES["source"]), " ", ("cue", STYLES["cue"]), " ", ("content", STYLES["content"]))
    return Text.assemble(*parts, style="dim")


def _nobody() -> Text:
    return Text("Nobody is said to say anything here: the whole text is its author’s own word.")


def _table(reading: Reading) -> Table:
    shown = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1, 1, 0), show_edge=False)
    shown.add_column("", justify="right", style="dim", no_wrap=True)
    shown.add_column("who", ratio=4)
    shown.add_column("says", ratio=2)
    shown.add_column("what", ratio=7)
    by_id = {attribution.id: attribution for attribution in reading.attributions}
    for n, attribution in enumerate(reading.attributions, 1):
        shown.add_row(str(n), _who(attribution), _says(attribution), _what(attribution, by_id))
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


def _profile(profile: Profile) -> list[RenderableType]:
    share = f"{100 * profile.attributed_share:.0f} % of the words in the body stand on somebody’s say-so."
    lines: list[RenderableType] = [Text("How it is sourced", style="bold"), Text(share)]
    counts: tuple[tuple[Mapping[str, int], Mapping[Any, str]], ...] = (
        (profile.identity, words.IDENTITY),
        (profile.naming, words.NAMING),
        (profile.affiliation, words.AFFILIATION),
        (profile.form, words.FORM),
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
