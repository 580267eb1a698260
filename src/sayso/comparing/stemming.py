"""Words without their endings, and the deeds of the codebook that they may name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sayso.codebook.loading import load_codebook
from sayso.comparing.figures import HARMS

_ENDINGS = (
    "ations", "ation", "ments", "ment", "ings", "ing", "ers", "er", "ies", "ied", "als", "al", "ed", "es",
    "s", "e", "y",
)  # fmt: skip
_NAME_ENDINGS = ("ians", "ian", "ans", "ese", "an", "ia", "a", "i")
_SHORTEST = 3
_VOWELS = frozenset("aeiou")
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")


@lru_cache(maxsize=1 << 16)
def token(word: str, capital: bool) -> str:
    """A word without its endings; of names the people and the country are one ("Velmorans", "Velmora")."""
    if word in HARMS:
        return HARMS[word]
    if capital:
        ending = next((e for e in _NAME_ENDINGS if word.endswith(e) and len(word) - len(e) > _SHORTEST), "")
        if ending:
            return word.removesuffix(ending)
    return stem(word)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A folded word without its endings: "withdrew", "withdrawal" -> "withdraw"; "closing" -> "clos"."""
    irregular = load_codebook().irregular.get(word)
    base = irregular[0] if irregular else word
    ending = next((each for each in _ENDINGS if _ends(base, each)), "")
    return _DOUBLED.sub(r"\1", base.removesuffix(ending).removesuffix("e"))


def _ends(word: str, ending: str) -> bool:
    """Whether this is an ending of the word: of "used", not of "red", "gas" or "convoy"."""
    rest = word.removesuffix(ending)
    if rest == word or word.endswith("ss") or (ending == "y" and rest[-1:] in _VOWELS):
        return False
    return len(rest) >= (_SHORTEST - 1 if ending in ("ed", "e") else _SHORTEST)


@lru_cache(maxsize=1 << 14)
def deeds(token: str) -> frozenset[str]:
    return _named_deeds().get(token, frozenset())


@cache
def _named_deeds() -> dict[str, frozenset[str]]:
    """For each word of the codebook without its ending, the types with their modes that it may name."""
    found: dict[str, set[str]] = {}
    for entry in load_codebook().entries:
        if entry.mode is not None and not entry.before:
            found.setdefault(stem(entry.lemma), set()).add(f"{entry.type}/{entry.mode}")
    return {token: frozenset(deeds) for token, deeds in found.items()}
