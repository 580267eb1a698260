"""The ledger: the one door to the store."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from sayso.ledger import writing
from sayso.ledger.across.laying import change, change_outlet, lay
from sayso.ledger.correcting import Corrected, corrected, standing_ones
from sayso.ledger.errors import AbsentError, BusyError, told
from sayso.ledger.opening import open_engine
from sayso.ledger.packing import unpack
from sayso.ledger.tables import codings, corrections, documents, locations
from sayso.ledger.writing import Added
from sayso.schema.correction import Correction
from sayso.schema.location import Location
from sayso.schema.plain import from_plain
from sayso.schema.reading import Reading

Result = TypeVar("Result")
# Seconds between attempts: a PostgreSQL server restarts in some seconds, a long writer ends in some more.
PAUSES = (0.1, 0.5, 1, 2, 4, 8, 15, 30)


@dataclass(frozen=True, slots=True)
class Stored:
    """A document as the ledger knows it.

    Attributes:
        number: in this ledger; another one may count otherwise.
        mark: of its current coding.
        reading: as coded, without corrections.
        locations: where it was found, in a fixed order, the first of which gives its particulars.
    """

    number: int
    mark: str
    reading: Reading
    locations: tuple[Location, ...]


class Ledger:
    """What was read, who said it, where it came from, and what a person corrected.

    Args:
        ledger: path of a file, or `postgresql://user@host/name`.
        create: make one where there is none.
        write: it will be written to.

    Raises:
        LedgerError: it cannot be opened; the message says what to do.
    """

    def __init__(self, ledger: str | Path, *, create: bool = False, write: bool = False) -> None:
        self.name = str(ledger)
        self.engine, self.index = open_engine(ledger, create=create, write=write or create)

    def close(self) -> None:
        self.engine.dispose()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All of the block, or nothing of it.

        Raises:
            LedgerError: the store cannot do it (a full disk, a lost server, a read-only file).
        """
        try:
            with self.engine.begin() as connection:
                yield connection
        except DBAPIError as error:
            raise told(self.name, error) from error

    def attempt(self, work: Callable[[Connection], Result]) -> Result:
        """One transaction, begun again where the store had to let it go: a server that restarts, a writer
        that stays long.
        """
        for seconds in PAUSES:
            try:
                with self.transaction() as connection:
                    return work(connection)
            except BusyError:
                time.sleep(seconds)
        with self.transaction() as connection:
            return work(connection)

    # -- documents --

    def first_places(self, ids: Sequence[str]) -> dict[str, Location]:
        """Of documents that are there: the first of their places."""
        found: dict[str, Location] = {}
        rows = (
            select(documents.c.id, locations.c.location)
            .join(locations, locations.c.document == documents.c.number)
            .where(documents.c.id.in_(ids))
        )
        for key, written in self.attempt(lambda connection: connection.execute(rows).all()):
            place = _location(written)
            if key not in found or place.order < found[key].order:
                found[key] = place
        return found

    def add(self, reading: Reading, location: Location, *, mark: str) -> Added:
        """Puts a document into the ledger, with all that is found in it; one transaction.

        Args:
            reading: of the document with the particulars of this location.
            location: where it was found.
            mark: of all that the coding depends on.

        Returns:
            `read` for a new text, `known` where nothing changes, `copy` for a text that is there already
            and was found in another place.
        """
        return self.attempt(lambda connection: self._add(connection, reading, location, mark))

    def add_many(self, found: Iterable[tuple[Reading, Location, str]]) -> list[Added]:
        """The same for several with their marks, in one transaction: quicker, and lost together."""
        given = list(found)
        return self.attempt(lambda connection: [self._add(connection, *one) for one in given])

    def add_place(self, id: str, location: Location) -> Added:
        """Notes that a document was found there as well, in a place that is not the first of its places."""

        def note(connection: Connection) -> Added:
            number = connection.scalar(select(documents.c.number).where(documents.c.id == id))
            if number is None:
                raise KeyError(id)
            if not writing.insert_location(connection, number, location):
                return "known"
            change(connection, number)
            return "copy"

        return self.attempt(note)

    def recode(self, id: str, reading: Reading, *, mark: str) -> None:
        """A newer coding of a document; the older one is kept."""

        def again(connection: Connection) -> None:
            self._recode(connection, self._locked(connection, id), reading, mark)

        self.attempt(again)

    def stored(self, id: str) -> Stored | None:
        """The document with this id."""
        with self.transaction() as connection:
            try:
                return self._stored(connection, id)
            except KeyError:
                return None

    def stored_many(self, ids: Sequence[str]) -> Iterator[tuple[Stored, list[Correction]]]:
        """Documents with what was ever decided about them, in the order of the ids."""
        with self.transaction() as connection:
            decided = self._corrections(connection, ids)
            for id in ids:
                mine = [one for one in decided if one.document == id]
                yield self._stored(connection, id), mine

    def ids(self) -> list[str]:
        """The ids of all documents, sorted."""
        with self.transaction() as connection:
            return list(connection.scalars(select(documents.c.id).order_by(documents.c.id)))

    def outdated(self, mark: str) -> list[str]:
        """The ids of the documents whose coding is of another mark, sorted."""
        of_another = (
            select(documents.c.id)
            .join(codings, codings.c.document == documents.c.number)
            .where(codings.c.current, codings.c.mark != mark)
        )
        with self.transaction() as connection:
            return list(connection.scalars(of_another.order_by(documents.c.id)))

    def restamp(self, id: str, reading: Reading, *, mark: str) -> None:
        """The coding of a document is the same for another mark."""
        self.attempt(
            lambda connection: writing.restamp(connection, self._stored(connection, id).number, reading, mark)
        )

    def lay_out(self, id: str) -> None:
        """Fills the tables that are searched from the coding of a document that is in none of them."""

        def lay(connection: Connection) -> None:
            stored = self._stored(connection, id)
            laid = self._corrected(connection, stored)
            writing.lay_out(connection, self.index, stored.number, laid, stored.reading)

        self.attempt(lay)

    # -- corrections --

    def corrections(self, document: str | None = None) -> list[Correction]:
        """Every correction ever made, in order; of one document where it is given."""
        with self.transaction() as connection:
            return self._corrections(connection, None if document is None else [document])

    def standing(self, documents: Sequence[str]) -> dict[str, list[Correction]]:
        """What was decided about documents, whether they are there or not, and was not undone; in order."""
        found: dict[str, list[Correction]] = {}
        with self.transaction() as connection:
            for one in standing_ones(self._corrections(connection, documents)):
                found.setdefault(one.document or "", []).append(one)
        return found

    def correct(self, correction: Correction) -> bool:
        """Adds a decision and lays it over the records; False where it is there already.

        Raises:
            AbsentError: it is about a document that is not there.
        """
        return self.correct_all([correction]) == [True]

    def correct_all(self, decided: Sequence[Correction]) -> list[bool]:
        """The same for several, in one transaction; which of them are new.

        Raises:
            AbsentError: one is about a document that is not there; then none is added.
        """
        return self.attempt(lambda connection: [self._correct(connection, one) for one in decided])

    # -- within a transaction --

    def _add(self, connection: Connection, reading: Reading, location: Location, mark: str) -> Added:
        number = writing.insert_document(connection, reading.document)
        if number is not None:
            writing.insert_location(connection, number, location)
            self._code(connection, number, reading, mark, before=None)
            return "read"
        before = self._locked(connection, reading.document.id)
        if not writing.insert_location(connection, before.number, location):
            return "known"
        if location.order < before.locations[0].order:
            writing.update_document(connection, before.number, reading.document)
            self._recode(connection, before, reading, mark)
        change(connection, before.number)
        return "copy"

    def _correct(self, connection: Connection, correction: Correction) -> bool:
        if correction.document is None:
            fresh = writing.insert_correction(connection, correction)
            if fresh and correction.kind == "outlet":
                change_outlet(connection, correction.target["outlet"])
            return fresh
        try:
            before = self._locked(connection, correction.document)
        except KeyError:
            raise AbsentError(
                f"correction {correction.id} is about document {correction.document}, which is not in the"
                " ledger; ingest the document first"
            ) from None
        known = self._corrected(connection, before)
        if not writing.insert_correction(connection, correction):
            return False
        writing.remove_rows(connection, self.index, before.number, known)
        writing.insert_rows(connection, self.index, before.number, self._corrected(connection, before))
        return True

    def _code(
        self, connection: Connection, number: int, reading: Reading, mark: str, *, before: Reading | None
    ) -> None:
        if before is not None:
            writing.supersede(connection, number, mark)
        writing.insert_coding(connection, number, reading, mark)
        lay(connection, number, reading, before)
        known = standing_ones(self._corrections(connection, [reading.document.id]))
        writing.insert_rows(connection, self.index, number, corrected(reading, known))

    def _recode(self, connection: Connection, before: Stored, reading: Reading, mark: str) -> None:
        writing.remove_rows(connection, self.index, before.number, self._corrected(connection, before))
        self._code(connection, before.number, reading, mark, before=before.reading)

    def _corrected(self, connection: Connection, stored: Stored) -> Corrected:
        known = standing_ones(self._corrections(connection, [stored.reading.document.id]))
        return corrected(stored.reading, known)

    def _locked(self, connection: Connection, id: str) -> Stored:
        """The document, which no other writer changes until the transaction ends. A file has one writer at
        a time anyhow.
        """
        mine = select(documents.c.number).where(documents.c.id == id)
        connection.execute(mine.with_for_update())
        return self._stored(connection, id)

    def _stored(self, connection: Connection, id: str) -> Stored:
        row = connection.execute(
            select(documents.c.number, documents.c.text, codings.c.mark, codings.c.reading)
            .join(codings, codings.c.document == documents.c.number)
            .where(documents.c.id == id, codings.c.current)
        ).first()
        if row is None:
            raise KeyError(id)
        places = connection.scalars(select(locations.c.location).where(locations.c.document == row.number))
        return Stored(
            row.number,
            row.mark,
            unpack(row.reading, row.text),
            tuple(sorted(map(_location, places), key=lambda place: (place.order, writing.digest_of(place)))),
        )

    def _corrections(self, connection: Connection, ids: Iterable[str] | None) -> list[Correction]:
        rows = select(corrections.c.correction)
        if ids is not None:
            rows = rows.where(corrections.c.document.in_(list(ids)))
        found = (from_plain(Correction, json.loads(written)) for written in connection.scalars(rows))
        return sorted(found, key=lambda one: one.order)


def _location(written: str) -> Location:
    return from_plain(Location, json.loads(written))
