"""The tables, one schema for SQLite and PostgreSQL.

A document's records stand whole in `codings.reading`; `claims`, `events` and `appearances` repeat what
people search and count by, for the current coding only, with a person's corrections applied. The tables
from `stories` on lay documents beside each other; they follow from the others (`across/`).
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
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

# Rowids in SQLite are 64 bits wide, and only a column declared INTEGER is one.
_NUMBER = BigInteger().with_variant(Integer, "sqlite")

# Sorted by its characters in both stores, whatever the language of the server.
_PLAIN_ID = String(100).with_variant(String(100, collation="C"), "postgresql")

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
    Column("publisher", Text, nullable=False),  # key of the outlet, "" where it is not known
    Column("location", Text, nullable=False),  # JSON
    UniqueConstraint("document", "digest"),
    Index("locations_of_publisher", "publisher"),
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
    Column("content", Text, nullable=False),  # "" where it is what the text has from start to end
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
    Column("anchored", Integer, nullable=False),  # where the anchor starts, characters
    Column("actors", Text, nullable=False),  # "; " between them
    Column("recipients", Text, nullable=False),
    Column("countries", Text, nullable=False),  # of actors, recipients and place, " " between them
    Column("place", Text),
    Column("source", Text),  # on whose word: the innermost voice, None for the author
    Column("confidence", Float, nullable=False),
    Column("until", String(10)),  # the day before which it ended
    Column("dated", Boolean, nullable=False),  # whether the text itself tells the day
    Column("geonameid", Integer),
    Column("toll", Text),  # "killed 12-14, injured 30-": least and most
    Column("review", String(8)),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("events_of_document", "document"),
    Index("events_by_day", "day"),
)
# Who is quoted by name, as a fuller name or as the words themselves have it, and where things happen: in the
# order of the alphabet, with all that is asked of them, so that names are read without the records.
BY_NAME = (claims.c.naming == "named") & claims.c.name.is_not(None)
BY_SOURCE = (claims.c.naming == "named") & claims.c.name.is_(None) & claims.c.source.is_not(None)
BY_PLACE = events.c.place.is_not(None)
_BY = {
    "claims_by_name": (BY_NAME, claims.c.name, claims.c.review, claims.c.naming),
    "claims_by_source": (BY_SOURCE, claims.c.source, claims.c.review, claims.c.naming, claims.c.name),
    "events_by_place": (BY_PLACE, events.c.place, events.c.review),
}
for _name, (_which, *_columns) in _BY.items():
    Index(_name, *_columns, sqlite_where=_which, postgresql_where=_which)
_UNSEEN = events.c.review.is_(None)
# What nobody has looked at, by how sure the reading is of it.
Index(
    "events_unseen",
    events.c.standing,
    events.c.confidence,
    sqlite_where=_UNSEEN,
    postgresql_where=_UNSEEN,
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
    sqlite_with_rowid=False,
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

# -- what documents have to do with each other --

stories = Table(
    "stories",
    metadata,
    Column("document", _NUMBER, ForeignKey("documents.number"), primary_key=True),
    Column("rank", BigInteger, nullable=False),  # in the order of publication; see `across/ranking.py`
    Column("words", Integer, nullable=False),  # of the telling passages
    Column("origin", _NUMBER),  # number of the document that begins what this one rests on
    Column("due", SmallInteger, nullable=False),  # 0 laid beside the others, 1 to be again, 2 changed
    Index("stories_of_origin", "origin"),
    Index("stories_by_rank", "rank"),
)
Index("stories_due", stories.c.rank, sqlite_where=stories.c.due > 0, postgresql_where=stories.c.due > 0)

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("hash", BigInteger, primary_key=True, autoincrement=False),
    Column("rank", BigInteger, primary_key=True, autoincrement=False),
    Column("document", _NUMBER, ForeignKey("documents.number"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

links = Table(
    "links",
    metadata,
    Column("later", _NUMBER, ForeignKey("documents.number"), primary_key=True, autoincrement=False),
    Column("earlier", _NUMBER, ForeignKey("documents.number"), primary_key=True, autoincrement=False),
    Column("likeness", Text, nullable=False),  # JSON; seen from the later one
    Index("links_of_earlier", "earlier"),
    sqlite_with_rowid=False,
)

credits = Table(
    "credits",
    metadata,
    Column("number", _NUMBER, primary_key=True),
    Column("document", _NUMBER, ForeignKey("documents.number"), nullable=False),
    Column("outlet", Text, nullable=False),  # key
    Column("credit", Text, nullable=False),  # JSON
    Column("records", Text, nullable=False),  # ids of the claims and events that rest on it, a space between
    Index("credits_of_document", "document"),
    Index("credits_of_outlet", "outlet"),
)


def _ties(kind: str, records: Table) -> Table:
    """To which earlier record of another document each record attaches, and where that leads."""
    one = kind.removesuffix("s")
    return Table(
        f"{one}_ties",
        metadata,
        Column(one, _NUMBER, ForeignKey(records.c.number), primary_key=True, autoincrement=False),
        Column("antecedent", _NUMBER, ForeignKey(records.c.number), nullable=False),
        Column("root", _NUMBER, ForeignKey(records.c.number), nullable=False),
        Column("score", Float, nullable=False),
        Index(f"{one}_ties_of_antecedent", "antecedent"),
        Index(f"{one}_ties_of_root", "root"),
    )


def _clusters(kind: str, records: Table) -> Table:
    """Records of several documents that tell of one thing, counted; one that stands alone has no row."""
    one = kind.removesuffix("s")
    return Table(
        f"{one}_clusters",
        metadata,
        Column("root", _NUMBER, ForeignKey(records.c.number), primary_key=True, autoincrement=False),
        Column("documents", Integer, nullable=False),
        Column("publishers", Integer, nullable=False),
        Column("origins", Integer, nullable=False),
        Column("against", Integer, nullable=False),  # origins that deny it
    )


def _keys(kind: str, records: Table) -> Table:
    """By what others find each record: a hash of a name or word with the day; see `across/finding.py`."""
    one = kind.removesuffix("s")
    return Table(
        f"{one}_keys",
        metadata,
        Column("hash", BigInteger, primary_key=True, autoincrement=False),
        Column("rank", BigInteger, primary_key=True, autoincrement=False),  # of the document
        Column(one, _NUMBER, ForeignKey(records.c.number), primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )


event_keys, event_ties, event_clusters = (make("events", events) for make in (_keys, _ties, _clusters))
claim_keys, claim_ties, claim_clusters = (make("claims", claims) for make in (_keys, _ties, _clusters))
# All that follows from the records, in an order in which it can be emptied.
ACROSS = (
    event_clusters,
    claim_clusters,
    event_ties,
    claim_ties,
    event_keys,
    claim_keys,
    links,
    credits,
    fingerprints,
    stories,
)

# -- what came in, as it came in, where somebody wants it kept; never part of an export --

originals = Table(
    "originals",
    metadata,
    Column("document", _NUMBER, ForeignKey("documents.number"), primary_key=True, autoincrement=False),
    Column("kind", String(12), nullable=False),  # plain, html, markdown or pdf
    Column("digest", String(64), nullable=False),  # SHA-256 of its bytes
    Column("size", Integer, nullable=False),  # in bytes
    Column("packed", LargeBinary, nullable=False),  # zlib
)

# -- rows of other event data sets, which do not say on whose word they stand --

imported = Table(
    "imported",
    metadata,
    Column("number", _NUMBER, primary_key=True),
    Column("dataset", String(16), nullable=False),
    Column("id", _PLAIN_ID, nullable=False),  # in the data set
    Column("part", String(8), nullable=False),  # of the rows that have one id; "" where an id has one row
    Column("day", String(10)),
    Column("type", String(40)),  # PLOVER's, None where the code has no counterpart there
    Column("mode", String(40)),
    Column("code", Text, nullable=False),  # as the data set has it
    Column("actor", Text),
    Column("actor_countries", Text, nullable=False),  # " " between them
    Column("actor_sectors", Text, nullable=False),  # "; " between them
    Column("recipient", Text),
    Column("recipient_countries", Text, nullable=False),
    Column("recipient_sectors", Text, nullable=False),
    Column("place", Text),
    Column("country", String(3)),  # of the place
    Column("lat", Float),
    Column("lon", Float),
    Column("mentions", BigInteger),
    Column("sources", BigInteger),
    Column("outlet", Text),
    Column("url", Text),
    Column("digest", String(16), nullable=False),  # of the row
    Column("row", LargeBinary, nullable=False),
    UniqueConstraint("dataset", "id", "part"),
    Index("imported_by_day", "day", "dataset", "id", "part"),
)

# -- who may do what, where a ledger is served to several; never part of an export --

users = Table(
    "users",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("role", String(8), nullable=False),
    Column("password", Text, nullable=False),  # "scrypt$n$r$p$salt$hash"
    Column("created", String(20), nullable=False),
)

tokens = Table(
    "tokens",
    metadata,
    Column("id", String(8), primary_key=True),
    Column("digest", String(64), nullable=False, unique=True),  # SHA-256; the token itself is nowhere
    Column("kind", String(8), nullable=False),  # "token", or "session" of a browser
    Column("name", String(64), nullable=False),  # what it is for; who signs with it where there is no user
    Column("user", String(64), ForeignKey("users.name")),
    Column("scope", String(8), nullable=False),
    Column("created", String(20), nullable=False),
    Column("expires", String(20)),  # None for never
    Index("tokens_of_user", "user"),
)

# -- what persons watch; never part of an export --

searches = Table(
    "searches",
    metadata,
    Column("id", String(12), primary_key=True),
    Column("owner", String(64), nullable=False),  # name of the user, "" where nobody need log in
    Column("name", Text, nullable=False),
    Column("kind", String(8), nullable=False),  # claims or events
    Column("query", Text, nullable=False),  # as in an address, without the "?"
    Column("created", String(20), nullable=False),
    Column("seen", _NUMBER, nullable=False),  # number of the last document at the last visit
    Column("hook", Text),  # address that is told of new hits, None for none
    Column("told", _NUMBER, nullable=False),  # number of the last document that it was told of
    Column("failure", Text),  # why it could not be told the last time
    Index("searches_of_owner", "owner"),
)
