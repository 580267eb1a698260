"""Origins in the terminal: each with its documents, and the reason for every merge."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from sayso.cli.counting import counted
from sayso.cli.refusing import one_line
from sayso.comparing.article import Article
from sayso.comparing.origins import Origin, Origins, Reason
from sayso.ledger.across.origins import reasons_json
from sayso.ledger.ledger import Ledger

MOST_SHOWN = 50  # origins, and documents of one
_LONGEST = 160  # characters of a passage
_PER_REASON = 2  # passages
WHY = {
    "exact": "the same words as",
    "edited": "nearly all the same words as",
    "abridged": "abridged from, or into,",
    "shared": "words in common with",
    "credit": "credits",
    "quotation": "little but the same quotation as",
    "family": "of one publisher with",
}
PERHAPS = {"credit": "names", "quotation": "quotes the same as"}


def shown(ledger: Ledger, found: Origins) -> RenderableType:
    """How many there are, and each of them, those of several documents first."""
    ordered = sorted(found.origins, key=lambda origin: len(origin.articles) < 2)
    parts: list[Text] = [headline(found), Text()]
    for origin in ordered[:MOST_SHOWN]:
        parts += [*_origin(ledger, origin), Text()]
    if len(ordered) > MOST_SHOWN:
        rest = counted(len(ordered) - MOST_SHOWN, "origin")
        parts.append(Text(f"and {rest} more; --json has all", style="dim"))
    parts += _unsure(ledger, found)
    return Group(*parts)


def headline(found: Origins) -> Text:
    """`articles n / publishers m / origins k`"""
    told = (
        f"{counted(found.articles, 'article')} / {counted(found.publishers, 'publisher')}"
        f" / {counted(len(found.origins), 'origin')}"
    )
    return Text(told, style="bold")


def _origin(ledger: Ledger, origin: Origin) -> Iterator[Text]:
    yield (
        Text("origin ", style="dim")
        .append(origin.id, style="bold not dim")
        .append(f"  {counted(len(origin.articles), 'article')}", style="dim")
    )
    for article in origin.articles[:MOST_SHOWN]:
        yield Text("  ").append_text(_article(article))
    if len(origin.articles) > MOST_SHOWN:
        yield Text(f"  and {len(origin.articles) - MOST_SHOWN} more", style="dim")
    yield from reasons(ledger, origin.reasons[:MOST_SHOWN], WHY)
    for circle in origin.circles:
        yield Text(f"  circular: {', '.join(circle.documents)} credit each other in a ring", style="yellow")


def _article(article: Article) -> Text:
    known = [article.published, article.outlet, article.location]
    told = " · ".join(one_line(part) for part in known if part)
    return Text(article.document, style="dim").append(f"  {told}", style="not dim")


def reasons(ledger: Ledger, given: tuple[Reason, ...], why: dict[str, str]) -> Iterator[Text]:
    """A line for each reason, with the words that show it."""
    for plain in reasons_json(ledger, given):
        one, other = plain["between"]
        kind = why.get(plain["kind"], WHY[plain["kind"]])
        credit = plain.get("credit")
        told = f"{kind} {credit['outlet']} (here {other})" if credit else f"{kind} {other}"
        yield Text("  because ", style="dim").append(f"{one} {told}", style="not dim")
        told_in = [each["text"] for each in plain["passages"]]
        words = [credit["text"]] if credit and credit["text"] else told_in
        for text in words[:_PER_REASON]:
            yield Text(f"    “{_cut(text)}”", style="italic dim")


def _unsure(ledger: Ledger, found: Origins) -> Iterator[Text]:
    if found.unsure:
        yield Text(f"unsure: {counted(len(found.unsure), 'pair')} that may belong together", style="bold")
        yield from reasons(ledger, found.unsure[:MOST_SHOWN], PERHAPS)


def _cut(text: str) -> str:
    line = one_line(" ".join(text.split()))
    return line if len(line) <= _LONGEST else line[:_LONGEST] + " …"
