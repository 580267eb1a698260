"""Names of places as they are looked up: without case, accents, stops and apostrophes."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ə": "a", "ħ": "h"}
)
# Romanised Arabic writes ayn and hamza in a dozen ways, and newspapers leave them out: Sana'a, Ta’iz, Raʻs.
_DROPPED = re.compile(r"[.'’‘`´ʻʼʿʾ′ʹʽ]")
_GAP = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"the (?=\w)")
# Romanised names of one place differ in vowels, doubled letters and articles: Deir Ezzor, Dayr az-Zawr.
_ARTICLE_BEFORE = re.compile(r"\b(?:al|el|ad|adh|an|ar|as|ash|at|ath|az|ed|er|es|esh|et|ez|il|ul|ol) (?=\w)")
_GROWN_ARTICLE = re.compile(r"\b[ae](?=(\w)\1)")
_SOUNDS = str.maketrans("eiyowqcv", "aaauukkw", " h")
_REPEATED = re.compile(r"(\w)\1+")
_SHORTEST_SOUND = 4
# Stands before a sound where names are filed by it; no name has it.
SOUND = "~"
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_SHORT_WORD = re.compile(r"\b(?:st|ste|mt|ft)\b(?= \w)")
# Nothing that long is looked up; the longest name of GeoNames has some 200 characters.
LONGEST = 200


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """What the name is filed under: "The Hague" -> "hague", "St. Mary’s" -> "saint marys", "U.S." -> "us".

    Empty for a name without letters or digits.
    """
    text = name[:LONGEST].casefold().replace("&", " and ")
    words = _GAP.sub(" ", _DROPPED.sub("", text if text.isascii() else _bare(text))).strip()
    whole = _SHORT_WORD.sub(lambda match: _SHORT[match[0]], words)
    return _ARTICLE.sub("", whole, count=1) if whole.startswith("the ") else whole


def _bare(text: str) -> str:
    """Letters without their accents."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in parts if not unicodedata.combining(letter)).translate(_LETTERS)


def sound(filed: str) -> str:
    """What a key sounds like, for names that are written in many ways: "ain issa", "ayn isa" -> "~anasa".

    Empty for a name that is too short to be told from others.
    """
    bare = _GROWN_ARTICLE.sub("", _ARTICLE_BEFORE.sub("", filed))
    heard = _REPEATED.sub(r"\1", bare.translate(_SOUNDS).replace("au", "u"))
    return SOUND + heard if len(heard) >= _SHORTEST_SOUND else ""
