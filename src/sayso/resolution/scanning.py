"""The known phrases in a mention, the longest at each place, and where its parts begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.resolution.knowing import Known
from sayso.resolution.listed import Listed
from sayso.resolution.tables import word_list
from sayso.resolution.wording import Word

ARTICLE = "the"
# Where a part ends: what comes behind says more about the head before, or about something else.
PREPOSITIONS = frozenset(
    "of in from for to at with on by across inside within near over under against among between around behind"
    " along throughout toward towards outside off into onto about amid aboard via".split()
)
BREAKS = frozenset(
    ', ; : ( ) [ ] " “ ” who whom whose which that while as based backed led supported loyal allied linked'
    " accused opposed fighting living working serving known named called who's including".split()
)


@dataclass(frozen=True, slots=True)
class Match:
    """A known phrase over words [start, end); names count only where they are written like names."""

    start: int
    end: int
    known: Known
    is_name: bool

    def covers(self, at: int) -> bool:
        return self.start <= at < self.end


@dataclass(frozen=True, slots=True)
class Part:
    """Words [start, end) of a mention behind a preposition or mark; `lead` is it, "" for the first."""

    lead: str
    start: int
    end: int
    matches: tuple[Match, ...]


def scan(words: Sequence[Word], knowledge: Listed, date: str | None) -> list[Match]:
    """The known phrases that cover the words best: few long ones before many short ones.

    Where two ways are as good, the longer phrase is the later one, as heads stand last: "state | attorney
    general", not "state attorney | general".
    """
    # best[end] is (sum of squared lengths, the matches) of the words before it.
    best: list[tuple[int, tuple[Match, ...]]] = [(0, ())] * (len(words) + 1)
    for at in range(len(words)):
        if best[at][0] >= best[at + 1][0]:
            best[at + 1] = best[at]
        for end, known in knowledge.find(words, at, date):
            match = _match(words, at, end, known)
            score, before = best[at]
            if match is not None and score + (end - at) ** 2 > best[end][0]:
                best[end] = (score + (end - at) ** 2, (*before, match))
    return _with_spellings(words, best[-1][1], knowledge)


def _with_spellings(words: Sequence[Word], matches: Sequence[Match], knowledge: Listed) -> list[Match]:
    """With names of two or more words between the matches that are known in another spelling."""
    found: list[Match] = []
    bounds = [0, *(at for match in matches for at in (match.start, match.end)), len(words)]
    for (start, end), match in zip(
        zip(bounds[::2], bounds[1::2], strict=True), [*matches, None], strict=True
    ):
        known = _spelled(words[start:end], knowledge)
        found += [Match(start, end, known, is_name=True)] if known is not None else []
        found += [match] if match is not None else []
    return found


def _spelled(words: Sequence[Word], knowledge: Listed) -> Known | None:
    if len(words) < 2 or not all(word.is_capitalised for word in words):
        return None
    return knowledge.spelled(" ".join(word.key for word in words))


def _match(words: Sequence[Word], at: int, end: int, known: Known) -> Match | None:
    """The phrase as a name where it is written like one, else as a noun, else nothing."""
    is_name = bool(known.bodies or known.people or known.land) and _is_written_so(words, at, end, known)
    is_name = is_name and (not known.alone or _is_alone(words, at, end))
    return Match(at, end, known, is_name) if is_name or known.noun is not None else None


def _is_written_so(words: Sequence[Word], at: int, end: int, known: Known) -> bool:
    if known.capitals:
        return all(word.is_upper for word in words[at:end])
    return (
        words[at].is_capitalised
        or (end - at > 1 and words[end - 1].is_capitalised)
        or words[at].text[0].isdigit()
    )


def _is_alone(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether words are a phrase of their own, bare or after "the", or own something: "Shell's chairman".

    A capital in the middle tells as well: "a Shell official", not "Shell shock".
    """
    if at and end < len(words) and not (words[at - 1].is_capitalised or words[end].is_capitalised):
        return True
    start = at - 1 if at and words[at - 1].key == ARTICLE else at
    begins = start == 0 or _is_cut(words[start - 1])
    return begins and (end == len(words) or words[end - 1].owned or _is_cut(words[end]))


def parts(words: Sequence[Word], matches: Sequence[Match]) -> list[Part]:
    """The mention cut at prepositions and marks outside of known phrases; never empty parts."""
    covered = {at for match in matches for at in range(match.start, match.end)}
    cuts = [at for at, word in enumerate(words) if at not in covered and _is_cut(word)]
    found: list[Part] = []
    for lead, start, end in zip([-1, *cuts], [0, *(at + 1 for at in cuts)], [*cuts, len(words)], strict=True):
        if start < end:
            inside = tuple(match for match in matches if start <= match.start < end)
            found.append(Part(words[lead].key if lead >= 0 else "", start, end, inside))
    return found


def _is_cut(word: Word) -> bool:
    return (word.key in PREPOSITIONS or word.key in BREAKS) and not word.joined


def is_quantity(words: Sequence[Word], part: Part) -> bool:
    """Whether a part only counts: "dozens", "a large group", "two"; "the group" alone is somebody."""
    quantity, empty = word_list("quantity"), word_list("empty")
    return all(word.key in quantity or word.key in empty for word in words[part.start : part.end])
