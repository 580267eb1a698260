"""The index of words and facets: FTS5 in SQLite, a tsvector with GIN in PostgreSQL.

Both hold the terms as `terms.py` folds them, so that both answer alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from sqlalchemy import BigInteger, Connection, TextClause, column, insert, table, text
from sqlalchemy.dialects.postgresql import TSVECTOR

from sayso.ledger.asking import Phrase, Question
from sayso.ledger.terms import FIELDS, Terms

KINDS = ("claims", "events")
# PostgreSQL knows four labels, and facets need none: no word begins with "=".
_LABELS = {"source": "A", "actor": "B", "recipient": "C", "words": "D"}
_LONGEST = 200  # letters of a word that is kept; PostgreSQL takes 2,046 bytes
_LAST = 16_383  # the last position that PostgreSQL keeps apart
_MOST = 20_000  # words of one record
# The tables of PostgreSQL's index; SQLite's are its own.
_VECTORS = {
    kind: table(f"{kind}_index", column("number", BigInteger), column("terms", TSVECTOR)) for kind in KINDS
}
_OF_ALL = "=part="  # every record has a facet that begins so


class SearchIndex(Protocol):
    """What both stores can do with the terms of numbered records."""

    def create(self, connection: Connection) -> None: ...

    def add(self, connection: Connection, kind: str, entries: Sequence[tuple[int, Terms]]) -> None: ...

    def remove(self, connection: Connection, kind: str, entries: Sequence[tuple[int, Terms]]) -> None:
        """Takes out what was added with just these terms."""
        ...

    def numbers(self, kind: str, question: Question) -> TextClause:
        """A SELECT of the column `number` of all records that answer."""
        ...

    def entries(self, connection: Connection, kind: str) -> set[int]:
        """The numbers of all records that are in it."""
        ...


class Fts5:
    """SQLite. The index keeps no copy of the words."""

    def create(self, connection: Connection) -> None:
        for kind in KINDS:
            connection.execute(
                text(
                    f"CREATE VIRTUAL TABLE {kind}_index USING fts5({', '.join(FIELDS)}, content='',"
                    " columnsize=0, tokenize=\"unicode61 remove_diacritics 0 tokenchars '=-'\")"
                )
            )

    def add(self, connection: Connection, kind: str, entries: Sequence[tuple[int, Terms]]) -> None:
        statement = (
            f"INSERT INTO {kind}_index(rowid, {', '.join(FIELDS)})"
            f" VALUES (:number, {', '.join(':' + name for name in FIELDS)})"
        )
        _each(connection, statement, entries)

    def remove(self, connection: Connection, kind: str, entries: Sequence[tuple[int, Terms]]) -> None:
        statement = (
            f"INSERT INTO {kind}_index({kind}_index, rowid, {', '.join(FIELDS)})"
            f" VALUES ('delete', :number, {', '.join(':' + name for name in FIELDS)})"
        )
        _each(connection, statement, entries)

    def numbers(self, kind: str, question: Question) -> TextClause:
        return text(f"SELECT rowid AS number FROM {kind}_index WHERE {kind}_index MATCH :asked").bindparams(
            asked=_fts5(question)
        )

    def entries(self, connection: Connection, kind: str) -> set[int]:
        every = f"SELECT rowid FROM {kind}_index WHERE {kind}_index MATCH :asked"
        return set(connection.scalars(text(every).bindparams(asked=f'"{_OF_ALL}"*')))


class Tsvector:
    """PostgreSQL."""

    def create(self, connection: Connection) -> None:
        for kind in KINDS:
            connection.execute(
                text(f"CREATE TABLE {kind}_index (number bigint PRIMARY KEY, terms tsvector NOT NULL)")
            )
            connection.execute(text(f"CREATE INDEX {kind}_terms ON {kind}_index USING gin (terms)"))

    def add(self, connection: Connection, kind: str, entries: Sequence[tuple[int, Terms]]) -> None:
        if entries:
            rows = [{"number": number, "terms": _vector(terms)} for number, terms in entries]
            connection.execute(insert(_VECTORS[kind]), rows)

    def remove(self, connection: Connection, kind: str, entries: Sequence[tuple[int, Terms]]) -> None:
        if entries:
            connection.execute(
                text(f"DELETE FROM {kind}_index WHERE number = :number"),
                [{"number": number} for number, _ in entries],
            )

    def numbers(self, kind: str, question: Question) -> TextClause:
        return text(f"SELECT number FROM {kind}_index WHERE terms @@ CAST(:asked AS tsquery)").bindparams(
            asked=_tsquery(question)
        )

    def entries(self, connection: Connection, kind: str) -> set[int]:
        return set(connection.scalars(text(f"SELECT number FROM {kind}_index")))


def _each(connection: Connection, statement: str, entries: Sequence[tuple[int, Terms]]) -> None:
    rows = [
        {"number": number, **{name: " ".join(_kept(getattr(terms, name))) for name in FIELDS}}
        for number, terms in entries
    ]
    if rows:
        connection.execute(text(statement), rows)


def _kept(words: Sequence[str]) -> Iterable[str]:
    return (word[:_LONGEST] for word in words[:_MOST])


# -- the question in the language of each store --


def _fts5(question: Question) -> str:
    wanted = [_fts5_phrase(phrase) for phrase in question.phrases if not phrase.without]
    wanted += [_fts5_group(group) for group in question.groups]
    unwanted = [_fts5_phrase(phrase) for phrase in question.phrases if phrase.without]
    asked = " AND ".join(wanted)
    return f"({asked})" + "".join(f" NOT {phrase}" for phrase in unwanted)


def _fts5_group(group: Sequence[Phrase]) -> str:
    return "(" + " OR ".join(map(_fts5_phrase, group)) + ")"


def _fts5_phrase(phrase: Phrase) -> str:
    words = " ".join(word[:_LONGEST] for word in phrase.words)
    # words and facets cannot be taken for each other, and a search of one column takes longer
    within = f"{phrase.field} : " if phrase.field in _LABELS else ""
    return f'{within}"{words}"' + ("*" if phrase.open else "")


def _tsquery(question: Question) -> str:
    wanted = [_ts_phrase(phrase) for phrase in question.phrases if not phrase.without]
    wanted += ["(" + " | ".join(map(_ts_phrase, group)) + ")" for group in question.groups]
    unwanted = ["!" + _ts_phrase(phrase) for phrase in question.phrases if phrase.without]
    return " & ".join(wanted + unwanted)


def _ts_phrase(phrase: Phrase) -> str:
    label = _LABELS.get(phrase.field or "", "")
    words = [_quoted(word) for word in phrase.words]
    marks = [label] * len(words)
    if phrase.open:
        marks[-1] = "*" + label
    told = (f"{word}:{mark}" if mark else word for word, mark in zip(words, marks, strict=True))
    return "(" + " <-> ".join(told) + ")"


def _quoted(word: str) -> str:
    return "'" + word[:_LONGEST].replace("\\", "\\\\").replace("'", "''") + "'"


def _vector(terms: Terms) -> str:
    """The terms as PostgreSQL writes a tsvector; fields stand apart, so no phrase runs over their ends."""
    parts: list[str] = []
    at = 1
    for name in FIELDS:
        for word in _kept(getattr(terms, name)):
            parts.append(f"{_quoted(word)}:{min(at, _LAST)}{_LABELS.get(name, '')}")
            at += 1
        at += 1
    return " ".join(parts)
