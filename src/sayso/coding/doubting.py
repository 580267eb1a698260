"""What a text does not vouch for though it names nobody who says it: who did it, or who must answer for it.

"Suspected militiamen burned the mill": somebody burned it, but the text does not say that they did.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.coding.answering import Answer, Stance
from sayso.coding.forms import is_form
from sayso.coding.standing import Presented, Stands
from sayso.lexicon.modality import Kind, modifier
from sayso.lexicon.words import plain
from sayso.linguistics.operators import Operator
from sayso.linguistics.syntax import Syntax
from sayso.schema.event import Reason, Standing

_KINDS: dict[str, Kind] = {"amod": "adjective", "advmod": "adverb"}
_OPEN = ("reported", "possible")
# What stands by the words that hold an event against somebody, and how the reason is called.
_STANDINGS: dict[Stance, tuple[str, Standing]] = {
    "accused": ("governor", "reported"),
    "claimed": ("admission", "admitted"),
    "denied": ("denial", "denied"),
}


# What happens in a novel or an exercise has not happened.
_FRAMES = frozenset(
    "novel film movie play episode screenplay script comic videogame thriller drama scenario"
    " exercise drill simulation rehearsal".split()
)


def frame_of(syntax: Syntax, event: int) -> Operator | None:
    """The word for a story or a drill in which it is set: "In the novel, peasants storm the capital"."""
    for verb in (event, *syntax.ancestors(event)):
        for child in syntax.dependents(verb, "obl"):
            cases = [syntax.analysis.word(case).casefold() for case in syntax.dependents(child, "case")]
            if "in" in cases and is_form(plain(syntax.analysis.word(child)), _FRAMES) and child < verb:
                return Operator("possible", "frame", child)
        climbs = ("obj", "nsubj") if verb == event else ()
        if syntax.relation(verb) not in ("conj", "ccomp", "xcomp", "advcl", *climbs):
            break
    return None


def doubt_about(syntax: Syntax, actor: int) -> Operator | None:
    """The word that leaves open who did it: "alleged rebels", "apparently by rebels"; or None."""
    for word in (actor, *syntax.dependents(actor, "nmod")):
        for child in syntax.dependents(word, *_KINDS):
            found = modifier(syntax.analysis.word(child), _KINDS[syntax.relation(child)])
            if found is not None and found.effect in _OPEN:
                return Operator(found.effect, "hedge", child)
    return None


def held(syntax: Syntax, answer: Answer, presented: Presented) -> Presented:
    """How an event is presented that somebody is to answer for."""
    if answer.cue is None:
        return presented
    reason = Reason(_STANDINGS[answer.stance][0], syntax.analysis.span(answer.cue, answer.cue + 1))
    return Presented("reported", (*presented.reasons, reason), presented.open)


def settled(verdict: Stands, answer: Answer) -> Stands:
    """The standing of what nobody but those words tells of: whoever claims an act admits it."""
    if answer.cue is None or verdict.standing != "reported":
        return verdict
    return replace(verdict, standing=_STANDINGS[answer.stance][1])
