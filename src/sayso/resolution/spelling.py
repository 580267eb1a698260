"""Names in other spellings: what two ways of writing a foreign name in Latin letters have in common."""

from __future__ import annotations

import re

# Sounds that newspapers write in several ways: Sunnah and Sunna, Yusuf and Youssef, Valery and Valeri.
SAME = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"([kgdt])h"), r"\1"),
    (re.compile(r"ck|q"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ou|oo|o"), "u"),
    (re.compile(r"ee|ie|ei|ey|iy|e|y|j(?![aeiou])"), "i"),
    (re.compile(r"'"), ""),
    (re.compile(r"(\w)\1+"), r"\1"),
    (re.compile(r"(?<=\w)h\b"), ""),
)
# Shorter names are alike by chance.
SHORTEST = 9


def loose(phrase: str) -> str:
    """The spelling that alike names of two or more words share; "" for names too short to tell."""
    if " " not in phrase or len(phrase) < SHORTEST:
        return ""
    for pattern, written in SAME:
        phrase = pattern.sub(written, phrase)
    return phrase
