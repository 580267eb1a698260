"""What "who" and "which" stand for: the noun whose relative clause they open."""

from __future__ import annotations

from sayso.linguistics.phrases import Phrases

# "the men who said", "those of them who say": how far above "who" its noun is looked for.
_DEEPEST = 6
_PERSONAL = frozenset(("who", "whom"))
# Words between "who" and the person before it: "the drivers from Tarsk, who said".
_NEAR = 8


def relativised(phrases: Phrases, pronoun: int) -> int:
    """Head of what a relative pronoun stands for, or -1.

    Its tree tells; where it does not, "who" stands for the person or people just before it.
    """
    node = pronoun
    for _ in range(_DEEPEST):
        over = phrases.syntax.head(node)
        if over < 0:
            break
        if phrases.analysis.deprels[node] == "acl:relcl" and phrases.is_nominal(over):
            return over
        node = over
    return _person_before(phrases, pronoun) if phrases.plain[pronoun] in _PERSONAL else -1


def _person_before(phrases: Phrases, pronoun: int) -> int:
    first = max(phrases.words_of(phrases.sentence(pronoun))[0], pronoun - _NEAR)
    for last in range(pronoun - 1, first - 1, -1):
        noun = phrases.syntax.top(phrases.naming.name_at(last) or (last, last + 1))
        if phrases.is_nominal(noun) and _may_be_who(phrases, noun):
            return noun
    return -1


def _may_be_who(phrases: Phrases, noun: int) -> bool:
    if phrases.syntax.relation(noun) == "compound" or phrases.analysis.upos[noun] == "PRON":
        return False
    return phrases.candidate(noun).agreement.sort in ("person", "people")
