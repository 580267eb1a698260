"""Annotated documents as UIMA CAS in JSON 0.4, alone or in an archive, as INCEpTION exports them.

Of an archive, and of archives in it, every part whose name ends in `.json` is looked at; what holds no CAS is
passed over. The file may come from anybody: sizes are bounded, and what is no annotation is left aside.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.inputs.archives import is_archive, parts
from sayso.reading import ReadingError
from sayso.text.utf16 import Utf16

MOST_BYTES = 100_000_000  # of one document with its annotations
_SUFFIX = ".json"
_SOFA = "uima.cas.Sofa"
_STRUCTURES, _VIEWS = "%FEATURE_STRUCTURES", "%VIEWS"


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation.

    Attributes:
        number: its own in its document.
        type: of UIMA.
        start, end: half-open characters, code points of the text.
        values: feature -> value, as text.
        links: feature -> numbers of the annotations that it points to, straight or through a link with a
            role; those that were taken away are left out.
    """

    number: int
    type: str
    start: int
    end: int
    values: Mapping[str, str]
    links: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with its annotations.

    Attributes:
        name: of the file, or of the part of the archive.
        text: that the annotations lie on.
        annotations: those that are in the index, in the order of the file.
    """

    name: str
    text: str
    annotations: tuple[Annotation, ...]


def read_cas(path: Path) -> Iterator[Annotated]:
    """The annotated documents of a file, one at a time.

    Raises:
        ReadingError: it holds none, is damaged, or is beyond the bounds.
        OSError: it cannot be opened.
    """
    with path.open("rb") as file:
        if not is_archive(file):
            yield _document(path.name, file.read(MOST_BYTES + 1))
            return
        found = 0
        for name, data in parts(file, path.name, suffix=_SUFFIX, most=MOST_BYTES):
            if b'"%FEATURE_STRUCTURES"' in data:
                yield _document(name, data)
                found += 1
    if not found:
        raise ReadingError(f"{path.name} holds no UIMA CAS in JSON; export as “UIMA CAS JSON” in INCEpTION")


def _document(name: str, data: bytes) -> Annotated:
    if len(data) > MOST_BYTES:
        raise ReadingError(f"{name} has more than {MOST_BYTES:,} bytes; expected one document")
    try:
        plain = json.loads(data)
        return _annotated(name, plain[_STRUCTURES], plain[_VIEWS])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        told = f"{type(error).__name__} {error}"[:100]
        raise ReadingError(
            f"{name} is no UIMA CAS in JSON 0.4 ({told}); export it as “UIMA CAS JSON”"
        ) from None


def _annotated(name: str, structures: Any, views: Mapping[str, Any]) -> Annotated:
    by_number = _numbered(structures)
    sofas = {number: one for number, one in by_number.items() if one.get("%TYPE") == _SOFA}
    sofa, members = _view(views, sofas)
    text = sofas[sofa]["sofaString"]
    text.encode()  # half of a surrogate pair is no text
    units = Utf16(text)
    kept = {
        number: one
        for number in members
        if (one := by_number.get(number)) is not None and one.get("@sofa") == sofa and "begin" in one
    }
    found = (_annotation(number, one, by_number, kept, units, len(text)) for number, one in kept.items())
    return Annotated(name, text, tuple(found))


def _numbered(structures: Any) -> dict[int, Mapping[str, Any]]:
    """Structures by their numbers, whether they come as a list or under their numbers."""
    if isinstance(structures, dict):
        return {int(number): one for number, one in structures.items()}
    return {one["%ID"]: one for one in structures}


def _view(views: Mapping[str, Any], sofas: Mapping[int, Mapping[str, Any]]) -> tuple[int, list[int]]:
    """The number of the first text, and of what is in its index."""
    for view in views.values():
        if isinstance(sofas.get(view["%SOFA"], {}).get("sofaString"), str):
            return view["%SOFA"], list(view["%MEMBERS"])
    raise ValueError("there is no text in it")


def _annotation(
    number: int,
    one: Mapping[str, Any],
    by_number: Mapping[int, Mapping[str, Any]],
    kept: Mapping[int, object],
    units: Utf16,
    length: int,
) -> Annotation:
    start, end = units.points(int(one["begin"])), units.points(int(one["end"]))
    if not 0 <= start <= end <= length:
        raise ValueError(f"annotation {number} at {start}-{end} leaves a text of {length} characters")
    links = {
        name[1:]: tuple(target for target in _targets(value, by_number) if target in kept)
        for name, value in one.items()
        if name.startswith("@") and name != "@sofa"
    }
    values = {
        name: str(value)
        for name, value in one.items()
        if name[0] not in "%@#^" and name not in ("begin", "end") and isinstance(value, str | int | float)
    }
    return Annotation(number, str(one["%TYPE"]), start, end, values, links)


def _targets(number: Any, by_number: Mapping[int, Mapping[str, Any]]) -> Iterator[int]:
    """What a reference points to: an annotation, a link with a role, or a list of these."""
    one = by_number.get(number, {})
    elements = one.get("%ELEMENTS", [number])
    for element in elements if isinstance(elements, list) else []:
        target = by_number.get(element, {}).get("@target", element)
        if isinstance(target, int):
            yield target
