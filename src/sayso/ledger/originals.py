"""What came in, byte by byte, kept beside the text that was read from it; only where somebody wants that."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, select

from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import documents, locations, originals
from sayso.ledger.writing import digest_of
from sayso.reading.sniffing import Kind
from sayso.schema.location import Location
from sayso.schema.plain import from_plain

MOST = 8_000_000  # bytes of one; what is larger is not kept


@dataclass(frozen=True, slots=True)
class Original:
    """A file or page as it came in.

    Attributes:
        kind: what it is.
        content: its bytes; of a page that came as text, in UTF-8.
    """

    kind: Kind
    content: bytes

    @property
    def digest(self) -> str:
        """SHA-256, in hexadecimal."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of an original without unpacking it: see `Original`; `size` is in bytes."""

    kind: Kind
    digest: str
    size: int


def keep(ledger: Ledger, id: str, original: Original, location: Location) -> bool:
    """Keeps an original; of several, that of the first place of the document, as its particulars are.

    Args:
        ledger: opened for writing.
        id: of the document, which is there.
        location: where the original was found.

    Returns:
        Whether it is kept now, and was not before.
    """
    if len(original.content) > MOST:
        return False

    def put(connection: Connection) -> bool:
        number = connection.scalar(select(documents.c.number).where(documents.c.id == id))
        if number is None:
            raise KeyError(id)
        mine = originals.c.document == number
        before = connection.scalar(select(originals.c.digest).where(mine))
        if before == original.digest or (before and not _is_first(connection, number, location)):
            return False
        connection.execute(originals.delete().where(mine))
        connection.execute(originals.insert().values(document=number, **_values(original)))
        return True

    return ledger.attempt(put)


def kept(ledger: Ledger, id: str) -> Kept | None:
    """What is known of the original of a document; None where none is kept."""
    columns = (originals.c.kind, originals.c.digest, originals.c.size)
    rows = select(*columns).join(documents, documents.c.number == originals.c.document)
    with ledger.transaction() as connection:
        row = connection.execute(rows.where(documents.c.id == id)).first()
    return Kept(row.kind, row.digest, row.size) if row else None


def original_of(ledger: Ledger, id: str) -> Original | None:
    """The original of a document; None where none is kept."""
    rows = select(originals.c.kind, originals.c.packed)
    with ledger.transaction() as connection:
        joined = rows.join(documents, documents.c.number == originals.c.document)
        row = connection.execute(joined.where(documents.c.id == id)).first()
    return Original(row.kind, zlib.decompress(row.packed)) if row else None


def _values(original: Original) -> dict[str, object]:
    return {
        "kind": original.kind,
        "digest": original.digest,
        "size": len(original.content),
        "packed": zlib.compress(original.content, 6),
    }


def _is_first(connection: Connection, number: int, location: Location) -> bool:
    """Whether this is the place that gives the document its particulars."""
    written = connection.scalars(select(locations.c.location).where(locations.c.document == number))
    places = [from_plain(Location, json.loads(one)) for one in written]
    first = min(places, key=lambda one: (one.order, digest_of(one)))
    return digest_of(first) == digest_of(location)
