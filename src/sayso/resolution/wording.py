"""A mention as words: letters without accents, hyphens taken apart, possessives on their own."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|'s(?!\w)"
    r"|[^\W_]+(?:(?!'s(?!\w))['&.][^\W_]+)*"
    r"|[-–‑—]|[^\w\s]|_"
)
PLAIN = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*\Z")
APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")
HYPHENS = frozenset("-–‑—")
# Letters that have no accent to lose.
LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ß": "ss", "æ": "ae"}
)
POSSESSIVE = "'s"
LONGEST = 600  # characters; nobody's name is longer
# Names of up to so many letters are acronyms: "mit", "pan" and "raw" are words.
SHORT = 3
# Acronyms that are words or names as well, however long.
ACRONYMS = frozenset("who usa uae prc drc dprk aman odd pis pet mas atf arena dawn".split())


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a mention.

    Attributes:
        text: as written.
        key: lower case, without accents and dots.
        joined: whether a hyphen ties it to the word before.
        owned: whether a possessive follows it.
    """

    text: str
    key: str
    joined: bool = False
    owned: bool = False

    @property
    def is_capitalised(self) -> bool:
        return self.text[:1].isupper()

    @property
    def is_upper(self) -> bool:
        return self.text.isupper()


def fold(text: str) -> str:
    """Lower case without accents, dots and the like: the key of one word."""
    if text.isascii():
        return text.lower().replace(".", "")
    parts = unicodedata.normalize("NFKD", text.translate(LETTERS))
    return "".join(c for c in parts if not unicodedata.combining(c)).lower().replace(".", "")


@lru_cache(maxsize=65_536)
def _key(token: str) -> str:
    return fold(token) or token


def words(mention: str) -> list[Word]:
    """The words of a mention and its punctuation; possessives and hyphens are marks on words."""
    found: list[Word] = []
    joined = False
    for match in TOKEN.finditer(mention[:LONGEST].translate(APOSTROPHES)):
        token = match.group()
        if token in HYPHENS:
            # "car - borne" is a compound that a tokenizer took apart.
            joined = bool(found)
        elif found and (token == POSSESSIVE or (token == "'" and found[-1].key.endswith("s"))):
            last = found[-1]
            found[-1] = Word(last.text, last.key, last.joined, owned=True)
        elif token != ".":
            found.append(Word(token, _key(token), joined))
            joined = False
    return found


def key(phrase: str) -> str:
    """The key of a phrase: those of its words, with spaces between."""
    if PLAIN.match(phrase):
        return phrase
    return " ".join(word.key for word in words(phrase))


def needs_capitals(name: str) -> bool:
    """Whether a name counts only in capitals: an acronym that small letters would make a word."""
    phrase = key(name)
    is_proper = name[:1].isupper() and not name.isupper()
    return " " not in phrase and (phrase in ACRONYMS or (len(phrase) <= SHORT and not is_proper))
