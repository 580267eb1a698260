"""In what two statements agree: one function for each part, whose docstring is what people are told of it.

A value is 0 to 1, or None where one of the two does not tell.
"""

from __future__ import annotations

from sayso.comparing.said import Said
from sayso.comparing.speaker import may_share_country, same_name
from sayso.comparing.wording import Wording

# Days between two reports of one claim, by publication.
DAYS = 7
# So many shared words say that a claim is about the same: "the accusation" alone does not.
ENOUGH = 3
# Where only one claim is in quotation marks, the other one tells that it is the same words from this part on.
WORD_FOR_WORD = 0.5
# The part that words have which name one deed without being the same word.
_SAME_DEED = 0.6


def who_says(a: Said, b: Said) -> float:
    """Who says it: whether both name the same speaker, in full or in short."""
    return same_name(a.speaker, b.speaker) if may_share_country(a.statement, b.statement) else 0.0


def what_words(a: Said, b: Said) -> float | None:
    """What is said: how many of the shorter claim's telling words, names aside, the other one has."""
    one, other = a.wording, b.wording
    names = one.names | other.names
    mine, theirs = one.tokens - names, other.tokens - names
    if not mine or not theirs:
        return None
    shared = mine & theirs
    number = len(shared) + _SAME_DEED * _same_deeds(one, other, shared)
    least, most = (len(mine), len(theirs)) if len(mine) < len(theirs) else (len(theirs), len(mine))
    agreed = 0.6 * min(1.0, number / least) + 0.4 * min(1.0, 2 * number / (least + most))
    return agreed * min(1.0, (number + len(names & one.tokens & other.tokens)) / ENOUGH)


def _same_deeds(a: Wording, b: Wording, shared: frozenset[str]) -> int:
    """How many words of a name a deed that another word of b names."""
    theirs = [deeds for token, deeds in b.deeds.items() if token not in shared]
    if not theirs:
        return 0
    mine = (deeds for token, deeds in a.deeds.items() if token not in shared)
    return sum(any(not deeds.isdisjoint(each) for each in theirs) for deeds in mine)


def what_quoted(a: Said, b: Said) -> float | None:
    """Quotation: how much of the shorter one stands in the other claim, word for word."""
    one, other = a.wording, b.wording
    shorter, runs = (one.quoted, other.runs) if one.quoted else (other.quoted, one.runs)
    if one.quoted and other.quoted and len(other.quoted) < len(one.quoted):
        shorter, runs = other.quoted, one.runs
    if not shorter or not runs:
        return None
    found = len(shorter & runs) / min(len(shorter), len(runs))
    return found if found >= WORD_FOR_WORD or (one.quoted and other.quoted) else None


def what_names(a: Said, b: Said) -> float | None:
    """Names in what is said: how many of the fewer ones the other claim has."""
    one, other = a.wording, b.wording
    if not one.names or not other.names:
        return None
    fewer, tokens = (
        (one.names, other.tokens) if len(one.names) <= len(other.names) else (other.names, one.tokens)
    )
    return len(fewer & tokens) / len(fewer)


def what_numbers(a: Said, b: Said) -> float | None:
    """Numbers: whether those that count the same agree; 0 says that they are told to be others."""
    mine, theirs = a.wording.figures, b.wording.figures
    if not mine or not theirs:
        return None
    pairs = [one.repeats(other) for one in mine for other in theirs if one.unit == other.unit]
    if not pairs:
        return None
    return 1.0 if any(pairs) else 0.0


def when_it_is(a: Said, b: Said) -> float | None:
    """Whether it has happened or is to come: the same in both."""
    return 1.0 if a.wording.coming == b.wording.coming else 0.0


def what_day(a: Said, b: Said) -> float | None:
    """Publication: the fewer days apart, the likelier one claim."""
    if a.day is None or b.day is None:
        return None
    return 1.0 - abs(a.day - b.day) / (DAYS + 1)


def are_opposed(a: Said, b: Said) -> bool:
    """Whether one says of what both tell that it is so, and the other that it is not.

    Where both deny some of it they do not, however far the one or the other negator reaches: "nothing in the
    treaty forbids it", "nothing in the treaty forbids us to fill our reservoir".
    """
    shared = a.wording.tokens & b.wording.tokens
    mine, theirs = denied(a, shared), denied(b, shared)
    return mine.isdisjoint(theirs) and (2 * len(mine) > len(shared)) != (2 * len(theirs) > len(shared))


def denied(one: Said, shared: frozenset[str]) -> frozenset[str]:
    """The words, of those that a statement shares with another one, that it denies; not not is so."""
    negated = one.wording.negated
    return shared - negated if one.statement.attitude == "denial" else shared & negated
