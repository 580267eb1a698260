"""The sectors of a part of a mention: its person, organisation or noun, and what other words add."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.resolution.bodies import Identified
from sayso.resolution.context import Context
from sayso.resolution.dates import FORMER, OFFICES
from sayso.resolution.heads import Head, head_of, modifiers, portfolio
from sayso.resolution.identifying import body_in, person_in
from sayso.resolution.knowing import Sectors
from sayso.resolution.mention import Mention, is_former
from sayso.resolution.persons import Standing, common
from sayso.resolution.scanning import Match, Part
from sayso.resolution.who import UNKNOWN, Ground, GroundKind

# Behind these stands what a weak noun is of: "head of the army", "spokesman for the union".
OF = frozenset(("of", "for", "from", "at", "with", ","))
ARMED = frozenset(("REB", "PRM", "UAF", "CRM"))
GOVERNING = frozenset(("GOV", "LEG", "JUD", "PTY"))
ELITE = frozenset(("GOV", "ELI", "LEG"))
BODY_GROUNDS: tuple[GroundKind, ...] = ("list", "group", "organisation", "organisation")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a part tells about sectors.

    Attributes:
        sectors: the primary one first.
        why: what decided them.
        head: the noun, where there is one.
        body: the organisation named, where there is one.
        person: the person named, where there is one.
    """

    sectors: Sectors = ()
    why: tuple[Ground, ...] = ()
    head: Head | None = None
    body: Identified | None = None
    person: Standing | None = None


def verdict_of(context: Context, mention: Mention, part: Part, *, deep: bool = True) -> Verdict:
    """The sectors of a part.

    Args:
        context: tables, date and kind.
        mention: the whole.
        part: of it.
        deep: whether what stands behind a weak noun may speak for it; not twice over.
    """
    head = head_of(mention, part)
    person = person_in(context, mention, part, head)
    named = body_in(context, mention, part)
    if person is not None and person.sectors:
        verdict = _of_person(context, mention, part, head, person)
    elif named is not None:
        verdict = _of_body(*named, head)
    elif head is not None:
        verdict = _of_noun(context, mention, part, head, deep)
    else:
        return Verdict()
    return _ended(mention, part, replace(_of_family(context, mention, part, verdict), person=person))


def _of_person(
    context: Context, mention: Mention, part: Part, head: Head | None, person: Standing
) -> Verdict:
    """What somebody is on the day; in an undated text, what their title says."""
    why = Ground("person", person.name)
    if context.date is None and person.unsure and head is not None and not head.noun.weak:
        return Verdict(head.noun.sectors, (why, Ground("noun", head.word)), head)
    return Verdict(person.sectors, (why,), head)


def _of_body(body: Identified, match: Match, head: Head | None) -> Verdict:
    """Sectors of a named organisation with the noun for those of it: "Boreal Front fighters"."""
    why: tuple[Ground, ...] = (Ground(BODY_GROUNDS[body.rank], body.name),)
    if head is None:
        return Verdict(body.sectors, why, None, body)
    why = (*why, Ground("noun", head.word))
    own = head.noun.sectors
    is_before = head.match.start < match.start
    is_armed = bool(ARMED & set(body.sectors)) and head.is_one_of("fighting")
    if body.sectors and (is_before or head.noun.weak or not own or is_armed):
        return Verdict(body.sectors, why, head, body)
    return Verdict(merged(own, ("OPP",)) if "OPP" in body.sectors else own, why, head, body)


def _of_noun(context: Context, mention: Mention, part: Part, head: Head, deep: bool) -> Verdict:
    """Sectors of an agent noun; a weak one takes those of the words before it, or of what it is of."""
    before, own = modifiers(mention, part, head), Ground("noun", head.word)
    if before and _gives_way(head, before[0][0]):
        # "Opposition party leader": the nearest word tells most, the others add to it.
        sectors = merged(*(sectors for sectors, _ in before))
        return Verdict(sectors, (Ground("modifier", before[0][1]), own), head)
    if head.noun.weak and deep:
        behind = _behind(context, mention)
        if behind is not None:
            return Verdict(behind.sectors, (own, *behind.why), head)
    if head.noun.sectors and head.noun.sectors[0] in GOVERNING:
        return Verdict(merged(head.noun.sectors, portfolio(mention, part, head)), (own,), head)
    opposed = ("OPP",) if any("OPP" in sectors for sectors, _ in before) else ()
    return Verdict(merged(head.noun.sectors, opposed) if head.noun.sectors else (), (own,), head)


def _gives_way(head: Head, sectors: Sectors) -> bool:
    """Whether the word before tells the sector of a noun."""
    if head.is_one_of("fighting") and head.noun.sectors:
        # "Rebel commandos" are rebels; "junta forces" are an army all the same.
        return sectors[0] in ARMED or (head.noun.weak and sectors[0] not in GOVERNING)
    # "Tourist board" and "national council": whom they are for, and not who they are.
    return head.noun.weak and not (head.noun.sectors and sectors[0] == "CVL")


def _behind(context: Context, mention: Mention) -> Verdict | None:
    """What a weak noun is of: "the head of the Orenian Veterans' League"."""
    for part in mention.rest:
        if part.lead in OF:
            verdict = verdict_of(context, mention, part, deep=False)
            if verdict.sectors and verdict.sectors != UNKNOWN:
                return verdict
    return None


def _of_family(context: Context, mention: Mention, part: Part, verdict: Verdict) -> Verdict:
    """The president's daughter belongs to the elite, a farmer's daughter does not."""
    head = verdict.head
    if head is None or verdict.body is not None or not head.is_one_of("family"):
        return verdict
    owners = [m for m in part.matches if m.end <= head.match.start and mention.words[m.end - 1].owned]
    sectors = [sector for match in owners for sector in _primary(context, match)]
    if mention.rest and mention.rest[0].lead == "of":
        sectors += verdict_of(context, mention, mention.rest[0], deep=False).sectors[:1]
    return replace(verdict, sectors=("ELI",)) if ELITE & set(sectors) else verdict


def _primary(context: Context, match: Match) -> Sectors:
    person = common(match.known.people, context.date) if match.is_name else None
    if person is not None:
        return person.sectors[:1]
    return match.known.noun.sectors[:1] if match.known.noun else ()


def _ended(mention: Mention, part: Part, verdict: Verdict) -> Verdict:
    """Whoever is called former has left office, whatever the tables say."""
    end = verdict.head.match.end if verdict.head else part.end
    leads = not verdict.sectors and verdict.head is not None and verdict.head.is_one_of("speaking")
    holds_office = bool(verdict.sectors) and verdict.sectors[0] in OFFICES
    if not (leads or holds_office) or not is_former(mention, part, end):
        return verdict
    ground = Ground("former", mention.phrase(part.start, end))
    return replace(verdict, sectors=FORMER, why=(*verdict.why, ground))


def merged(*several: Sequence[str]) -> Sectors:
    """All sectors, each once, in order."""
    return tuple(dict.fromkeys(sector for sectors in several for sector in sectors))
