"""Names that a source gives behind its description: "a woman who identified herself as Petra Avel"."""

from __future__ import annotations

from sayso.attribution.names import View
from sayso.attribution.phrase import SourcePhrase
from sayso.lexicon.agents import agent_at

# "a man named Ana Dur", "a woman who gave her name as Ana Dur".
NAMING = frozenset(("identified", "named", "called", "introduced", "name"))
REFLEXIVES = frozenset(("himself", "herself", "themselves", "themself"))
# What may stand between such a word and the name.
BETWEEN = REFLEXIVES | frozenset(("only", "simply", "as", "by", "is", "was"))
# "a man who named Ana Dur": the source names somebody else.
ACTIVE = frozenset(("who", "he", "she", "they", "and", "has", "had"))
# Whose name it is: "her name"; "a brother's name" is somebody else's.
OWN = frozenset(("her", "his", "their", "whose", "the"))


def gives_its_name(view: View) -> bool:
    """Whether the words behind a description tell the source's own name as a person."""
    if view.noun is not None and view.noun.agent.kind != "person":
        return False
    plain = view.phrase.plain
    nouns = (at for at in range(view.part.head + 1, len(plain)) if agent_at(plain[: at + 1], at))
    stop = next(nouns, len(plain))
    places = range(view.part.head + 1, stop)
    return any(plain[at] in NAMING and _names_source(view.phrase, at) for at in places)


def _names_source(phrase: SourcePhrase, at: int) -> bool:
    end = at + 1
    while end < len(phrase.words) and phrase.plain[end] in BETWEEN:
        end += 1
    if not _is_person(phrase, end):
        return False
    before, between = phrase.plain[at - 1], phrase.plain[at + 1 : end]
    if phrase.plain[at] == "name":
        return before in OWN and bool(between)
    return before not in ACTIVE or not REFLEXIVES.isdisjoint(between)


def _is_person(phrase: SourcePhrase, at: int) -> bool:
    """Whether a person's name begins at a word: by its label, or without one by two capitals in a row."""
    label = phrase.label(at) if at < len(phrase.words) else None
    capitals = [word[:1].isupper() for word in phrase.words[at : at + 2]]
    return label == "person" or (label is None and capitals == [True, True])
