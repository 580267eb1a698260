"""Files and folders as a stream of documents to read."""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from glob import glob
from pathlib import Path

from sayso.inputs.collections import COLLECTIONS, reader_of
from sayso.inputs.columns import Columns
from sayso.inputs.item import Item
from sayso.inputs.remote import Remote, path_of
from sayso.inputs.stdin import STDIN, stdin_items
from sayso.inputs.unread import advice, counted, kind_of
from sayso.reading import ReadingError

SUFFIXES = frozenset((".txt", ".text", ".html", ".htm", ".xhtml", ".md", ".markdown", ".pdf"))
_PATTERN = re.compile(r"[*?\[]")
READ = SUFFIXES.union(*(collection.suffixes for collection in COLLECTIONS))
_ENDS = tuple(READ)
_READABLE = ", ".join(sorted(READ))
Told = Callable[[Path], object]


def items(
    inputs: Sequence[Path],
    *,
    out: Path | None = None,
    columns: Columns | None = None,
    at: Told | None = None,
    passed: Told | None = None,
) -> Iterator[Item]:
    """The documents of files, of collections, and of folders with all that sayso reads below them.

    One at a time and always in the same order; no more than one directory's names are held at once.

    Args:
        inputs: what is read.
        out: the output, which is no input even where it lies in a folder of inputs.
        columns: of tables and JSON lines.
        at: is told of each file when it is begun.
        passed: is told of each file in a folder that is passed over, since sayso does not read its kind.

    Raises:
        ReadingError: an input does not exist, a folder holds nothing to read, a collection that is
            the only input is not what it seems.
        OSError: a folder or a collection cannot be read.
    """
    for path in files(inputs, out=out, passed=passed):
        if at is not None:
            at(path)
        if path == STDIN:
            yield from stdin_items(columns or Columns())
            continue
        reader = reader_of(path)
        if reader is None:
            yield _single(path)
            continue
        try:
            yield from reader(path, columns or Columns())
        except ReadingError as error:
            # Of several files the others are read; whoever names a single one wants that one.
            if [*inputs] == [path]:
                raise
            yield Item(str(path), fault=str(error).removeprefix(str(path)).lstrip(" ,:"))


def _single(path: Path) -> Item:
    """A file that is one document, whatever its name; but for an archive and the like, which holds others."""
    told = advice(path)
    return Item(str(path), fault=f"{told}; sayso reads {_READABLE}") if told else Item(str(path), path=path)


def expand(given: Sequence[str]) -> list[Path]:
    """Paths of what was written on a command line: a pattern stands for what it matches, sorted.

    Raises:
        ReadingError: nothing matches a pattern, or a URL is none of a store.
    """
    found: list[Path] = []
    for one in given:
        path = path_of(one)
        if not _PATTERN.search(one) or path.exists():
            found.append(path)
            continue
        matches = _matching(path, one)
        if not matches:
            raise ReadingError(f"{one} matches no file; check the pattern")
        found += matches
    return found


def _matching(path: Path, pattern: str) -> Sequence[Path]:
    if isinstance(path, Remote):
        return path.matching()
    return [Path(one) for one in sorted(glob(pattern, recursive=True))]  # noqa: PTH207 (it may be absolute)


def files(inputs: Sequence[Path], *, out: Path | None = None, passed: Told | None = None) -> Iterator[Path]:
    """The files that inputs stand for, in the order in which they are read; arguments and errors as for
    `items`.
    """
    for path in inputs:
        if path == STDIN:
            yield path
        elif path.is_dir():
            yield from _folder(path, out, passed)
        elif not path.exists():
            raise ReadingError(f"{path} does not exist; give files or folders")
        elif out is not None and out.exists() and path.samefile(out):
            raise ReadingError(f"{path} is an input and the output as well; write to another file")
        elif not path.is_file() and reader_of(path):
            # It is read twice, once to count.
            raise ReadingError(f"{path} is no regular file; a collection is read from a file on disk")
        else:
            yield path


def mark(inputs: Sequence[Path], *, out: Path | None = None) -> str:
    """A fingerprint of the inputs: another one where a file came, went, grew or was written to."""
    seen = hashlib.sha256()
    for path in files(inputs, out=out):
        if path == STDIN:
            continue
        if isinstance(path, Remote):
            seen.update(f"{path} {path.version()}".encode())
            continue
        known = path.stat()
        seen.update(repr((os.fsencode(path), known.st_size, known.st_mtime_ns)).encode())
    return seen.hexdigest()[:32]


def _folder(path: Path, out: Path | None, passed: Told | None) -> Iterator[Path]:
    own = out.resolve() if out is not None else None
    empty, left = True, Counter[str]()
    for file in _below(path):
        if file.resolve() == own:
            continue
        if _is_read(file):
            empty = False
            yield file
        else:
            left[kind_of(file)] += 1
            if passed is not None:
                passed(file)
    if empty:
        held = f", only {counted(left)}; unpack archives first" if left else ""
        raise ReadingError(f"{path} holds no file that sayso reads ({_READABLE}){held}")


def _below(path: Path) -> Iterator[Path]:
    """Everything below a folder that is no folder, and links to folders, which are not followed."""
    if isinstance(path, Remote):
        yield from path.below()
        return
    for folder, below, names in os.walk(path, onerror=_refuse):
        below.sort()
        links = [name for name in below if Path(folder, name).is_symlink()]
        yield from (Path(folder, name) for name in sorted([*names, *links]))


def _is_read(file: Path) -> bool:
    return file.name.lower().endswith(_ENDS) and file.is_file()


def _refuse(error: OSError) -> None:
    raise error
