"""The records' terms as words for people. They describe; they never judge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sayso.codebook import load_codebook
from sayso.lexicon.hedges import hedges_in
from sayso.schema.attribution import (
    Affiliation,
    Attitude,
    Attribution,
    Channel,
    Form,
    Identity,
    Naming,
    Source,
)
from sayso.schema.attribution import Role as SourceRole
from sayso.schema.event import Role, Standing
from sayso.schema.profile import FlagKind
from sayso.text.words import find_words

IDENTITY: dict[Identity, str] = {
    "named_person": "named person",
    "named_group": "named group",
    "unnamed_person": "unnamed person",
    "unnamed_group": "unnamed group",
    "document": "document",
    "media_report": "media report",
    "poll": "poll",
    "database": "database",
    "social_post": "social post",
    "reporter_observation": "the reporter’s own observation",
    "none_given": "no source given",
}
NAMING: dict[Naming, str] = {
    "named": "named",
    "described": "described, not named",
    "collective": "collective",
    "anonymous_on_request": "anonymous on request",
    "implicit": "implicit",
}
AFFILIATION: dict[Affiliation, str] = {
    "government": "government",
    "military": "military",
    "armed_group": "armed group",
    "political": "politics",
    "intergovernmental": "intergovernmental body",
    "ngo": "non-governmental organisation",
    "media": "media",
    "academic": "academia",
    "business": "business",
    "religious": "religious body",
    "union": "union",
    "witness": "witness",
    "victim": "victim",
    "public": "public",
    "unknown": "affiliation not known",
}
ROLE: dict[SourceRole, str] = {
    "decision_maker": "decision maker",
    "participant": "participant",
    "representative": "speaks for others",
    "expert": "expert",
    "eyewitness": "eyewitness",
}
FORM: dict[Form, str] = {
    "direct": "direct quotation",
    "indirect": "indirect",
    "mixed": "partly quoted",
}
ATTITUDE: dict[Attitude, str] = {
    "assertion": "assertion",
    "denial": "denial",
    "belief": "belief",
    "knowledge": "knowledge",
    "intention": "intention",
    "demand": "demand",
    "question": "question",
    "no_comment": "no comment",
}
CHANNEL: dict[Channel, str] = {
    "interview": "in an interview",
    "statement": "in a statement",
    "speech": "in a speech",
    "document": "in a document",
    "social_post": "in a social post",
    "press_report": "in a press report",
    "poll": "in a poll",
    "observation": "from observation",
    "unknown": "",
}
STANDING: dict[Standing, str] = {
    "fact": "told as fact",
    "reported": "reported by others",
    "admitted": "said by who did it",
    "denied": "denied",
    "possible": "possible",
    "planned": "not yet",
    "negated": "said not to have happened",
}
STANDING_MEANS: dict[Standing, str] = {
    "fact": "The author tells it in their own voice.",
    "reported": "Only somebody other than the author vouches for it.",
    "admitted": "Who did it says so.",
    "denied": "Somebody denies what somebody else says.",
    "possible": "The author leaves it open.",
    "planned": "Meant, ordered, threatened or foreseen.",
    "negated": "The author says it did not happen.",
}
FLAG: dict[FlagKind, str] = {
    "single_source": "All claims come from one source.",
    "all_unnamed": "Nobody who makes a claim is named.",
    "plural_without_names": "A plural stands for people of whom none is named.",
    "opinion_from_unnamed": "An unnamed source gives an opinion, not only information.",
    "party_to_conflict": (
        "A government, an army or an armed group speaks; its word about itself is a claim."
    ),
    "no_denial_sought": "Somebody is accused, and the text has no answer of theirs, nor says one was sought.",
}

# PLOVER's sector of somebody who cannot be told.
UNKNOWN = "UNK"


def who(source: Source) -> str:
    """The source by its fullest words; where the text has none, what takes their place."""
    if source.resolved is not None:
        return source.resolved.text
    if source.text is not None:
        return source.text
    return "the reporter" if source.identity == "reporter_observation" else "no source given"


def name(role: Role) -> str:
    """Who takes part in an event, by the fullest name that the document gives."""
    return role.name or (role.resolved.text if role.resolved else role.text)


def sector(code: str | None) -> str | None:
    """PLOVER's sector in words, "rebels" for REB; a code of nobody's as it is; None where it is unknown."""
    if code is None or code == UNKNOWN:
        return None
    known = load_codebook().sector(code)
    return known.name if known is not None else code


def belonging(who: Source | Role) -> str:
    """Country and sector, "KEN, rebels"; with a question mark where they could be another's; "" for none."""
    told = ", ".join(part for part in (who.country, sector(who.sector)) if part)
    return f"{told} ?" if told and who.unsure else told


def kind(source: Source) -> str:
    """What kind of source: "named person, government, KEN"; the sector where it tells more."""
    parts: list[str] = [IDENTITY[source.identity]]
    if source.affiliation != "unknown":
        parts.append(AFFILIATION[source.affiliation])
    if source.role is not None:
        parts.append(ROLE[source.role])
    if sector(source.sector) in parts:
        source = replace(source, sector=None)
    return ", ".join(part for part in (*parts, belonging(source)) if part)


def content(attribution: Attribution) -> str:
    """What is said, in one line; interruptions are marked by an ellipsis."""
    return " … ".join(" ".join(span.text.split()) for span in attribution.content)


def hedges(attribution: Attribution) -> str:
    """The words of cue and content that leave open whether it is so: "reportedly, may", or ""."""
    spans = [*([attribution.cue] if attribution.cue else []), *attribution.content]
    told = (span.text[start:end] for span in spans for start, end in find_words(span.text))
    return ", ".join(hedges_in(list(told)))


def chain(attribution: Attribution, by_id: Mapping[str, Attribution]) -> list[Attribution]:
    """The attributions that this one sits inside, innermost first."""
    outer: list[Attribution] = []
    while attribution.parent is not None and attribution.parent in by_id:
        attribution = by_id[attribution.parent]
        if attribution in outer:
            break
        outer.append(attribution)
    return outer


def whose(standing: str) -> str:
    """What stands before the source of an event; whoever denies it vouches for nothing."""
    return "in the words of" if standing in ("denied", "negated") else "on the word of"
