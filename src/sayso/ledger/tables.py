"""The tables, one schema for SQLite and PostgreSQL.

A document's records stand whole in `codings.reading`; `claims`, `events` and `appearances` repeat what
people search and count by, for the current coding only, with a person's corrections applied.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

# Rowids in SQLite are 64 bits wide, and only a column declared INTEGER is one.
_NUMBER = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData()

facts = Table(
    "ledger",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("number", _NUMBER, primary_key=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("title", Text),
    Column("outlet", Text),
    Column("url", Text),
    Column("authors", Text, nullable=False, default=""),  # "; " between them
    Column("published", String(21)),
    Column("language", String(8)),
    Column("wire", Text),
    Column("text", Text, nullable=False),
)

locations = Table(
    "locations",
    metadata,
    Column("number", _NUMBER, primary_key=True),
    Column("document", _NUMBER, ForeignKey("documents.number"), nullable=False),
    Column("place", Text, nullable=False),
    Column("digest", String(16), nullable=False),
    Column("location", Text, nullable=False),  # JSON
    UniqueConstraint("document", "digest"),
)

codings = Table(
    "codings",
    metadata,
    Column("number", _NUMBER, primary_key=True),
    Column("document", _NUMBER, ForeignKey("documents.number"), nullable=False),
    Column("current", Boolean, nullable=False),
    Column("mark", String(200), nullable=False),  # of all that the coding depends on
    Column("sayso", String(40), nullable=False),
    Column("encoder", String(40), nullable=False),
    Column("reading", LargeBinary, nullable=False),
    Index("codings_of_document", "document", "current"),
)

claims = Table(
    "claims",
    metadata,
    Column("number", _NUMBER, primary_key=True),
    Column("document", _NUMBER, ForeignKey("documents.number"), nullable=False),
    Column("record", String(16), nullable=False),
    Column("day", String(10)),
    Column("source", Text),
    Column("name", Text),  # what a pronoun or short form stands for
    Column("identity", String(24), nullable=False),
    Column("naming", String(24), nullable=False),
    Column("affiliation", String(24), nullable=False),
    Column("country", String(3)),
    Column("attitude", String(12), nullable=False),
    Column("cue", Text),
    Column("content", Text, nullable=False),
    Column("standing", String(8)),  # of the event that the author asserts or denies
    Column("review", String(8)),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("claims_of_document", "document"),
    Index("claims_by_day", "day"),
)

events = Table(
    "events",
    metadata,
    Column("number", _NUMBER, primary_key=True),
    Column("document", _NUMBER, ForeignKey("documents.number"), nullable=False),
    Column("record", String(16), nullable=False),
    Column("day", String(10)),
    Column("type", String(40), nullable=False),
    Column("mode", String(40)),
    Column("standing", String(8), nullable=False),
    Column("anchor", Text, nullable=False),
    Column("actors", Text, nullable=False),  # "; " between them
    Column("recipients", Text, nullable=False),
    Column("countries", Text, nullable=False),  # of actors, recipients and place, " " between them
    Column("place", Text),
    Column("source", Text),  # on whose word: the innermost voice, None for the author
    Column("content", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("review", String(8)),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("events_of_document", "document"),
    Index("events_by_day", "day"),
)

entities = Table(
    "entities",
    metadata,
    Column("number", _NUMBER, primary_key=True),
    Column("id", String(20), nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("name", Text, nullable=False),
)

appearances = Table(
    "appearances",
    metadata,
    Column("entity", _NUMBER, ForeignKey("entities.number"), primary_key=True),
    Column("document", _NUMBER, ForeignKey("documents.number"), primary_key=True),
    Column("record", String(16), primary_key=True),
    Index("appearances_of_document", "document"),
)

corrections = Table(
    "corrections",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("document", String(16)),  # id, None for what spans documents
    Column("correction", Text, nullable=False),  # JSON
    Column("by", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Index("corrections_of_document", "document"),
)

fetches = Table(
    "fetches",
    metadata,
    Column("url", Text, primary_key=True),  # as it was asked for
    Column("final", Text, nullable=False),  # behind all redirects
    Column("etag", Text),
    Column("last_modified", Text),
)
