"""FollowTheMoney entities (the schema of OpenAleph and OpenSanctions) as JSON lines.

A document is an Article, a claim a Note and an event an Event, each with its `proof` in the article; a name
is a Mention. Somebody with a name is a Person, an Organization, a PublicBody or a LegalEntity of that
document alone: whether two of one name are the same is for cross-referencing to say. Only those who take
part in what the author tells in their own voice, or in what who did it admits, are `involved`; others are
named in words. Written as plain JSON: the library `followthemoney` needs ICU and 80 MB beside it, and the
tests hold every line against it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sayso.export.exported import Exported
from sayso.export.ftm.document import entities
from sayso.export.json import clean


def write(documents: Iterable[Exported]) -> Iterator[bytes]:
    """An entity to a line: each document's article first."""
    for one in documents:
        for each in entities(one):
            yield (clean(json.dumps(each, ensure_ascii=False, separators=(",", ":"))) + "\n").encode()
