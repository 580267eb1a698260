"""A mention taken apart: its head part, what belongs to the head behind it, and the words left over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.resolution.compounds import is_foreign
from sayso.resolution.listed import Listed
from sayso.resolution.scanning import Match, Part, is_quantity, parts, scan
from sayso.resolution.tables import word_list, word_map
from sayso.resolution.wording import Word, words

JOINING = frozenset(("and", "&", "or"))
DETERMINERS = frozenset("the a an its his her their our some".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of somebody.

    Attributes:
        words: all of it.
        core: the part that holds the head.
        rest: the parts behind it.
    """

    words: Sequence[Word]
    core: Part
    rest: tuple[Part, ...]

    def left_over(self, part: Part) -> list[int]:
        """The words of a part that no known phrase covers."""
        covered = {at for match in part.matches for at in range(match.start, match.end)}
        return [at for at in range(part.start, part.end) if at not in covered]

    def phrase(self, start: int, end: int) -> str:
        return " ".join(word.text for word in self.words[start:end])

    @property
    def counts(self) -> bool:
        """Whether it begins with a number: "two Orenians"."""
        first = self.words[self.core.start].key
        return first.isdigit() or first in word_list("number")

    def own(self, part: Part) -> list[Match]:
        """The matches of a part without those that a compound makes another's."""
        return [match for match in part.matches if not (match.is_name and is_foreign(self.words, match))]


def take_apart(mention: str, knowledge: Listed, date: str | None) -> Mention | None:
    """None where there are no words."""
    found = words(mention)
    if not found:
        return None
    listed = parts(found, scan(found, knowledge, date))
    if not listed:
        return None
    first = 0
    # "Dozens of lawyers" and "a group of men" are the lawyers and the men.
    while first + 1 < len(listed) and listed[first + 1].lead == "of" and is_quantity(found, listed[first]):
        first += 1
    core, *rest = listed[first:]
    return Mention(found, _without_second(found, core), tuple(rest))


def _without_second(found: Sequence[Word], core: Part) -> Part:
    """The core up to its "and": of "ministers and generals" the first; "US and UK troops" have one head."""
    for at in range(core.start + 1, core.end):
        if found[at].key in JOINING and not any(match.covers(at) for match in core.matches):
            before = [match for match in core.matches if match.end <= at]
            if before and before[-1].end == at and _is_shared(found, before[-1], at):
                continue
            if any(_has_head(match) for match in before):
                return replace(core, end=at, matches=tuple(before))
    return core


def _is_shared(found: Sequence[Word], match: Match, at: int) -> bool:
    """Whether a word before "and" belongs to a noun behind it: the "health and welfare minister"."""
    if at + 1 < len(found) and found[at + 1].key in DETERMINERS:
        return False
    phrase = " ".join(word.key for word in found[match.start : match.end])
    listed = (word_map("weak"), word_map("second"), word_list("adjective"))
    return any(phrase in words for words in listed)


def _has_head(match: Match) -> bool:
    known = match.known
    return known.noun is not None or (match.is_name and bool(known.bodies or known.people))


def is_former(mention: Mention, part: Part, end: int) -> bool:
    """Whether a word before the head says that an office is over: "former", "ex-", "ousted"."""
    return any(mention.words[at].key in word_list("former") for at in mention.left_over(part) if at < end)
