"""The texts of MUC-4 with their answer keys (Sundheim 1992): news of around 1990, read by hand for violence.

A folder holds files of texts (`tst1-muc3`, `tst4-muc4.mixed-case`) and of keys (`key-tst1.v7`), as the corpus
is handed out; whatever lies up to four folders below the path is found.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sayso.evaluation.errors import CorpusError
from sayso.evaluation.muckeys import Label, read_keys

# The whole corpus has its texts three folders down (TASK/CORPORA/tst1).
DEEPEST = 4
_ID_LINE = re.compile(r"^([A-Z]+\d*-MUC\d-\d{4})(?:[ \t]+\([^()\n]*\))?[ \t]*$", re.MULTILINE)
# "SAN SALVADOR, 18 FEB 90 (DPA) --"; some datelines leave the year or the whole day out.
_DAY = re.compile(r",\s+(\d{1,2})\s+([A-Z]{3})\s+(\d{2})(?!\w)", re.IGNORECASE)
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_LONGEST_DATELINE = 200
_SNIFFED = 4096  # bytes
# One byte, one character: the corpus is older than UTF-8, and plain ASCII besides.
_ENCODING = "latin-1"


@dataclass(frozen=True, slots=True)
class Story:
    """One text.

    Attributes:
        id: in the corpus, as in TST1-MUC3-0001.
        text: dateline and body, without the line of the id.
        published: ISO date where the dateline tells it, or None.
        labels: what the key says of its organisations.
    """

    id: str
    text: str
    published: str | None
    labels: tuple[Label, ...]


def read_stories(path: Path) -> list[Story]:
    """The texts that have a key, in the order of the keys; raises CorpusError where there are none."""
    keys, others = _found(path)
    labels = {name: label for file in keys for name, label in read_keys(file.read_text(_ENCODING)).items()}
    if not labels:
        raise CorpusError(
            f"{path} holds no keys of MUC-4 (key-tst1.v7 …): give its TASK/CORPORA or one folder of that"
        )
    texts = _texts(others)
    missing = [name for name in labels if name not in texts]
    if missing:
        raise CorpusError(
            f"{path} has keys for texts that it lacks ({missing[0]} and {len(missing) - 1} more):"
            " put the texts beside their keys"
        )
    return [Story(name, texts[name], published(texts[name]), label) for name, label in labels.items()]


def _found(path: Path) -> tuple[list[Path], list[Path]]:
    """(files of keys, all others), each in the order of their names."""
    if not path.is_dir():
        raise CorpusError(f"{path} is no folder: give the folder that holds the texts and keys of MUC-4")
    files = [file for file in _walk(path) if file.is_file()]
    keys = [file for file in files if file.name.startswith("key-")]
    return keys, [file for file in files if file not in set(keys)] if keys else []


def _walk(path: Path) -> Iterator[Path]:
    top = len(path.parts)
    for folder, below, names in os.walk(path):
        deep = len(Path(folder).parts) - top >= DEEPEST
        below[:] = [] if deep else sorted(name for name in below if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(names))


def _texts(files: Sequence[Path]) -> dict[str, str]:
    """Id -> text; where a text is there twice, the one that keeps small letters."""
    found: dict[str, str] = {}
    for file in files:
        if _begins_with_id(file):
            for name, text in split_texts(file.read_text(_ENCODING)):
                if name not in found or not _is_mixed(found[name]):
                    found[name] = text
    return found


def _begins_with_id(file: Path) -> bool:
    with file.open("rb") as opened:
        return bool(_ID_LINE.match(opened.read(_SNIFFED).decode(_ENCODING).replace("\r", "").lstrip()))


def _is_mixed(text: str) -> bool:
    return any(character.islower() for character in text)


def split_texts(content: str) -> Iterator[tuple[str, str]]:
    """(id, text) of each text in a file."""
    _, *parts = _ID_LINE.split(content)
    for name, text in zip(parts[::2], parts[1::2], strict=True):
        yield name, text.strip()


def published(text: str) -> str | None:
    """The ISO date in the dateline of a text, or None where it gives no day or no year."""
    match = _DAY.search(text[:_LONGEST_DATELINE].partition("--")[0])
    return _iso(match[1], match[2].upper(), match[3]) if match else None


def _iso(day: str, month: str, year: str) -> str | None:
    """1990-02-04 for 4 FEB 90; None for a day that no calendar has."""
    try:
        return date(1900 + int(year), _MONTHS.index(month) + 1, int(day)).isoformat()
    except ValueError:
        return None
