"""What a relative clause tells of a source: "Ana Dur, who leads the Reed Party"."""

from __future__ import annotations

from sayso.attribution.belonging import first_body, labelled
from sayso.attribution.organisations import organisations_of
from sayso.attribution.phrase import SourcePhrase
from sayso.schema.attribution import Affiliation, Role

# "Ana Dur, who leads the Reed Party", "a shepherd, who watched it from the ridge".
LEADING = frozenset(
    "leads led heads headed chairs chaired runs run commands commanded directs directed".split()
)
# "Ana Dur, who teaches law at Sarre University"
WORKING = frozenset("teaches taught works worked lectures lectured studies studied".split())
SPEAKING = frozenset("represents represented".split())
SEEING = frozenset("saw seen watched witnessed".split())


def affiliation_of_clause(phrase: SourcePhrase) -> Affiliation:
    """What a relative clause tells: "Ana Dur, who leads the Reed Party"."""
    at = _verb(phrase, LEADING | WORKING)
    if at is None:
        return "unknown"
    if phrase.plain[at] in WORKING:
        ends = (n for n in range(at, len(phrase.plain)) if phrase.plain[n] in ("at", "for", ",", "and"))
        at = next(ends, at)
        if phrase.plain[at] not in ("at", "for"):
            return "unknown"  # who studies armed groups is of none
    end = next((n for n in range(at, len(phrase.plain)) if phrase.plain[n] == ","), len(phrase.plain))
    known = organisations_of(phrase, at + 1, end, whole=False)
    if known:
        return known[0].affiliation
    return labelled(phrase, at + 1, end) or first_body(phrase.plain[at + 1 : end]) or "unknown"


def role_of_clause(phrase: SourcePhrase) -> Role | None:
    """Who leads decides, who saw it is an eyewitness, and who represents somebody speaks for them."""
    if _verb(phrase, LEADING) is not None:
        return "decision_maker"
    if _verb(phrase, SEEING) is not None:
        return "eyewitness"
    return "representative" if _verb(phrase, SPEAKING) is not None else None


def _verb(phrase: SourcePhrase, verbs: frozenset[str]) -> int | None:
    """The word right behind "who", or behind its auxiliary, where it is one of these verbs."""
    for at, word in enumerate(phrase.plain[:-1]):
        if word == "who":
            verb = at + 2 if phrase.plain[at + 1] in ("has", "had", "have") else at + 1
            return verb if phrase.plain[verb : verb + 1] and phrase.plain[verb] in verbs else None
    return None
