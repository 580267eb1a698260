"""Files that sayso does not read: what kind they are of, and what to do about them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

_ARCHIVES = frozenset((".7z", ".bz2", ".gz", ".rar", ".tar", ".tbz", ".tgz", ".txz", ".xz", ".zip", ".zst"))
_LIST_OF_FEEDS = ".opml"
_LONGEST = 12  # characters of a suffix; what stands behind the dot of "Mr. Ames to the editor" is none
_MOST_SHOWN = 8  # kinds


def kind_of(path: Path) -> str:
    """The suffix in small letters with its dot, or what else tells what it is."""
    if path.is_dir():
        return "linked folder"
    if not path.is_file():
        return "not a regular file"
    suffix = path.suffix.lower()
    known = len(suffix) <= _LONGEST and suffix[1:].replace("-", "").isalnum()
    return suffix if known else "no suffix"


def advice(path: Path) -> str:
    """What makes it readable, "" where sayso knows of nothing."""
    suffix = path.suffix.lower()
    if suffix in _ARCHIVES:
        return "it is an archive; unpack it first"
    if suffix == _LIST_OF_FEEDS:
        return f"it is a list of feeds; `sayso watch {path}` reads it"
    return ""


def counted(kinds: Counter[str]) -> str:
    """How many files there are of each kind, the most frequent first: "3 files (.png 2, .gz 1)"."""
    ranked = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    shown = [f"{kind} {number:,}" for kind, number in ranked[:_MOST_SHOWN]]
    rest = sum(number for _, number in ranked[_MOST_SHOWN:])
    shown += [f"others {rest:,}"] if rest else []
    total = kinds.total()
    return f"{total:,} {'file' if total == 1 else 'files'} ({', '.join(shown)})"
