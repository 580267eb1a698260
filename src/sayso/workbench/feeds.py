"""What a search finds as a feed (Atom, RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from sayso.export import eventwords, words
from sayso.ledger.hits import ClaimHit, Hit
from sayso.workbench import addresses
from sayso.workbench.asking import Asked

TYPE = "application/atom+xml; charset=utf-8"
_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = "1970-01-01T00:00:00Z"  # of what has no day
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# What XML cannot hold, whatever is done to it.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_TITLE = 160


def feed(asked: Asked, hits: Sequence[Hit], *, base: str, name: str) -> bytes:
    """The feed of a search.

    Args:
        hits: in the order in which they stand there.
        base: scheme and host, without the last slash.
        name: of the ledger.
    """
    ElementTree.register_namespace("", _ATOM)
    root = ElementTree.Element(f"{{{_ATOM}}}feed")
    here = asked.on(None)
    _text(root, "title", f"{here.words or ('Claims' if here.kind == 'claims' else 'Events')} – {name}")
    _text(root, "id", _urn(here.address(".atom")))
    _text(root, "updated", max((_moment(hit) for hit in hits), default=_NEVER))
    _text(_child(root, "author"), "name", "sayso")
    _child(root, "link", rel="self", type="application/atom+xml", href=base + here.address(".atom"))
    _child(root, "link", rel="alternate", type="text/html", href=base + here.address())
    for hit in hits:
        _entry(root, hit, base)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _entry(root: ElementTree.Element, hit: Hit, base: str) -> None:
    one = _child(root, "entry")
    _text(one, "title", _title(hit))
    _text(one, "id", _urn(hit.id))
    _text(one, "updated", _moment(hit))
    _text(_child(one, "author"), "name", hit.outlet or "outlet not known")
    _child(one, "link", rel="alternate", type="text/html", href=base + addresses.record(hit.id))
    _text(one, "summary", _summary(hit))


def _title(hit: Hit) -> str:
    """Who says it, and never as if it were so."""
    if isinstance(hit, ClaimHit):
        who = hit.name or hit.source or ("the author" if hit.standing else "nobody who is told")
        told = f"{who} {'denied' if hit.attitude == 'denial' else 'said'}: {hit.content}"
    else:
        parties = " → ".join(one for one in (hit.actors or "nobody told", hit.recipients) if one)
        told = f"{words.STANDING[hit.standing]}: {eventwords.plain(hit.type)}, {parties}"  # type: ignore[index]
    return told if len(told) <= _LONGEST_TITLE else f"{told[:_LONGEST_TITLE].rpartition(' ')[0]} …"


def _summary(hit: Hit) -> str:
    by = "" if isinstance(hit, ClaimHit) or not hit.source else f" ({words.whose(hit.standing)} {hit.source})"
    where = ", ".join(one for one in (hit.outlet, hit.title, hit.published and hit.published[:10]) if one)
    return f"{hit.content}{by} – {where or 'source not known'}"


def _moment(hit: Hit) -> str:
    """Midnight of the day of publication: when a document came into the ledger is nowhere told."""
    day = next((one for one in (hit.published, hit.day) if one and _DAY.match(one)), None)
    return f"{day[:10]}T00:00:00Z" if day else _NEVER


def _urn(told: str) -> str:
    """The same for the same record or search, by whatever name the workbench is reached."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'sayso:{told}')}"


def _child(parent: ElementTree.Element, name: str, **attributes: str) -> ElementTree.Element:
    clean = {key: _UNWRITABLE.sub("", value) for key, value in attributes.items()}
    return ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}", clean)


def _text(parent: ElementTree.Element, name: str, told: str) -> None:
    _child(parent, name).text = _UNWRITABLE.sub("", told)
