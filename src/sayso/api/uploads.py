"""Files that a browser sends, put on disk until they are read; then they are gone."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from anyio.to_thread import run_sync
from fastapi import Depends, Request
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from sayso.inputs.files import items
from sayso.inputs.item import Item
from sayso.reading import ReadingError

MOST_FILES = 200
_MOST_FIELDS = 20
_LONGEST_TEXT = 1_000_000  # bytes of one field
_LONGEST_NAME = 120
_CODED = "it holds documents that are coded already, or corrections; give it to `sayso ingest`"


@dataclass(frozen=True, slots=True)
class Kept:
    """Files in a folder of their own.

    Attributes:
        folder: that is removed in the end.
        files: each in a folder of its own below it, by the name that it came with.
    """

    folder: Path
    files: tuple[Path, ...]

    def remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def items(self) -> Iterator[Item]:
        """The documents in them, named as the files were."""
        for file in self.files:
            try:
                for item in items([file]):
                    yield self._named(item, file)
            except (ReadingError, OSError) as error:
                yield Item(file.name, fault=self.told(str(error)))

    def told(self, words: str) -> str:
        """Without where the files lie on this machine."""
        for file in self.files:
            words = words.replace(f"{file.parent}/", "")
        return words

    def _named(self, item: Item, file: Path) -> Item:
        name = self.told(item.name)
        if (
            item.ready is not None
        ):  # whoever may only correct by their own name must not bring those of others
            return Item(name, fault=_CODED)
        if item.fault is not None:
            return replace(item, name=name, fault=self.told(item.fault))
        return replace(item, name=name)


def keep(given: Sequence[UploadFile]) -> Kept:
    """Writes files to disk; `Kept.remove` takes them away again."""
    folder = Path(tempfile.mkdtemp(prefix="sayso-"))
    kept = []
    for number, one in enumerate(given):
        place = folder / str(number) / _name(one.filename or "")
        place.parent.mkdir()
        with place.open("wb") as out:
            shutil.copyfileobj(one.file, out)
        kept.append(place)
    return Kept(folder, tuple(kept))


def _name(given: str) -> str:
    """A name is what another machine says: only its last part, and nothing that means anything in a path."""
    last = given.replace("\\", "/").rpartition("/")[2]
    plain = "".join(one if one.isprintable() and one not in '<>:"|?*' else "_" for one in last).strip(". ")
    stem, dot, suffix = plain.rpartition(".")
    return f"{stem[:_LONGEST_NAME]}{dot}{suffix[:20]}" if dot else plain[:_LONGEST_NAME] or "file"


async def _sent(request: Request) -> FormData:
    if not request.headers.get("content-type", "").casefold().startswith("multipart/form-data"):
        raise HTTPException(415, "Files come as multipart/form-data, as a form of a page sends them")
    return await request.form(max_files=MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=_LONGEST_TEXT)


async def keep_files(form: FormData) -> Kept:
    """The files of a form; raises HTTPException where there is none."""
    given = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
    if not given:
        raise HTTPException(400, "No file is given; choose some, or drop them on the field")
    return await run_sync(keep, given)


def words_of(form: FormData, name: str) -> str:
    """A field of words, "" where it is none."""
    found = form.get(name, "")
    return found if isinstance(found, str) else ""


# `async def handler(form: Sent)`: the fields and files of a multipart form.
Sent = Annotated[FormData, Depends(_sent)]
