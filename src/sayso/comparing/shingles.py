"""Fingerprints of a text: a few of its word sequences, chosen so that copies choose the same ones.

A wire paragraph inside a longer story is a small part of both texts. Hashing whole texts (MinHash with
locality-sensitive hashing, as datasketch and rensa do it well) estimates how much two texts have in common
out of all that both hold, and so loses exactly this paragraph; true copies in the press share about 30 % of
their three-word sequences. Fingerprints are looked up one by one: any that two documents share makes them
candidates, whatever else stands around it. They lie in an index of the store, which grows with each document,
knows no order of arrival and holds nothing in memory; that is why no library is needed here.

The choice is winnowing (Schleimer, Wilkerson and Aiken 2003): of every WINDOW neighbouring sequences the one
with the smallest hash. Texts that share WINDOW + WORDS - 1 words in a row always share a fingerprint.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

WORDS = 4
WINDOW = 6
# "at the end of the day": sequences of small words alone are everybody's.
TELLING_LETTERS = 5
TELLING_WORDS = 2
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
_DIGIT = re.compile(r"\d")


def fingerprints(words: Sequence[str]) -> tuple[int, ...]:
    """The fingerprints of folded words, sorted, each once: 0 <= value < 2**47, six bytes in SQLite.

    Their number is about a fifth of the number of words; there are none for fewer than WORDS words. The same
    on every machine and in every version of Python.
    """
    hashes = _hashes(words)
    return tuple(sorted(set(_winnowed(hashes).tolist()))) if len(hashes) else ()


def _hashes(words: Sequence[str]) -> NDArray[np.uint64]:
    """The hash of each sequence of WORDS words that has enough telling ones among them."""
    if len(words) < WORDS:
        return np.zeros(0, dtype=np.uint64)
    codes = np.array([_code(word) for word in words], dtype=np.uint64)
    telling = np.array([_is_telling(word) for word in words])
    kept = sliding_window_view(telling, WORDS).sum(axis=1) >= TELLING_WORDS
    return np.asarray(_mixed(sliding_window_view(codes, WORDS))[kept], dtype=np.uint64)


def _mixed(sequences: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """One number for each row, which depends on the order of its words; 64 bits wrap round, 47 are kept."""
    value = np.zeros(len(sequences), dtype=np.uint64)
    for at in range(WORDS):
        value = (value ^ sequences[:, at]) * _BASE
        value ^= value >> np.uint64(29)
    value = value * _MIX
    return value >> np.uint64(17)


def _is_telling(word: str) -> bool:
    return len(word) >= TELLING_LETTERS or _DIGIT.search(word) is not None


@lru_cache(maxsize=1 << 16)
def _code(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8"), digest_size=8).digest(), "big")


def _winnowed(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The smallest hash of each window; of a text shorter than a window, its smallest."""
    windows = sliding_window_view(hashes, min(WINDOW, len(hashes)))
    return np.asarray(windows.min(axis=1))
