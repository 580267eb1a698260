"""From a mention to country and sectors."""

from __future__ import annotations

from sayso.resolution.context import Context
from sayso.resolution.knowing import Sectors
from sayso.resolution.lands import Found
from sayso.resolution.mention import Mention, take_apart
from sayso.resolution.sectors import Verdict, merged, verdict_of
from sayso.resolution.whence import STOPS, country_of
from sayso.resolution.who import NOBODY, Ground, Who

HONORIFICS = frozenset("mr mrs ms miss mx sir dr lady dame mme".split())
GOVERNMENT: Sectors = ("GOV",)
CIVILIANS: Sectors = ("CVL",)


def judge(context: Context, text: str) -> Who:
    """Country and sectors of a mention; NOBODY where nothing in it is known."""
    mention = take_apart(text, context.knowledge, context.date)
    if mention is None or _is_given_name(context, mention):
        return NOBODY
    verdict = verdict_of(context, mention, mention.core)
    found = country_of(context, mention, verdict)
    if _is_unknown_name(mention, verdict):
        verdict = _apposed(context, mention)
    sectors = verdict.sectors or _of_country(mention, verdict, found)
    return Who(
        country=found.code,
        sectors=merged(sectors, ("PRE",)) if found.partial else sectors,
        name=_name(verdict),
        unsure=found.unsure or _is_open(verdict),
        why=_grounds(verdict, found),
    )


def _is_given_name(context: Context, mention: Mention) -> bool:
    """Whether a person has the name of a country or town: Jordan, Chad Orban, Mr Paris."""
    first = 1 if mention.words[0].key in HONORIFICS else 0
    name = mention.core.matches[-1] if mention.core.matches else None
    if name is None or name.start != first or mention.core.end != len(mention.words):
        return False
    if not (first or context.kind == "person"):
        return False
    surname = all(word.is_capitalised for word in mention.words[name.end :])
    return surname and name.known.land is not None and not (name.known.people or name.known.bodies)


def _is_unknown_name(mention: Mention, verdict: Verdict) -> bool:
    """Whether what comes first is capitalised words of which nothing is known."""
    core = mention.core
    return verdict == Verdict() and all(word.is_capitalised for word in mention.words[core.start : core.end])


def _apposed(context: Context, mention: Mention) -> Verdict:
    """What an apposition tells of a name: "Ada Orban, a dentist"; not the next name of a list."""
    for part in mention.rest:
        if part.lead in STOPS:
            break
        first = mention.words[part.start]
        if part.lead == "," and (first.owned or not first.is_capitalised):
            verdict = verdict_of(context, mention, part)
            if verdict.sectors:
                return verdict
    return Verdict()


def _of_country(mention: Mention, verdict: Verdict, found: Found) -> Sectors:
    """Without a noun of its own: a seat governs, a town is its people, a weak noun speaks for its country."""
    if verdict.head is not None:
        speaks = found.code is not None and verdict.head.is_one_of("speaking")
        return GOVERNMENT if speaks else ()
    if verdict.body is not None or verdict.person is not None or found.why is None:
        return ()
    if found.why.kind == "country" and mention.counts:
        # "Two Orenians" are people; "the Orenians" may be anybody who acts for their country.
        return CIVILIANS
    return {"seat": GOVERNMENT, "place": CIVILIANS}.get(found.why.kind, ())


def _name(verdict: Verdict) -> str | None:
    person, body = verdict.person, verdict.body
    return (person.name if person is not None else body.name if body is not None else "") or None


def _is_open(verdict: Verdict) -> bool:
    return bool((verdict.body and verdict.body.unsure) or (verdict.person and verdict.person.unsure))


def _grounds(verdict: Verdict, found: Found) -> tuple[Ground, ...]:
    ground = (found.why,) if found.why is not None and found.why not in verdict.why else ()
    return (*verdict.why, *ground)
