"""The Admiralty code, in which analysts grade reports: a letter for the source, a digit for the information.

The meanings are those of NATO's STANAG 2511 and AJP-2.1. Either half is graded apart from the other.

Letters are opinions about people, so they come from a user's table alone; without an entry it is F.

Digits are given by one rule. 1, "confirmed by other sources", is given where two or more independent origins
tell it, not all on the word of one party, and nobody denies it. Everything else is 6, "truth cannot be
judged".
2 to 5 are never given: the standard asks for 2 and 3 how far a report agrees with a pattern of behaviour that
is known already, for 4 and 5 how far it conflicts with one, and that is knowledge which no set of articles
holds. So a denial makes 6 and not 4 or 5: it tells that somebody denies, and not that the report is doubtful.
1 tells where a report comes from, and no more that it is true than any other digit does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.comparing.testimony import Testimony
from sayso.comparing.vouched import Vouched
from sayso.text.folding import folded_words

RELIABILITY: Mapping[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
CREDIBILITY: Mapping[int, str] = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}
UNRATED = "F"


@dataclass(frozen=True, slots=True)
class Grade:
    """A letter and a digit, as in "B1"."""

    letter: str
    digit: int

    def __str__(self) -> str:
        return f"{self.letter}{self.digit}"


def credibility(event: Vouched) -> int:
    """1 where independent origins confirm each other and nobody denies, else 6; see above."""
    return 1 if event.words == ("corroborated",) else 6


def grade(testimony: Testimony, event: Vouched, letters: Mapping[str, str]) -> Grade:
    """The grade of one account.

    Args:
        letters: what a person gave, by the folded words of a source's or an outlet's name. The voice counts
            on whose word an account tells it, and the outlet where it tells it in its own.
    """
    voice = testimony.voice.name if testimony.voice is not None else testimony.account.source
    name = voice if testimony.on_word else testimony.account.outlet
    return Grade(letters.get(" ".join(folded_words(name or "")), UNRATED), credibility(event))
