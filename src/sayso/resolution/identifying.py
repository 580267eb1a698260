"""Who is named in a part of a mention: a person in public life, an organisation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.resolution.bodies import Identified, identify
from sayso.resolution.context import Context
from sayso.resolution.dates import OFFICES
from sayso.resolution.heads import Head
from sayso.resolution.knowing import Person
from sayso.resolution.lands import lands_in
from sayso.resolution.mention import Mention
from sayso.resolution.persons import Standing, common, is_recent
from sayso.resolution.scanning import Match, Part

NO_PERSON = frozenset(("organisation", "location", "nationality"))
# "The minister of defence and Colonel Ada Orban": her name may stand behind a part of her title.
WITHIN_TITLES = frozenset(("", "of", "for"))


def person_in(context: Context, mention: Mention, part: Part, head: Head | None) -> Standing | None:
    """The person whose name ends the part, or whose surname follows a title."""
    if context.kind in NO_PERSON:
        return None
    told = {land.codes[0] for _, land in lands_in(mention, part) if land.kind != "unsure"}
    people = _people(context, mention, part, head)
    # A namesake in another country is somebody else.
    return common([person for person in people if not told or person.country in told], context.date)


def _people(context: Context, mention: Mention, part: Part, head: Head | None) -> Sequence[Person]:
    is_official = head is not None and bool(head.noun.sectors) and head.noun.sectors[0] in OFFICES
    named = _named(mention.core if part == mention.core else part)
    if not named and part == mention.core and is_official:
        named = _named_behind(mention)
    if named or (head is not None and not is_official):
        return named
    # A surname alone, or behind a title of state: "President Orban"; with a first name it is another's.
    start = head.match.end if head is not None else part.start
    last = mention.words[part.end - 1]
    is_loose = part.end - 1 in mention.left_over(part) and last.is_capitalised
    if not is_loose or part.end - start != 1:
        return ()
    if head is not None:
        return context.knowledge.surnamed(last.key)
    # "Smith said" is not about a minister of long ago.
    people = context.knowledge.surnamed(last.key, alone=True)
    return [person for person in people if is_recent(person, context.date)]


def _named(part: Part) -> Sequence[Person]:
    """People with the name that ends the part."""
    last = part.matches[-1] if part.matches else None
    if last is None or last.end != part.end or not last.is_name:
        return ()
    is_other = bool(last.known.bodies or last.known.land or last.known.noun)
    return last.known.people if last.end - last.start > 1 or not is_other else ()


def _named_behind(mention: Mention) -> Sequence[Person]:
    """People named at the end of a title of several parts: "minister of defence Ada Orban"."""
    if not mention.rest or any(part.lead not in WITHIN_TITLES for part in mention.rest):
        return ()
    return _named(mention.rest[-1])


def body_in(context: Context, mention: Mention, part: Part) -> tuple[Identified, Match] | None:
    """The last organisation named in the part, under the name that the tables or the text give it."""
    named = [match for match in mention.own(part) if match.is_name and match.known.bodies]
    if not named:
        return None
    match = named[-1]
    parts = (part, *mention.rest)
    told = {code for one in parts for _, land in lands_in(mention, one) for code in land.codes}
    body = identify(match.known.bodies, context.date, told)
    return replace(body, name=body.name or mention.phrase(match.start, match.end)), match
