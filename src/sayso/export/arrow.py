"""The columns of claims and events in Arrow's types: what belongs together is nested, and nothing is joined.

A row is an account of something, and no event: `standing` and `holder` say how it is told and by whom.
"""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

_NOTE = (
    "Each row is what one document tells: read how it stands, who vouches for it and who denies it;"
    " no row says that something happened. See docs/exports/parquet.md."
)
_TEXT, _WHOLE = pa.string(), pa.int32()


def _struct(**fields: pa.DataType) -> pa.DataType:
    return pa.struct(list(fields.items()))


SPAN = _struct(start=_WHOLE, end=_WHOLE, text=_TEXT)
ROLE = _struct(
    start=_WHOLE, end=_WHOLE, text=_TEXT, name=_TEXT, country=_TEXT, sector=_TEXT, unsure=pa.bool_()
)
PLACE = _struct(
    start=_WHOLE, end=_WHOLE, text=_TEXT, name=_TEXT, country=_TEXT, admin1=_TEXT,
    lat=pa.float64(), lon=pa.float64(), geonameid=pa.int64(),
)  # fmt: skip
DATE = _struct(start=pa.date32(), end=pa.date32(), precision=_TEXT, relation=_TEXT, span=SPAN)
COUNT = _struct(low=_WHOLE, high=_WHOLE, text=_TEXT)
MAGNITUDE = _struct(killed=COUNT, injured=COUNT, arrested=COUNT)
SOURCE = _struct(
    start=_WHOLE, end=_WHOLE, text=_TEXT, name=_TEXT, identity=_TEXT, naming=_TEXT, affiliation=_TEXT,
    role=_TEXT, country=_TEXT, sector=_TEXT, unsure=pa.bool_(),
)  # fmt: skip
SAYING = _struct(id=_TEXT, source=SOURCE, cue=SPAN, form=_TEXT, attitude=_TEXT, channel=_TEXT, hedges=_TEXT)
FACTUALITY = _struct(holder=pa.list_(_TEXT), value=_TEXT)
REASON = _struct(kind=_TEXT, start=_WHOLE, end=_WHOLE, text=_TEXT)
HELD = _struct(id=_TEXT, type=_TEXT, standing=_TEXT)

# Name -> type, and what it holds where the name does not say it.
Columns = Mapping[str, tuple[pa.DataType, str]]

_DOCUMENT: Columns = {
    "id": (_TEXT, "DOCUMENT:RECORD, as `sayso show` takes it"),
    "document": (_TEXT, "id of the document, from its text"),
    "title": (_TEXT, ""),
    "outlet": (_TEXT, "the publisher"),
    "url": (_TEXT, ""),
    "authors": (pa.list_(_TEXT), ""),
    "published": (_TEXT, "ISO day, or interval with its end exclusive"),
    "language": (_TEXT, "ISO 639-1"),
    "wire": (_TEXT, "news agency credited in the text"),
}
_TOLD: Columns = {
    "review": (_TEXT, "accepted or edited by a person; null where nobody looked"),
    "cluster": (_TEXT, "id of the first record that tells of the same"),
    "documents": (_WHOLE, "that tell of it, this one included"),
    "publishers": (_WHOLE, "that tell of it"),
    "origins": (_WHOLE, "independent beginnings of what they tell"),
    "against": (_WHOLE, "origins that deny it"),
    "sayso": (_TEXT, "version that coded it"),
    "encoder": (_TEXT, "version that coded it"),
}
EVENTS: Columns = {
    **_DOCUMENT,
    "standing": (_TEXT, "how it is told: negated, planned, denied, admitted, reported, possible or fact"),
    "vouched_for_by": (pa.list_(_TEXT), "who says that it is so, innermost first; nobody where it is denied"),
    "denied_by": (pa.list_(_TEXT), "who says in the same document that it is not so"),
    "type": (_TEXT, "of PLOVER"),
    "mode": (_TEXT, "of the type"),
    "contexts": (pa.list_(_TEXT), "of PLOVER"),
    "quad": (_TEXT, ""),
    "anchor": (SPAN, "the words that name it; half-open characters of the text"),
    "actors": (pa.list_(ROLE), "who is said to do it"),
    "recipients": (pa.list_(ROLE), "to whom"),
    "place": (PLACE, "degrees in WGS 84; a country's point lies in its middle"),
    "date": (DATE, "end exclusive"),
    "magnitude": (MAGNITUDE, "people, as the text says"),
    "sayings": (pa.list_(SAYING), "the attributions that it comes through, innermost first"),
    "factuality": (
        pa.list_(FACTUALITY),
        "FactBank's value for each holder; ids of sayings, [] is the author",
    ),
    "why": (pa.list_(REASON), "the words that decided the standing"),
    "passage": (_TEXT, "its paragraph, cut where it is long"),
    "confidence": (pa.float64(), "0 to 1, of the extraction and never of what is told"),
    **_TOLD,
}
CLAIMS: Columns = {
    **_DOCUMENT,
    "attitude": (_TEXT, "assertion or denial"),
    "holder": (
        pa.list_(_TEXT),
        "who makes it, innermost first",
    ),
    "words": (_TEXT, "what is claimed; … where it is interrupted"),
    "content": (pa.list_(SPAN), "half-open characters of the text"),
    "source": (SOURCE, "who makes it"),
    "cue": (SPAN, "the words that say that it is said"),
    "form": (_TEXT, "direct, indirect or mixed"),
    "channel": (_TEXT, ""),
    "hedges": (_TEXT, "words that leave open whether it is so"),
    "events": (pa.list_(HELD), "what is coded in it, and how the document tells it"),
    **_TOLD,
}


def schema_of(columns: Columns, kind: str) -> pa.Schema:
    """The schema with what each column holds as its description."""
    fields = [
        pa.field(name, type_, metadata={"description": told} if told else None)
        for name, (type_, told) in columns.items()
    ]
    return pa.schema(fields, metadata={"sayso.kind": kind, "sayso.note": _NOTE})
