"""Files, folders and JSON lines as a stream of documents to read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.reading import ReadingError
from sayso.reading.intake import MAX_BYTES

SUFFIXES = frozenset((".txt", ".text", ".html", ".htm", ".xhtml", ".md", ".markdown"))
LINES = frozenset((".jsonl", ".ndjson"))


@dataclass(frozen=True, slots=True)
class Item:
    """One document that is still to be read.

    Attributes:
        name: file, or file and line, for messages.
        path: of a file, or None for a line.
        line: the JSON line, or None for a file and for a line that is too long to be one document.
    """

    name: str
    path: Path | None = None
    line: str | None = None


def items(inputs: Sequence[Path], *, out: Path | None = None) -> Iterator[Item]:
    """The documents of files, folders (every text, HTML, Markdown and JSONL file below) and JSONL files.

    One at a time and always in the same order; no more than one directory's names are held at once.

    Args:
        inputs: what is read.
        out: the output, which is no input even where it lies in a folder of inputs.

    Raises:
        ReadingError: an input does not exist, or a folder holds nothing to read.
        OSError: a folder or a JSONL file cannot be read.
    """
    for path in files(inputs, out=out):
        yield from _lines(path) if _holds_lines(path) else (Item(str(path), path=path),)


def files(inputs: Sequence[Path], *, out: Path | None = None) -> Iterator[Path]:
    """The files that inputs stand for, in the order in which they are read; raises as `items` does."""
    for path in inputs:
        if path.is_dir():
            yield from _folder(path, out)
        elif not path.exists():
            raise ReadingError(f"{path} does not exist; give files, folders or .jsonl files")
        elif out is not None and out.exists() and path.samefile(out):
            raise ReadingError(f"{path} is an input and the output as well; write to another file")
        elif _holds_lines(path) and not path.is_file():
            # It is read twice, once to count.
            raise ReadingError(f"{path} is no regular file; JSON lines are read from a file on disk")
        else:
            yield path


def mark(inputs: Sequence[Path], *, out: Path | None = None) -> str:
    """A fingerprint of the inputs: another one where a file came, went, grew or was written to."""
    seen = hashlib.sha256()
    for path in files(inputs, out=out):
        known = path.stat()
        seen.update(repr((os.fsencode(path), known.st_size, known.st_mtime_ns)).encode())
    return seen.hexdigest()[:32]


def _holds_lines(path: Path) -> bool:
    return path.suffix.lower() in LINES


def _folder(path: Path, out: Path | None) -> Iterator[Path]:
    own = out.resolve() if out is not None else None
    empty = True
    for folder, below, names in os.walk(path, onerror=_refuse):
        below.sort()
        for name in sorted(names):
            file = Path(folder, name)
            if file.suffix.lower() in SUFFIXES | LINES and file.is_file() and file.resolve() != own:
                empty = False
                yield file
    if empty:
        kinds = ", ".join(sorted(SUFFIXES | LINES))
        raise ReadingError(f"{path} holds no file that sayso reads ({kinds})")


def _refuse(error: OSError) -> None:
    raise error


def _lines(path: Path) -> Iterator[Item]:
    """The lines that are not blank; of one that is too long nothing is kept."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(MAX_BYTES + 1):
            number += 1
            name = f"{path}, line {number}"
            if len(line) > MAX_BYTES:
                while line and not line.endswith(b"\n"):
                    line = file.readline(MAX_BYTES)
                yield Item(name)
            elif line.strip():
                yield Item(name, line=line.decode("utf-8-sig" if number == 1 else "utf-8", "replace"))
