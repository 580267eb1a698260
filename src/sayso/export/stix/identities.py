"""Those who speak, as identities of STIX."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sayso.export.exported import Exported
from sayso.export.speakers import Kind, Speaker, entities_of, speaker, writers
from sayso.export.stix.shared import ALWAYS, SAYSO, Object, created, made
from sayso.export.telling import chain_of
from sayso.export.vouched import telling
from sayso.schema.attribution import Attribution
from sayso.schema.claim import Claim
from sayso.schema.event import Event

# Where it is not clear what bears a name, STIX is told no class.
_CLASSES: Mapping[Kind, str] = {"person": "individual", "group": "organization", "other": ""}
_UNNAMED = "Not named; the words are those of one document, and tell of nobody outside it."


def identity(who: Speaker, one: Exported) -> Object:
    """Somebody with a name is one identity in all documents and holds nothing but the name; somebody without
    one belongs to the document.
    """
    kind, by = _CLASSES[who.kind], SAYSO["id"]
    if who.named:
        return made(
            "identity", f"{kind}:{who.name}", ALWAYS, created_by_ref=by, name=who.name, identity_class=kind
        )
    kind = "group" if who.kind == "group" else kind
    return made(
        "identity",
        f"{one.reading.document.id}:{kind}:{who.name}",
        created(one),
        created_by_ref=by,
        name=who.name,
        description=_UNNAMED,
        identity_class=kind,
    )


def claimants(one: Exported, claim: Claim, said: Mapping[str, Attribution]) -> list[Object]:
    """Those on whose word a claim is, innermost first; the writers where it is the author's own."""
    chain = chain_of(claim, said)
    return _all(one, chain) if chain else _writers(one)


def tellers(one: Exported, event: Event, said: Mapping[str, Attribution]) -> list[Object]:
    """Those in whose words an event is told, innermost first; the writers where those are the author's."""
    chain = telling(event, said)
    return _all(one, chain) if chain else _writers(one)


def speaking(one: Exported, said: Attribution) -> list[Object]:
    """The identity of a source, if the text has words for it."""
    return _all(one, [said])


def references(identities: Iterable[Mapping[str, Any]]) -> list[str]:
    """Their ids, each once."""
    return list(dict.fromkeys(str(each["id"]) for each in identities))


def _all(one: Exported, said: Iterable[Attribution]) -> list[Object]:
    return list(_found(one, said))


def _found(one: Exported, said: Iterable[Attribution]) -> Iterator[Object]:
    entities = entities_of(one.reading)
    for each in said:
        if (who := speaker(each.source, entities)) is not None:
            yield identity(who, one)


def _writers(one: Exported) -> list[Object]:
    return [identity(who, one) for who in writers(one.reading.document)]
