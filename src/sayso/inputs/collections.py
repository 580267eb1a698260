"""The kinds of file that hold many documents, and how each is recognised and read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.inputs import exports, feeds, jsonlines, records, tables, warc
from sayso.inputs.columns import Columns
from sayso.inputs.item import Item

Reader = Callable[[Path, Columns], Iterator[Item]]


@dataclass(frozen=True, slots=True)
class Collection:
    """A kind of file that holds many documents.

    Attributes:
        suffixes: of such files in a folder, in small letters with their dot.
        recognises: whether a file is one; looks at no more than its name and its first bytes.
        read: its documents, one at a time.
    """

    suffixes: frozenset[str]
    recognises: Callable[[Path], bool]
    read: Reader


# The first that recognises a file reads it.
COLLECTIONS: tuple[Collection, ...] = (
    Collection(records.SUFFIXES, records.is_records, records.record_items),
    Collection(jsonlines.SUFFIXES, jsonlines.is_jsonlines, jsonlines.jsonlines_items),
    Collection(tables.SUFFIXES, tables.is_table, tables.table_items),
    Collection(warc.SUFFIXES, warc.is_warc, warc.warc_items),
    Collection(feeds.SUFFIXES, feeds.is_feed, feeds.feed_items),
    Collection(exports.SUFFIXES, exports.is_export, exports.export_items),
)


def reader_of(path: Path) -> Reader | None:
    """How to read a file that holds many documents; None for a file that is one document."""
    return next((kind.read for kind in COLLECTIONS if kind.recognises(path)), None)
