"""What acts for whom it belongs to: "its fighters", "our guns", and not "her husband" or "his captors"."""

from __future__ import annotations

from sayso.coding.forms import is_form
from sayso.lexicon.agents import agents

# Besides soldiers and fighters.
_FORCES = frozenset(
    "force man woman police officer guard agent member activist supporter follower crew unit patrol"
    " army navy side wing people personnel team plane aircraft jet warplane helicopter drone missile"
    " rocket artillery gun tank ship boat gunboat vessel battery servicemen government ministry"
    " authority organisation organization group movement party".split()
)
# "His captors", "their attackers": of somebody, and against them.
_AGAINST = frozenset("captor attacker kidnapper assailant abductor torturer killer hijacker".split())


def is_force(noun: str) -> bool:
    """Whether what a noun stands for, in small letters, does what it does for whom it belongs to."""
    agent = agents().get(noun)
    if agent is None or is_form(noun, _FORCES):
        return is_form(noun, _FORCES)
    acts = agent.affiliation in ("military", "armed_group") or agent.role in (
        "decision_maker",
        "representative",
    )
    return acts and not is_form(noun, _AGAINST)
