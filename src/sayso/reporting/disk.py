"""The files that documents were read from, as they lie there now."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

# What a place in a collection is called after its file: "news.jsonl, line 3".
_PLACE = ", "


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A file on this machine.

    Attributes:
        name: without its folders.
        sha256: of its bytes, None where there is no such file now.
        size: bytes, None likewise.
        whole: whether the file is the document by itself, and not a collection that holds it.
    """

    name: str
    sha256: str | None
    size: int | None
    whole: bool


def on_disk(name: str) -> OnDisk:
    """The file of a place, by the name that it was handed in with; relative names start in this folder."""
    at = len(name)
    while at > 0:
        path = Path(name[:at])
        found = _hashed(path, whole=at == len(name))
        if found is not None:
            return found
        at = name.rfind(_PLACE, 0, at)
    return OnDisk(Path(name).name, None, None, True)


def _hashed(path: Path, *, whole: bool) -> OnDisk | None:
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return OnDisk(path.name, file_digest(file, "sha256").hexdigest(), path.stat().st_size, whole)
    except (OSError, ValueError):  # an address with a NUL in it, or a file that may not be read
        return None
