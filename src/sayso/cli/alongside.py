"""Imported rows with the accounts beside them, in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from sayso.cli.counting import counted
from sayso.cli.marking import STANDINGS, STYLES
from sayso.cli.refusing import one_line
from sayso.comparing.testimony import Testimony
from sayso.export import words
from sayso.export.eventwords import GLYPH
from sayso.ledger.across.alongside import Alongside
from sayso.ledger.across.beside import Beside, Counts, Laid, Wanted
from sayso.schema.event import Standing
from sayso.schema.imported import NOT_TOLD, Imported, Party

_LONGEST = 240  # characters of one account
_MOST_ACCOUNTS = 10  # of one row


def shown(laid: Laid, wanted: Wanted) -> RenderableType:
    """A paragraph to a row, and how many there are."""
    return Group(*(Group(*_row(each), Text()) for each in laid.rows), *_footer(laid, wanted))


def _row(each: Beside) -> Iterator[Text]:
    row = each.imported
    yield (
        Text(one_line(f"{row.dataset} {row.id}"), style="dim bold")
        .append(f"  {row.day or '?'}", style="not bold dim")
        .append(f"  standing {NOT_TOLD}", style="not bold not dim")
    )
    yield _what(row)
    if not each.accounts:
        yield Text("  sayso read no account of it", style="dim")
    alike = list(_alike(each.accounts))
    for accounts in alike[:_MOST_ACCOUNTS]:
        yield from _account(accounts)
    rest = sum(map(len, alike[_MOST_ACCOUNTS:]))
    if rest:
        yield Text(f"  {counted(rest, 'account')} more; --json has all", style="dim")


def _alike(accounts: Sequence[Alongside]) -> Iterable[Sequence[Alongside]]:
    """Accounts of one event with one standing on one word, as copies have them, together."""
    found: dict[tuple[str | None, ...], list[Alongside]] = {}
    for one in accounts:
        told = one.testimony
        found.setdefault((one.event, told.account.standing, _vouching(told), _denying(told)), []).append(one)
    return found.values()


def _what(row: Imported) -> Text:
    told = Text("  ").append(row.type or "no type of PLOVER", style="bold")
    told.append(f" {row.mode}" if row.mode else "")
    told.append(f" ({one_line(row.code)})" if row.code != row.type else "", style="dim")
    told.append("  ").append(_party(row.actor), style=STYLES["source"])
    told.append(" → ").append(_party(row.recipient), style=STYLES["source"])
    return told.append(f", {one_line(row.place)}") if row.place else told


def _party(party: Party) -> str:
    countries = f" [{' '.join(party.countries)}]" if party.countries else ""
    return one_line(party.name or "?") + countries


def _account(accounts: Sequence[Alongside]) -> Iterator[Text]:
    one = accounts[0]
    account = one.testimony.account
    copies = f"and {counted(len(accounts) - 1, 'account')} like it" if len(accounts) > 1 else None
    known = (account.published, account.outlet, copies)
    yield (
        Text("  ")
        .append(account.id, style="dim bold")
        .append("  " + " · ".join(one_line(part) for part in known if part), style="dim")
    )
    alike = ", ".join(("type", "day", *one.agrees))
    yield stood(one.testimony).append(f"  same {alike}", style="default dim")
    yield Text(f"    {_cut(account.content)}", style=STYLES["content"])


def stood(told: Testimony) -> Text:
    """With who vouches for it, and who denies it."""
    standing = told.account.standing
    line = Text(f"    {GLYPH[standing]} {words.STANDING[standing]}", style=STANDINGS[standing])
    vouching, denying = _vouching(told), _denying(told)
    if denying:
        line.append(" by ", style="default").append(one_line(denying), style=STYLES["source"])
    if vouching:
        by = f"{';' if denying else ','} {'alleged by' if standing == 'denied' else 'on the word of'} "
        line.append(by, style="default").append(one_line(vouching), style=STYLES["source"])
    return line


def _vouching(told: Testimony) -> str | None:
    """On whose word it is said to have happened; None for the outlet's own, and where nobody says so."""
    if told.voice is None and (told.account.standing in ("denied", "negated") or not told.account.source):
        return None
    return (told.voice.name if told.voice else told.account.source) or "nobody named"


def _denying(told: Testimony) -> str | None:
    if told.account.standing != "denied" or told.denier is None:
        return None
    return told.denier.name or "nobody named"


def _footer(laid: Laid, wanted: Wanted) -> Iterator[Text]:
    counts = laid.counts
    if not counts.rows:
        yield Text("no imported rows answer; `sayso import` brings those of other data sets", style="dim")
        return
    outside = f" ({counts.outside:,} of them near no day of which sayso read)" if counts.outside else ""
    parts = (
        f"{counts.accounted:,} with an account that sayso read",
        f"{counts.unaccounted:,} without one{outside}",
        f"{counts.uncompared:,} without a day or a type to compare by" if counts.uncompared else "",
    )
    yield Text(f"{counted(counts.rows, 'imported row')}: {', '.join(part for part in parts if part)}")
    if counts.accounted:
        yield from _whose(counts)
    asked = {"with": counts.accounted, "without": counts.unaccounted}
    rest = asked.get(wanted, counts.rows - counts.uncompared) - len(laid.rows)
    if rest:
        yield Text(
            f"{rest:,} more are not listed; --limit lists more, --json all of their fields", style="dim"
        )


def _whose(counts: Counts) -> Iterator[Text]:
    yield Text(
        f"of those with an account: {counts.told:,} told by some outlet in its own voice,"
        f" {counts.on_word:,} on somebody's word alone, {counts.against:,} denied by somebody"
    )
    spread = Text("rows by standing of their accounts:", style="dim")
    for name in words.STANDING:
        standing: Standing = name
        if counts.standings[standing]:
            told = f"{GLYPH[standing]} {words.STANDING[standing]} {counts.standings[standing]:,}"
            spread.append("  ").append(told, style=f"not dim {STANDINGS[standing]}".strip())
    yield spread


def _cut(text: str) -> str:
    line = one_line(" ".join(text.split()))
    return line if len(line) <= _LONGEST else line[:_LONGEST] + " …"
