"""The part that a source plays in what it tells."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribution.clauses import role_of_clause
from sayso.attribution.names import View
from sayso.lexicon.agents import AgentMention
from sayso.schema.attribution import Role

# Who commands decides; a commander may be of ten men, one "of the second corps" is not.
COMMANDING = frozenset(
    (
        "chief of staff",
        "army chief",
        "military chief",
        "defence chief",
        "army commander",
        "military commander",
    )
)
FORMER = frozenset(("former", "ex", "onetime", "retired", "late", "erstwhile", "deposed", "ousted"))
# "Kessler's lawyers", "a lawyer for the protesters"
LAWYERS = frozenset(
    ("lawyer", "attorney", "barrister", "solicitor", "counsel", "defence lawyer", "defense lawyer")
)
OWNERS = frozenset(("his", "her", "their", "its", "my", "our", "'s", "'"))


def role(views: Sequence[View]) -> Role | None:
    """The role of the first agent noun that has one; none for who held the office before.

    Of a general who commands the army the office counts: whoever decides is more than a participant.
    """
    told = [(view, view.noun) for view in views if view.noun is not None and view.noun.agent.role is not None]
    if not told:
        return _without_title(views)
    if _is_former(*told[0]):
        return None
    roles = [_role_of(view, noun) for view, noun in told if not _is_former(view, noun)]
    return "decision_maker" if roles[0] == "participant" and "decision_maker" in roles else roles[0]


def _role_of(view: View, noun: AgentMention) -> Role | None:
    commands = noun.agent.noun == "commander" and view.phrase.plain[noun.end : noun.end + 1] == ("of",)
    return "decision_maker" if commands or noun.agent.noun in COMMANDING else noun.agent.role


def _without_title(views: Sequence[View]) -> Role | None:
    """By a clause, or as somebody's lawyer."""
    if not views:
        return None
    lawyer: Role | None = "representative" if any(map(_speaks_for_somebody, views)) else None
    return role_of_clause(views[0].phrase) or lawyer


def _speaks_for_somebody(view: View) -> bool:
    if view.noun is None or view.noun.agent.noun not in LAWYERS:
        return False
    plain = view.phrase.plain
    owner = plain[view.part.start : view.noun.start]
    return bool(OWNERS.intersection(owner)) or plain[view.noun.end : view.noun.end + 1] == ("for",)


def _is_former(view: View, noun: AgentMention) -> bool:
    start = noun.start
    words = view.phrase.plain[view.part.start : start]
    return any(word in FORMER for word in words) or view.phrase.plain[start].startswith("ex-")
