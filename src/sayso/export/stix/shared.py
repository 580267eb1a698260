"""What all objects of STIX have in common: ids, times, and what sayso adds to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.export.dating import first_day
from sayso.export.exported import Exported
from sayso.export.urns import uuid_of

# The time of what belongs to no document: the same in every bundle, since the objects are.
ALWAYS = "2025-01-01T00:00:00.000Z"
# The time of a document whose day is not known. STIX asks for one; no text of the web is as old.
UNDATED = "1970-01-01T00:00:00.000Z"

Object = dict[str, Any]


def made(kind: str, key: str, created: str, modified: str = "", **fields: Any) -> Object:
    """An object; fields of None, "" and [] are left out.

    Args:
        kind: type of STIX.
        key: what it is made of; the same key gives the same id.
        created, modified: times; never modified before it was created.
    """
    head = {"type": kind, "spec_version": "2.1", "id": f"{kind}--{uuid_of(f'stix:{kind}:{key}')}"}
    head |= {"created": created, "modified": modified or created}
    return head | {name: value for name, value in fields.items() if value not in (None, "", [])}


SAYSO: Mapping[str, Any] = made(
    "identity",
    "sayso",
    ALWAYS,
    name="sayso",
    identity_class="system",
    description="A program that reads news and tells who says what, on whose say-so. It vouches for nothing.",
)
EXTENSION: Mapping[str, Any] = made(
    "extension-definition",
    "1",
    ALWAYS,
    created_by_ref=SAYSO["id"],
    name="sayso",
    description="How a text tells something, and on whose word.",
    schema=(
        "All properties may be missing. record: id of the claim, event or attribution, DOCUMENT:RECORD. "
        "spans: half-open places of its words in the stored text, in code points. holder_refs: identities "
        "of those in whose words it is told, innermost first. attitude: assertion or denial. standing: "
        "negated, planned, denied, admitted, reported, possible, or fact (the author tells it in their own "
        "voice). event_type, mode: of PLOVER. value: of FactBank (CT+ PR+ PS+ CT- PR- PS-). confidence: 0 "
        "to 1, of the extraction, never of what is said. review: accepted or edited by a person. verdict: "
        "of a person, in their words. language: of the text. encoder: version."
    ),
    version="1.0.0",
    extension_types=["property-extension"],
)


def extended(**fields: Any) -> Object:
    """What sayso adds to an object."""
    told = {name: value for name, value in fields.items() if value not in (None, "", [])}
    return {EXTENSION["id"]: {"extension_type": "property-extension", **told}}


def created(one: Exported) -> str:
    """The day of a document."""
    day = first_day(one.reading.document.published)
    return f"{day}T00:00:00.000Z" if day else UNDATED


def modified(one: Exported) -> str:
    """The last decision of a person about a document, or the day of it."""
    return max([created(one), *(each.at for each in one.corrections)])


def key(one: Exported, *record: str) -> str:
    """Of a record as this encoder reads it; another one may number others so."""
    return ":".join((one.reading.document.id, one.reading.sayso, one.reading.encoder, *record))
