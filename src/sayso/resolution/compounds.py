"""Countries and groups that stand in a mention and are not who it is: "Orenia-backed rebels"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.resolution.scanning import Match
from sayso.resolution.tables import word_list
from sayso.resolution.wording import Word


def is_foreign(words: Sequence[Word], match: Match) -> bool:
    """Whether a compound makes the country or group another's: "-backed", "-led", "pro-", "anti-"."""
    if match.end < len(words) and words[match.end].joined and words[match.end].key in word_list("sponsor"):
        return True
    before = words[match.start - 1].key if match.start else ""
    return words[match.start].joined and before in word_list("stance")


def is_origin(words: Sequence[Word], match: Match) -> bool:
    """Whether a compound says that somebody is from there: "Orenia-based"."""
    return match.end < len(words) and words[match.end].joined and words[match.end].key in word_list("origin")
