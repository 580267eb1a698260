"""Negators in a phrase beside a verb: "nobody attacked", "no shots were fired", "shot at no one"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.lexicon.modality import modifier
from sayso.lexicon.words import lemmas, plain
from sayso.linguistics.syntax import Syntax

# "Fired at no civilians" is no attack; "attacked with no warning" and "to no avail" are.
_TOWARDS = frozenset("at on upon against toward towards by into".split())
_WITHIN = frozenset(("in", "under"))
_EVER = frozenset("case way event instance circumstance condition place town village".split())
_MANNER = frozenset("cost charge risk expense ground evidence notice basis provocation late".split())
# "Was attacked by none other than his guard", "attacks nobody but soldiers", "shot for nothing".
_APART = frozenset(("but", "except", "save", "other", "less", "for", "without"))


def negators(syntax: Syntax, phrase: int) -> Iterator[int]:
    """The words of a phrase, given by its head, that negate the verb it hangs on.

    Args:
        phrase: head of a subject, an object or what hangs on the verb by a preposition.
    """
    cases = [plain(syntax.analysis.word(case)) for case in syntax.dependents(phrase, "case")]
    text = plain(syntax.analysis.word(phrase))
    determiners = [d for d in syntax.dependents(phrase, "det", "cc", "nummod") if _is_none(syntax, d)]
    nobody = text == "one" and bool(determiners)
    if nobody or modifier(text, "pronoun") is not None or text in ("no-one", "noone"):
        if _APART.isdisjoint([*cases, _after(syntax, phrase)]) and (text != "nothing" or not cases):
            yield phrase
    elif not cases or _is_of_verb(text, cases):
        yield from determiners


def _is_none(syntax: Syntax, word: int) -> bool:
    found = modifier(syntax.analysis.word(word), "determiner")
    return found is not None and found.effect == "negated"


def _after(syntax: Syntax, word: int) -> str:
    return plain(syntax.analysis.word(word + 1)) if word + 1 < len(syntax.analysis) else ""


def _is_of_verb(text: str, cases: list[str]) -> bool:
    """Whether "no" behind these prepositions negates the verb, and not only the noun."""
    names = lemmas(text)
    if not _WITHIN.isdisjoint(cases):
        return not _EVER.isdisjoint(names)
    return not _TOWARDS.isdisjoint(cases) and _MANNER.isdisjoint(names)
