"""STIX 2.1 (OASIS Standard, 10 June 2021): one bundle of reports, notes, opinions, sightings and identities.

A document is a report. A claim or an event is a note: a note asserts nothing about the world. Who vouches
for an event gives an opinion on its note that agrees, who denies it one that disagrees. What an author tells
in their own voice is sighted by the outlet or the authors, and nothing else is. Ids are UUIDs of version 5
in a name space of sayso's own, as section 2.9 asks of producers that do not use version 4. Written as plain
JSON: the library `stix2` holds a whole bundle in memory and checks it, which the tests do.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.export.exported import Exported
from sayso.export.json import clean
from sayso.export.stix.document import objects
from sayso.export.stix.shared import EXTENSION, SAYSO
from sayso.export.urns import uuid_of


def write(documents: Iterable[Exported]) -> Iterator[bytes]:
    """The bundle, an object to a line; its id comes last, since it is made from all of them."""
    yield b'{"type":"bundle","objects":[\n'
    told, before = hashlib.sha256(), ""
    for each in _each_once(documents):
        line = clean(json.dumps(each, ensure_ascii=False, separators=(",", ":")))
        told.update(line.encode())
        yield (before + line).encode()
        before = ",\n"
    yield f'\n],"id":"bundle--{uuid_of(told.hexdigest())}"}}\n'.encode()


def _each_once(documents: Iterable[Exported]) -> Iterator[dict[str, Any]]:
    """Identities that several documents share come where they come first."""
    known: set[str] = set()
    yield from (dict(SAYSO), dict(EXTENSION))
    for one in documents:
        for each in objects(one):
            if each["type"] != "identity":
                yield each
            elif each["id"] not in known:
                known.add(each["id"])
                yield each
