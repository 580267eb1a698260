"""A reading as the bytes that the ledger keeps, and back.

A byte that tells the form, the length of the document, the document without its text, and all the rest of
the reading. The first form of all was compressed JSON; it is still read, and written for
what fits no other (an id that was not counted from 1, a span that does not cut its words).
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sayso.ledger.packed.columns import ordinal
from sayso.ledger.packed.forms import record
from sayso.ledger.packed.layout import FORMS, NEWEST
from sayso.ledger.packed.streams import MisfitError, Reader, Writer, sevens, unsevened
from sayso.ledger.packed.tallies import with_tallies, without_tallies
from sayso.schema.document import Document
from sayso.schema.plain import from_plain, to_plain
from sayso.schema.reading import Reading

_LEVEL = 6  # the higher ones take longer and save nothing
_PLAIN = 0x78  # every zlib stream begins so
# What bytes that are damaged, or were never packed, lead to.
_BROKEN = (ArithmeticError, AttributeError, LookupError, StopIteration, TypeError, ValueError, zlib.error)
_DAY = 730_000  # in 1999; of a document that tells none


def pack(reading: Reading) -> bytes:
    """The reading without the text of its document."""
    text = reading.document.text
    try:
        document = _written(reading.document, text, _DAY)
        rest = _written(without_tallies(reading), text, _day(reading.document))
    except (MisfitError, AttributeError, TypeError):  # or a value of another type than its field's
        return _plainly_packed(reading)
    return b"".join((bytes([NEWEST]), sevens(len(document)), document, rest))


def unpack(packed: bytes, text: str) -> Reading:
    """The reading of the document with this text.

    Raises:
        ValueError: the bytes hold none.
    """
    with _understood():
        if packed[:1] == bytes([_PLAIN]):
            return _plainly_unpacked(packed, text)
        form, document, rest = _parts(packed)
        told = _document(document, text, form)
        given = {"document": told}
        return with_tallies(_read(Reading, rest, text, form, day=_day(told), given=given))


def unpack_document(packed: bytes, text: str) -> Document:
    """The document alone, which is quicker.

    Raises:
        ValueError: the bytes hold no reading.
    """
    with _understood():
        if packed[:1] == bytes([_PLAIN]):
            return _plainly_unpacked(packed, text).document
        form, document, _ = _parts(packed)
        return _document(document, text, form)


@contextmanager
def _understood() -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        raise ValueError(f"no reading: {error or type(error).__name__}") from None


def _parts(packed: bytes) -> tuple[int, bytes, bytes]:
    """The form, the document and the rest."""
    form = packed[0]
    if form not in FORMS:
        raise ValueError(f"it is of form {form}, and the newest form known is {NEWEST}")
    length, begin = unsevened(packed, 1)
    return form, packed[begin : begin + length], packed[begin + length :]


def _document(written: bytes, text: str, form: int) -> Document:
    told: Document = _read(Document, written, text, form, day=_DAY, given={"text": text})
    return told


def _day(document: Document) -> int:
    return ordinal((document.published or "")[:10]) or _DAY


def _written(value: Any, text: str, day: int) -> bytes:
    writer = Writer(text, day)
    kind: Any = type(value)
    record(kind, NEWEST).write([value], writer)
    return _squeezed(writer.body())


def _read(kind: Any, written: bytes, text: str, form: int, *, day: int, given: Mapping[str, Any]) -> Any:
    (value,) = record(kind, form).read(1, Reader(_released(written), text, day, given))
    return value


def _squeezed(body: bytes) -> bytes:
    """Compressed where that is shorter; with a sum that tells damage either way."""
    return min(b"\0" + zlib.adler32(body).to_bytes(4, "big") + body, zlib.compress(body, _LEVEL), key=len)


def _released(written: bytes) -> bytes:
    if written[:1] != b"\0":
        return zlib.decompress(written)
    if zlib.adler32(written[5:]) != int.from_bytes(written[1:5], "big"):
        raise ValueError("the bytes are not the ones that were written")
    return written[5:]


# -- the first form --


def _plainly_packed(reading: Reading) -> bytes:
    plain = _bare(to_plain(reading), reading.document.text)
    plain["document"]["text"] = ""
    written = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(written.encode("utf-8", "surrogatepass"), _LEVEL)


def _plainly_unpacked(packed: bytes, text: str) -> Reading:
    plain = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
    plain["document"]["text"] = text
    return from_plain(Reading, _full(plain, text))


def _bare(value: Any, text: str) -> Any:
    if isinstance(value, list):
        return [_bare(item, text) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _bare(item, text) for key, item in value.items()}
    if _is_span(kept) and kept.get("text") == text[kept["start"] : kept["end"]]:
        del kept["text"]
    return kept


def _full(value: Any, text: str) -> Any:
    if isinstance(value, list):
        return [_full(item, text) for item in value]
    if not isinstance(value, dict):
        return value
    whole = {key: _full(item, text) for key, item in value.items()}
    if _is_span(whole) and "text" not in whole:
        whole["text"] = text[whole["start"] : whole["end"]]
    return whole


def _is_span(value: dict[str, Any]) -> bool:
    """Passages are cut by offsets as well; they have no text, and the key that is added is left aside."""
    return isinstance(value.get("start"), int) and isinstance(value.get("end"), int)
