"""The documents that a report cites, with what proves that their texts are still the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath, PureWindowsPath

from sayso.ledger.correcting import corrected, standing_ones
from sayso.ledger.ledger import Ledger, Stored
from sayso.ledger.originals import Kept, kept
from sayso.reporting.disk import OnDisk, on_disk
from sayso.reporting.quoting import Quote, quotes
from sayso.schema.correction import Correction
from sayso.schema.location import Location

MOST_PLACES = 8  # of one document
_AT_ONCE = 50  # documents


@dataclass(frozen=True, slots=True)
class Found:
    """A place where the text of a document was found.

    Attributes:
        place: an address, or the name of a file without its folders.
        outlet, published, wire: as the place has them, or None.
        captured: when a crawler kept it, as its archive says, or None.
        file: as it lies on this machine now, or None where nobody asked for it.
    """

    place: str
    outlet: str | None
    published: str | None
    wire: str | None
    captured: str | None
    file: OnDisk | None


@dataclass(frozen=True, slots=True)
class Filed:
    """A document that is cited.

    Attributes:
        number: under which it is cited, from 1.
        id, title, outlet, url, published, authors, language, wire: as in `Document`.
        sha256: of the text as the ledger keeps it, in UTF-8; its first 16 digits are the id.
        characters: of the text.
        places: where it was found, at most MOST_PLACES; `left` how many there are besides.
        sayso, encoder, mark: of the coding that counts.
        decisions: of persons, that stand.
        kept: the original that the ledger keeps, or None.
    """

    number: int
    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    authors: tuple[str, ...]
    language: str | None
    wire: str | None
    sha256: str
    characters: int
    places: tuple[Found, ...]
    left: int
    sayso: str
    encoder: str
    mark: str
    decisions: tuple[Correction, ...]
    kept: Kept | None


def filed(
    ledger: Ledger, cited: Mapping[str, Sequence[str]], *, files: bool = False
) -> tuple[dict[str, Filed], dict[str, Quote]]:
    """The documents by their ids, numbered by day of publication; and what is quoted of them.

    Args:
        cited: id of a document -> ids in it of the claims and events that are quoted.
        files: hash the files that the documents were read from, where they still lie.

    Returns:
        The documents, and the quotations by `DOCUMENT:RECORD`.
    """
    told: list[tuple[Stored, tuple[Correction, ...]]] = []
    said: dict[str, Quote] = {}
    ids = sorted(cited)
    for at in range(0, len(ids), _AT_ONCE):
        for stored, corrections in ledger.stored_many(ids[at : at + _AT_ONCE]):
            standing = standing_ones(corrections)
            laid = corrected(stored.reading, standing)
            id = stored.reading.document.id
            said |= {f"{id}:{record}": one for record, one in quotes(laid, cited[id]).items()}
            told.append((stored, tuple(standing)))
    told.sort(key=lambda one: (one[0].reading.document.published or "\U0010ffff", one[0].reading.document.id))
    documents = (_filed(ledger, number, *one, files=files) for number, one in enumerate(told, 1))
    return {one.id: one for one in documents}, said


def bare(name: str) -> str:
    """The name of a file without its folders: a report is sent to others, and paths name people."""
    return PureWindowsPath(PurePosixPath(name).name).name or name


def _filed(
    ledger: Ledger, number: int, stored: Stored, decisions: tuple[Correction, ...], *, files: bool
) -> Filed:
    document, reading = stored.reading.document, stored.reading
    return Filed(
        number=number,
        id=document.id,
        title=document.title,
        outlet=document.outlet,
        url=document.url,
        published=document.published,
        authors=document.authors,
        language=document.language,
        wire=document.wire,
        sha256=sha256(document.text.encode("utf-8")).hexdigest(),
        characters=len(document.text),
        places=tuple(_found(one, files) for one in stored.locations[:MOST_PLACES]),
        left=max(0, len(stored.locations) - MOST_PLACES),
        sayso=reading.sayso,
        encoder=reading.encoder,
        mark=stored.mark,
        decisions=decisions,
        kept=kept(ledger, document.id),
    )


def _found(location: Location, files: bool) -> Found:
    captured = location.fields.get("captured")
    return Found(
        location.url or bare(location.name),
        location.outlet,
        location.published,
        location.wire,
        captured if isinstance(captured, str) else None,
        on_disk(location.name) if files else None,
    )
