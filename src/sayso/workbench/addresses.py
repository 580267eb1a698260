"""The permanent address of everything."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode

from sayso.schema.reading import Reading

# What a link may lead to: an article's metadata may name any scheme, `javascript:` among them.
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
LOGIN, LOGOUT, ACCOUNT = "/login", "/logout", "/account"
REVIEW, CHANGES, ADD, WATCH = "/review", "/changes", "/add", "/watch"
SPEAKERS, OUTLETS, PLACES, RATINGS, FAMILIES = "/speakers", "/outlets", "/places", "/ratings", "/families"
FEEDS = "/feeds/"
_ROOMS = {"c": "claims", "v": "events", "a": "attributions", "e": "mentioned"}


def document(id: str, *, record: str = "") -> str:
    """The page of a document, at one of its records where it is given."""
    return f"/documents/{quote(id)}{f'#{quote(record)}' if record else ''}"


def record(id: str) -> str:
    """The page of `DOCUMENT:c3`, `DOCUMENT:v2`, `DOCUMENT:a1` or `DOCUMENT:e1`."""
    return f"/{_ROOMS[id.rpartition(':')[2][0]]}/{quote(id, safe=':')}"


def entity(id: str) -> str:
    return f"/entities/{quote(id)}"


def story(id: str) -> str:
    """The page of an event with all accounts of it, by the id of any of them."""
    return f"/stories/{quote(id, safe=':')}"


def origin(id: str) -> str:
    """The page of the origin of a document."""
    return f"/documents/{quote(id)}/origin"


def original(id: str, *, part: str = "") -> str:
    """The page of what came in, beside its text; `frame` is what came in alone, `file` its bytes."""
    return f"/documents/{quote(id)}/original{f'/{part}' if part else ''}"


def speaker(name: str) -> str:
    return f"/speakers/{quote(name, safe='')}"


def outlet(name: str) -> str:
    return f"/outlets/{quote(name, safe='')}"


def place(name: str) -> str:
    return f"/places/{quote(name, safe='')}"


def compare(one: str, other: str) -> str:
    """The page of two outlets side by side."""
    return with_query("/compare", [("a", one), ("b", other)])


def with_query(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    """`path?name=value&…`, or the path alone."""
    query = urlencode(list(pairs), quote_via=quote)
    return f"{path}?{query}" if query else path


def ours(there: str, *, otherwise: str) -> str:
    """A path of this workbench that a form names; `otherwise` for what is none."""
    plain = there.startswith("/") and not there.startswith(("//", "/\\")) and there.isprintable()
    return there if plain and len(there) <= 2000 and "\\" not in there else otherwise


def job(id: str) -> str:
    return f"{ADD}/{quote(id)}"


def feed(secret: str) -> str:
    """A feed that lets in whoever has its address."""
    return f"{FEEDS}{quote(secret, safe='')}.atom"


def outside(url: str | None) -> str | None:
    """An address that a link may lead to, None for anything else."""
    return url if url and _WEB.match(url) else None


def records_of(reading: Reading) -> Mapping[str, tuple[str, ...]]:
    """The pages of what each attribution and event of a document became: its claim, or itself; an event
    that its author asserts or denies has a claim besides.
    """
    claims: dict[str, list[str]] = {}
    for claim in reading.claims:
        claims.setdefault(claim.attribution or claim.event or "", []).append(claim.id)
    said = {one.id: claims.get(one.id, [one.id]) for one in reading.attributions}
    happened = {one.id: [one.id, *claims.get(one.id, [])] for one in reading.events}
    return {
        id: tuple(record(f"{reading.document.id}:{one}") for one in ids)
        for id, ids in {**said, **happened}.items()
    }
