"""Words to entries of an uncased vocabulary, the longest first (Devlin et al. 2019, arXiv:1810.04805).

Forty lines of our own: the library that does the same brings forty megabytes of others along.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

UNKNOWN = "[UNK]"
_INSIDE = "##"
# A run of more letters than this is no word.
_LONGEST = 100
_IDEOGRAPHS = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip


class WordPiece:
    """A vocabulary that words are cut by.

    Args:
        vocabulary: piece -> its number; pieces inside a word begin with "##".
    """

    def __init__(self, vocabulary: dict[str, int]) -> None:
        self._vocabulary = vocabulary
        self.unknown = vocabulary[UNKNOWN]

    @classmethod
    def from_file(cls, path: Path) -> WordPiece:
        """The vocabulary in a `tokenizer.json`."""
        return cls(json.loads(path.read_text(encoding="utf-8"))["model"]["vocab"])

    def pieces(self, word: str) -> list[int]:
        """The numbers of a word's pieces; none for a word of nothing but control characters."""
        return [number for part in _parts(_normal(word)) for number in self._cut(part)]

    def _cut(self, part: str) -> list[int]:
        if len(part) > _LONGEST:
            return [self.unknown]
        found: list[int] = []
        start = 0
        while start < len(part):
            for end in range(len(part), start, -1):
                number = self._vocabulary.get((_INSIDE if start else "") + part[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return [self.unknown]
        return found


def _normal(word: str) -> str:
    """In lower case without accents and control characters."""
    if word.isascii() and word.isprintable():
        return word.lower()
    shown = "".join(_shown(character) for character in word)
    bare = (c for c in unicodedata.normalize("NFD", shown) if unicodedata.category(c) != "Mn")
    return "".join(character.lower() for character in bare)


def _shown(character: str) -> str:
    if character.isspace():
        return " "
    if character == "\ufffd" or unicodedata.category(character).startswith("C"):
        return ""
    code = ord(character)
    return f" {character} " if any(a <= code <= b for a, b in _IDEOGRAPHS) else character


def _parts(text: str) -> Iterator[str]:
    """Runs of letters and figures; each mark stands alone."""
    start = 0
    for at, character in enumerate(text):
        if character.isspace() or _is_mark(character):
            if start < at:
                yield text[start:at]
            if not character.isspace():
                yield character
            start = at + 1
    if start < len(text):
        yield text[start:]


def _is_mark(character: str) -> bool:
    if character.isascii():
        return not character.isalnum() and character.isprintable()
    return unicodedata.category(character).startswith("P")
