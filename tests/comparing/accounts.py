"""Fictional accounts of events for the tests of this room."""

from __future__ import annotations

from typing import Any

from sayso.comparing.account import Account


def account(id: str, content: str, **fields: Any) -> Account:
    """A dated telling of a shelling at Sella, of 12 March 2031, where nothing else is said."""
    document = id.partition(":")[0]
    known: dict[str, Any] = {
        "document": document, "published": "2031-03-12", "title": None, "outlet": document,
        "day": "2031-03-12", "until": "2031-03-13", "dated": True, "type": "ASSAULT", "mode": "heavy-weapons",
        "standing": "fact", "anchor": "shelled", "actors": ("Tesmar army",), "recipients": ("the market",),
        "countries": frozenset(), "place": "Sella", "geonameid": None, "source": None, "toll": {},
    }  # fmt: skip
    return Account(id=id, content=content, **(known | fields))


ARMY = "The Tesmar army shelled the market of Sella on Wednesday morning, killing nine, doctors there said."
FRONT = "Nine traders died when shells hit the market in Sella, the Lorn Front said, which blamed Tesmar."
TALKS = "Envoys of Karvia spent Wednesday in Brenholm over fishing rights and went home without a paper."
