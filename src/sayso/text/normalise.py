"""Any string to the text that is stored: the same words without what cannot be seen.

Control and formatting characters let a page show one thing and say another: a bidirectional
override can swap speaker and spoken, a zero-width space can split a name. They are removed;
line ends become a line feed, odd spaces a space, a lone surrogate the replacement character.
Curly quotes, dashes and accents stay as they are.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.text.offsets import OffsetMap

REPLACEMENT = "\ufffd"
_LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f"  # controls
    "\u00ad\u061c\u180e"  # soft hyphen, Arabic letter mark, Mongolian vowel separator
    "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"  # zero-width and bidirectional
    "\ufeff\ufff9-\ufffb\ufffe\uffff"  # byte-order mark, interlinear marks, non-characters
)
_TAGS = "\U000e0000-\U000e007f"  # invisible letters, used to hide text
_CHANGED = re.compile(f"[{_LINE_ENDS}{_SPACES}{_INVISIBLE}{_TAGS}\x80-\x9f\ud800-\udfff]")
_REMOVED = np.uint32(0xFFFFFFFF)
_PLANE = 0x10000


@dataclass(frozen=True, slots=True)
class Normalised:
    """A stored text and the way back.

    Attributes:
        text: the text as stored.
        offsets: from positions in `text` to positions in the original.
    """

    text: str
    offsets: OffsetMap


def normalise(original: str) -> Normalised:
    """The stored text of `original`; linear in its length, and idempotent."""
    if not _CHANGED.search(original):
        return Normalised(original, OffsetMap.identity(len(original)))
    codes = np.frombuffer(original.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    changed = _change(codes)
    kept = changed != _REMOVED
    text = changed[kept].astype("<u4").tobytes().decode("utf-32-le")
    return Normalised(text, _offsets(kept))


def _change(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """What each character (code points, one per character) becomes, `_REMOVED` for nothing."""
    changed = codes.copy()
    plane = codes < _PLANE
    changed[plane] = _table()[codes[plane]]
    changed[(codes >= 0xE0000) & (codes <= 0xE007F)] = _REMOVED
    changed[:-1][(codes[:-1] == ord("\r")) & (codes[1:] == ord("\n"))] = _REMOVED
    return changed


def _offsets(kept: NDArray[np.bool_]) -> OffsetMap:
    """The map that follows from which original characters were kept."""
    original = np.flatnonzero(kept).astype(np.int64)
    stored = np.flatnonzero(np.diff(original, prepend=-1) != 1).astype(np.int64)
    if not len(stored) or stored[0] != 0:
        stored = np.insert(stored, 0, 0)
    origins = original[stored] if len(original) else np.zeros(1, np.int64)
    return OffsetMap(array("q", stored.tobytes()), array("q", origins.tobytes()), len(original), len(kept))


@lru_cache(maxsize=1)
def _table() -> NDArray[np.uint32]:
    """For every character of the basic plane, what it becomes (65,536 code points)."""
    table = np.arange(_PLANE, dtype=np.uint32)
    for character in re.findall(f"[{_INVISIBLE}]", "".join(map(chr, range(_PLANE)))):
        table[ord(character)] = _REMOVED
    table[[ord(character) for character in _LINE_ENDS]] = ord("\n")
    table[[ord(character) for character in _SPACES]] = ord(" ")
    table[0xD800:0xE000] = ord(REPLACEMENT)
    for code in range(0x80, 0xA0):
        if code != 0x85:
            table[code] = _western(code)
    return table


def _western(code: int) -> int:
    """What a C1 control was meant to be.

    Nobody types C1 controls: they are Windows-1252 quotes and dashes (0x93 for “) that some
    program on the way took for Latin-1. Browsers read them the same way.
    """
    try:
        return ord(bytes([code]).decode("cp1252"))
    except UnicodeDecodeError:
        return int(_REMOVED)
