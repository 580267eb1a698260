"""Which names are those of one party of a network, and which words name nobody."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.text.folding import fold, slug

_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)
# Two texts that say "they" speak of different people.
_NOBODY = frozenset(
    "i me my we us our you your he him his she her it its they them their who which that this these those"
    " one someone somebody anyone anybody nobody everyone everybody both others another himself"
    " herself itself themselves".split()
)


def bare(name: str) -> str:
    """Without an article before it: "the patrol" and "a patrol" are looked for by the same word."""
    name = name.strip()
    return name[match.end() :] if (match := _ARTICLE.match(name)) else name


def is_nobody(name: str) -> bool:
    """Whether a bare name is none: a pronoun, or nothing at all."""
    return not name or fold(name) in _NOBODY


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """What two ways to write a bare name have in common."""
    return slug(name) or fold(name)
