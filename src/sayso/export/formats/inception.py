"""INCEpTION: an archive with one UIMA CAS (JSON 0.4) to each document, and the layers that they use.

`TypeSystem.xml` is what a project of INCEpTION takes its layers from; then each `documents/ID.json` is
imported as "UIMA CAS JSON". What was corrected there comes back with `sayso corrections import`. Every
document is given whole, whatever of it was asked for, since whoever corrects it reads it whole.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Iterator
from io import RawIOBase

from sayso.export.exported import Exported
from sayso.export.json import clean
from sayso.export.uima.casjson import cas_of
from sayso.export.uima.marks import marks_of
from sayso.export.uima.types import xml_types

# An archive names a time for each part, and none of now may be in it.
_ALWAYS = (1980, 1, 1, 0, 0, 0)


def write(documents: Iterable[Exported]) -> Iterator[bytes]:
    """The archive, given out after each document."""
    out = _Pieces()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "TypeSystem.xml", xml_types())
        for one in documents:
            _add(archive, f"documents/{one.reading.document.id}.json", _cas(one))
            yield out.taken()
    yield out.taken()


def _cas(one: Exported) -> str:
    document = one.reading.document
    cas = cas_of(document.text, marks_of(one.reading, one.reviews), language=document.language)
    return clean(json.dumps(cas, ensure_ascii=False, indent=1)) + "\n"


def _add(archive: zipfile.ZipFile, name: str, text: str) -> None:
    part = zipfile.ZipInfo(name, _ALWAYS)
    part.compress_type = zipfile.ZIP_DEFLATED
    part.external_attr = 0o644 << 16
    archive.writestr(part, text.encode())


class _Pieces(RawIOBase):
    """What an archive is written into, and taken out of piece by piece; it cannot be wound back."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self._pieces.append(bytes(data))
        return len(data)

    def taken(self) -> bytes:
        """All that was written since."""
        piece, self._pieces = b"".join(self._pieces), []
        return piece
