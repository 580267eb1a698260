"""`sayso events` and `sayso event`: each event once, and all accounts of one."""

from __future__ import annotations

import json as plain_json
import sys
from enum import StrEnum
from typing import Annotated, Any

import typer

from sayso.cli.asking import facet, filter_of
from sayso.cli.ledgers import LEDGER, open_up_to_date

Several = list[str] | None


class By(StrEnum):
    """What comes first."""

    newest = "newest"
    oldest = "oldest"
    origins = "origins"


def events(
    words: Annotated[
        Several,
        typer.Argument(metavar="[WORDS]…", help='All of these; "in quotes" side by side, attack*, -without.'),
    ] = None,
    ledger: Annotated[str, LEDGER] = "",
    type: Annotated[Several, facet("type", "T", "ASSAULT, CONSULT …")] = None,
    mode: Annotated[Several, facet("mode", "M", "Of the type.")] = None,
    actor: Annotated[Several, facet("actor", "NAME", "Who does it: a name, or a country's code.")] = None,
    recipient: Annotated[Several, facet("recipient", "NAME", "To whom it is done, likewise.")] = None,
    standing: Annotated[Several, facet("standing", "S", "fact, reported, denied …, in some account.")] = None,
    outlet: Annotated[Several, facet("outlet", "NAME", "That tells of it, in full.")] = None,
    country: Annotated[Several, facet("country", "C", "Three letters, such as KEN.")] = None,
    sector: Annotated[Several, facet("sector", "S", "GOV, MIL, REB … of who takes part.")] = None,
    origins: Annotated[
        str | None, typer.Option(metavar="N", help="Independent accounts: 2, '>=2', 2-5.")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="D", help="First day, such as 2025-03-14.")] = None,
    until: Annotated[str | None, typer.Option(metavar="D", help="Last day.")] = None,
    by: Annotated[By, typer.Option(help="What comes first.")] = By.newest,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=1000, help="Events to show.")] = 20,
    skip: Annotated[int, typer.Option(min=0, metavar="N", help="Events to pass over first.")] = 0,
    json: Annotated[bool, typer.Option("--json", help="One JSON object to an event, a line each.")] = False,
) -> None:
    """List what is said to have happened, each event once, by how many origins.

    Two articles are taken for accounts of one event by their type, names, places, days, numbers and words;
    `sayso event ID` shows why.

    [bold]Examples[/bold]

      sayso events --ledger news.ledger

      sayso events ferry --origins '>=2' --by origins

      sayso events --type ASSAULT --since 2025-03-01 --json | jq .id
    """
    with open_up_to_date(ledger) as opened:
        from sayso.ledger.across.events import event_clusters
        from sayso.ledger.knowing import check_known

        facets = {
            "type": type, "mode": mode, "actor": actor, "recipient": recipient, "standing": standing,
            "outlet": outlet, "country": country, "sector": sector,
        }  # fmt: skip
        filter = filter_of(facets, since=since, until=until, origins=origins)
        check_known(opened, filter)
        page = event_clusters(opened, " ".join(words or ()), filter, by=by.value, limit=limit, skip=skip)
    if json:
        _print(*(_plain(each) for each in page.events))
        return
    from sayso.cli.happened import listed
    from sayso.cli.printing import print_plainly

    print_plainly(listed(page, skip))


def event(
    id: Annotated[
        str, typer.Argument(metavar="ID", help="Of any account of it (54ed65:v2), as `sayso events` tells.")
    ],
    ledger: Annotated[str, LEDGER] = "",
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
) -> None:
    """Show one event with all accounts of it: who asserts, reports and denies it.

    They are grouped by origin, with differing numbers side by side, how the accounts changed, who is silent,
    and why these articles are taken to tell of one event. sayso does not say which account is true.

    [bold]Examples[/bold]

      sayso event 54ed6592:v2 --ledger news.ledger

      sayso event 54ed6592:v2 --json | jq .vouched.words
    """
    with open_up_to_date(ledger) as opened:
        from sayso.ledger.across.event import event as find

        found = find(opened, id)
        if json:
            from sayso.ledger.across.plain import story_json

            _print(story_json(opened, found))
            return
        from sayso.cli.happened import shown
        from sayso.cli.printing import print_plainly

        print_plainly(shown(opened, found))


def _plain(record: object) -> dict[str, Any]:
    from sayso.schema.plain import to_plain

    plain: dict[str, Any] = to_plain(record)
    return plain


def _print(*records: dict[str, Any]) -> None:
    from sayso.export.json import clean

    for record in records:
        line = clean(plain_json.dumps(record, ensure_ascii=False))
        sys.stdout.buffer.write(line.encode("utf-8") + b"\n")
