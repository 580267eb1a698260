"""What the grammar of a sentence forbids or favours between a pronoun and a noun phrase."""

from __future__ import annotations

from itertools import islice

from sayso.linguistics.syntax import Syntax

# Clauses above a pronoun that are looked at.
_DEEPEST = 12
_ARGUMENTS = ("nsubj", "obj", "iobj", "obl")
# Farther apart than this, two words of one verb are rather two sentences that were run together.
_NEAR = 15
_ASIDE = ("obj", "iobj", "nmod", "appos")


def is_bound(syntax: Syntax, pronoun: int, other: int) -> bool:
    """Whether two words cannot mean one: "Dur told her" is about two, and "his aide" as well."""
    head = syntax.head(pronoun)
    if head == other or syntax.head(other) == pronoun:
        return True
    if syntax.relation(pronoun) not in _ARGUMENTS or abs(pronoun - other) > _NEAR:
        return False
    while syntax.relation(other) == "conj" and syntax.head(other) >= 0:
        other = syntax.head(other)
    return head >= 0 and syntax.head(other) == head


def commands(syntax: Syntax, subject: int, word: int) -> bool:
    """Whether a word stands in a clause below the subject's own: "Dur said that he …".

    Not in "Dur left and Kell said that he …": there Kell alone does.
    """
    below = _child_towards(syntax, syntax.head(subject), word)
    if below is None:
        return False
    return syntax.relation(below) != "conj" or not syntax.dependents(below, "nsubj")


def is_told_by(syntax: Syntax, teller: int, other: int) -> bool:
    """Whether a word stands in what the subject `teller` is quoted with after it: "Dur will win, he said"."""
    verb = syntax.head(teller)
    if verb < 0 or other >= teller or syntax.relation(teller) != "nsubj":
        return False
    below = _child_towards(syntax, verb, other)
    return below is not None and syntax.relation(below) == "ccomp"


def _child_towards(syntax: Syntax, above: int, word: int) -> int | None:
    """The dependent of `above` that a word below it is or stands below, or None where it is not below."""
    below = word
    for node in islice(syntax.ancestors(word), _DEEPEST):
        if node == above:
            return below
        below = node
    return None


def is_subject(syntax: Syntax, word: int) -> bool:
    """Whether a word is the subject of its clause, or joined to one that is."""
    if syntax.relation(word) in ("conj", "flat") and syntax.head(word) >= 0:
        word = syntax.head(word)
    return syntax.relation(word) == "nsubj"


def is_aside(syntax: Syntax, word: int) -> bool:
    """Whether a word is only mentioned in what another does: "Dur criticised Kell, who had said …"."""
    return syntax.relation(word) in _ASIDE


def following_subjects(syntax: Syntax, pronoun: int) -> list[int]:
    """The subjects after "When he arrived, Dur said …": the one place where a pronoun comes first."""
    verb = syntax.head(pronoun)
    if verb < 0 or syntax.relation(verb) != "advcl" or syntax.head(verb) < pronoun:
        return []
    return [subject for subject in syntax.dependents(syntax.head(verb), "nsubj") if subject > pronoun]
