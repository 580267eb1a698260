"""Lists of actors of a user's own: a YAML file that adds to the tables or overrides them.

    - name: Karvian Harbour Guard
      aliases: [Harbour Guard, KHG]
      country: IMG
      sector: [PRM, COP]
      from: 2014-03
      to: 2021

`docs/actors.md` says what the fields mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from sayso.codebook.entry import Entry, shown
from sayso.codebook.errors import CodebookError
from sayso.resolution.codes import INTERNATIONAL, country_codes, same_country, sector_codes
from sayso.resolution.cycles import refuse_cycles
from sayso.resolution.errors import ActorListError
from sayso.resolution.files import line_of, read_yaml
from sayso.resolution.listed import ActorList, ListedActor

DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


def read_list(path: Path) -> ActorList:
    """The actors of a YAML file; ActorListError names file, entry and field where something is wrong."""
    actors: list[ListedActor] = []
    try:
        for entry in _entries(path):
            actors.append(_actor(entry))
    except CodebookError as error:
        line = line_of(path, len(actors) + 1)
        raise ActorListError(f"{error}" + (f" (line {line})" if line else "")) from None
    refuse_cycles(path.name, actors)
    return ActorList(path.name, tuple(actors))


def _entries(path: Path) -> Iterator[Entry]:
    data = read_yaml(path)
    top = data if isinstance(data, dict) else {"actors": data}
    book = Entry(path.name, "", top)
    if not book.get("actors"):
        raise ActorListError(f"{path.name}: should be a list of actors, each with a name, and holds none")
    Entry(path.name, "the top of the file", top, book.read).done()
    yield from book.entries("actors", "actor", "name")


def _actor(entry: Entry) -> ListedActor:
    actor = ListedActor(
        name=entry.text("name"),
        aliases=entry.words("aliases"),
        country=_country(entry),
        sectors=_sectors(entry),
        start=_date(entry, "from"),
        end=_date(entry, "to"),
    )
    if actor.start and actor.end and actor.end[: len(actor.start)] < actor.start[: len(actor.end)]:
        raise entry.error(f"to should not be before from, and {actor.end} is before {actor.start}")
    entry.done()
    return actor


def _country(entry: Entry) -> str:
    code = same_country((entry.optional("country") or "").upper())
    if code and code not in country_codes():
        raise entry.error(
            f"country should be an ISO 3166-1 alpha-3 code or one of {', '.join(INTERNATIONAL)},"
            f" not {shown(entry.fields['country'])}"
        )
    return code


def _sectors(entry: Entry) -> tuple[str, ...]:
    known = sector_codes()
    for code in entry.words("sector"):
        if code not in known:
            raise entry.error(f"sector should be one of {', '.join(known)}, not {shown(code)}")
    return entry.words("sector")


def _date(entry: Entry, field: str) -> str:
    written = entry.optional(field) or ""
    if written and not is_date(written):
        raise entry.error(f"{field} should be a year, month or day such as 2014-03, not {shown(written)}")
    return written


def is_date(written: str) -> bool:
    """Whether it is an ISO year, month or day that exists."""
    match = DATE.match(written)
    if match is None:
        return False
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def read_lists(paths: Sequence[Path]) -> tuple[ActorList, ...]:
    """Lists of any kind: YAML by its ending, PETRARCH dictionaries otherwise."""
    from sayso.resolution.petrarch import read_dictionary

    return tuple(read_list(path) if is_yaml(path) else read_dictionary(path) for path in paths)


def is_yaml(path: Path) -> bool:
    """Whether a file's name says that it is YAML or JSON, and no PETRARCH dictionary."""
    return path.suffix.lower() in (".yaml", ".yml", ".json")
