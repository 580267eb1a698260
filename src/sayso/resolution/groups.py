"""The armed groups that a text names, wherever it names them first."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.resolution.listed import Listed
from sayso.resolution.scanning import Match, scan
from sayso.resolution.wording import Word, words
from sayso.schema.span import Span

ARMED = frozenset(("REB", "PRM", "UAF", "CRM"))
_GROUP = 1  # rank of a body that the lists of armed groups hold; 0 is a user's


def armed_groups(
    text: str, stretches: Iterable[tuple[int, int]], knowledge: Listed, date: str | None
) -> dict[str, Span]:
    """Usual name of each armed group that the lists know -> its first mention.

    Args:
        stretches: half-open characters of the sentences.
        date: of publication, ISO, or None: groups that were gone by then are not meant.
    """
    found: dict[str, Span] = {}
    for start, end in stretches:
        row = words(text[start:end])
        for match in scan(row, knowledge, date):
            name = _armed(match)
            if name is not None and name not in found and (span := _span(text, start, end, row, match)):
                found[name] = span
    return found


def _armed(match: Match) -> str | None:
    """The name of the group that a phrase means; None where it means none, or several."""
    if not match.is_name or not match.known.bodies:
        return None
    groups = {body.name for body in match.known.bodies if body.rank <= _GROUP and ARMED & set(body.sectors)}
    return groups.pop() if len(groups) == 1 == len(match.known.bodies) else None


def _span(text: str, start: int, end: int, row: list[Word], match: Match) -> Span | None:
    spelled = r"\W{0,3}".join(re.escape(word.text) for word in row[match.start : match.end])
    place = re.compile(spelled).search(text, start, end)
    return Span.cut(text, *place.span()) if place else None
