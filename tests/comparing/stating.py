"""Fictional statements and accounts for the tests of this room."""

from __future__ import annotations

from itertools import count
from typing import Any

from sayso.comparing.account import Account
from sayso.comparing.statement import Statement

_documents = count(1)
NAMED = {"identity": "named_person", "naming": "named", "affiliation": "unknown"}
UNNAMED = {"identity": "unnamed_person", "naming": "described", "affiliation": "government"}


def statement(speaker: str | None, content: str, day: str | None = "2031-03-03", **fields: Any) -> Statement:
    """A claim in a document of its own."""
    known: dict[str, Any] = {
        **NAMED, "document": f"d{next(_documents):03}", "published": day, "outlet": None, "day": day,
        "name": None, "country": None, "attitude": "assertion", "cue": "said",
    }  # fmt: skip
    known |= fields
    known.setdefault("id", f"{known['document']}:c1")
    return Statement(speaker=speaker, content=content, **known)


def account(document: str, standing: str = "fact", **fields: Any) -> Account:
    """A telling of one shelling."""
    known: dict[str, Any] = {
        "id": f"{document}:v1", "document": document, "published": "2031-03-03", "title": None,
        "outlet": f"Outlet {document}", "day": "2031-03-02", "until": None, "dated": True, "type": "ASSAULT",
        "mode": "heavy-weapons", "anchor": "shelled", "actors": ("Sarnovia",), "recipients": (),
        "countries": frozenset(), "place": "Sella", "geonameid": None, "source": None,
        "content": "Sella was shelled on Sunday", "toll": {},
    }  # fmt: skip
    return Account(standing=standing, **(known | fields))  # type: ignore[arg-type]
