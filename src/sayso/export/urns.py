"""Names for documents and records that hold everywhere: the same text and record have the same name in every
export, and no server has to answer for them.
"""

from __future__ import annotations

import hashlib
import re
from uuid import NAMESPACE_URL, UUID, uuid5

from sayso.text.folding import folded_words

# The terms that sayso adds to a foreign vocabulary: `urn:sayso:term:standing`.
TERMS = "urn:sayso:term:"
# What stands in no URI as it is (RFC 3986), and in addresses of the wild it does.
_UNSAFE = re.compile(r"[^\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]")
_WEB = re.compile(r"https?://[^\s/]+", re.IGNORECASE)
_SPACE = uuid5(NAMESPACE_URL, "urn:sayso")


def urn(document: str, *record: str) -> str:
    """Of a document, or of a record or part of it: `urn:sayso:e9739d9a3e2a7085:c3`."""
    return ":".join(("urn:sayso", document, *record))


def uuid_of(told: str) -> UUID:
    """The same for the same words; of version 5, in a name space of sayso's own."""
    return uuid5(_SPACE, told.encode("utf-8", "replace").decode("utf-8"))


def digest(told: str) -> str:
    """40 hexadecimal digits, the same for the same words."""
    return hashlib.sha1(told.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()


def name_key(name: str) -> str:
    """The same for spellings of a name that differ in case, accents or marks only."""
    return " ".join(folded_words(name)) or " ".join(name.split())


def web(address: str | None) -> str | None:
    """The address as a URI, or None where it is none of the web."""
    if address is None or not _WEB.match(address):
        return None
    return _UNSAFE.sub(_escaped, address)


def _escaped(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))
