"""Claims, events and what persons decided about them, as nodes of PROV-O."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set

from sayso.export import words
from sayso.export.exported import Exported
from sayso.export.telling import called, chain_of, claim_title, event_title, flat, wording
from sayso.export.triples import Node, Ref, Typed
from sayso.export.urns import digest, name_key, urn, web
from sayso.export.vouched import AUTHOR, deniers, sayings, telling, vouching
from sayso.schema.attribution import Attribution
from sayso.schema.claim import Claim
from sayso.schema.correction import Correction
from sayso.schema.document import Document, Passage
from sayso.schema.event import Event


def told_records(one: Exported) -> list[tuple[Claim | Event, Passage]]:
    """What was asked for, each with the passage where it begins."""
    passages = one.reading.document.passages or (Passage("body", 0, len(one.reading.document.text)),)
    begins = [passage.start for passage in passages]
    every: list[Claim | Event] = [*one.reading.claims, *one.reading.events]
    wanted = (each for each in every if one.wants(each.id))
    return [(each, passages[max(0, bisect_right(begins, _start(each)) - 1)]) for each in wanted]


def _start(record: Claim | Event) -> int:
    return record.anchor.start if isinstance(record, Event) else record.content[0].start


def person(name: str) -> str:
    """The IRI of a person who decides; the same name is the same person."""
    return urn("person", digest(name_key(name))[:16])


def passage_iri(document: Document, passage: Passage) -> str:
    """The IRI of a passage."""
    return urn(document.id, "passage", f"{passage.start}-{passage.end}")


def coding_iri(one: Exported) -> str:
    """The IRI of the coding of a document."""
    return urn(one.reading.document.id, "coding")


# -- claims and events --


def edits_of(one: Exported) -> Mapping[str, list[Correction]]:
    """Id of a record -> the decisions that set something of it, in order."""
    found: dict[str, list[Correction]] = {}
    for each in one.corrections:
        role = each.kind == "role" and each.action == "reject"
        if (each.action == "edit" or role) and each.id in one.about:
            found.setdefault(one.about[each.id], []).append(each)
    return found


def record_nodes(
    one: Exported, record: Claim | Event, passage: Passage, edits: Sequence[Correction]
) -> Iterator[Node]:
    """A claim or an event; where a person set something of it, with the one that was coded."""
    document = one.reading.document
    source = Ref(passage_iri(document, passage))
    known = sayings(one.reading)
    node = _event(one, record, known) if isinstance(record, Event) else _claim(one, record, known)
    node.add("prov:wasDerivedFrom", source)
    coded = urn(document.id, record.id, "coded")
    if not edits:
        yield node.add("prov:wasGeneratedBy", Ref(coding_iri(one)))
        return
    node.add("prov:wasRevisionOf", Ref(coded)).add("prov:wasGeneratedBy", Ref(_decision_iri(edits[-1])))
    yield node
    before = Node(coded, ("prov:Entity", *node.types[1:])).add("prov:wasGeneratedBy", Ref(coding_iri(one)))
    yield before.add("prov:wasDerivedFrom", source)


def _claim(one: Exported, claim: Claim, known: Mapping[str, Attribution]) -> Node:
    node = Node(urn(one.reading.document.id, claim.id), ("prov:Entity", "sayso:Claim"))
    node.add("rdfs:label", claim_title(claim, known)).add("prov:value", wording(claim))
    node.add("sayso:attitude", claim.attitude)
    chain = chain_of(claim, known)
    first, *others = [called(each) for each in chain] or [AUTHOR]
    node.add("sayso:saidBy", first).add("sayso:passedOnBy", *others)
    node.add("sayso:cue", flat(chain[0].cue.text) if chain and chain[0].cue else None)
    node.add("sayso:tells", Ref(urn(one.reading.document.id, claim.event)) if claim.event else None)
    return _counted(node, one, claim.id)


def _event(one: Exported, event: Event, known: Mapping[str, Attribution]) -> Node:
    node = Node(urn(one.reading.document.id, event.id), ("prov:Entity", "sayso:Event"))
    node.add("rdfs:label", event_title(event, known)).add("prov:value", flat(event.anchor.text))
    node.add("sayso:type", event.type)
    node.add("sayso:mode", event.mode).add("sayso:standing", event.standing)
    node.add("rdfs:comment", words.STANDING_MEANS[event.standing])
    first, *others = [called(each) for each in telling(event, known)] or [AUTHOR]
    node.add("sayso:saidBy", first).add("sayso:passedOnBy", *others)
    # whoever passes it on need not hold it
    node.add("sayso:vouchedForBy", *([first] if vouching(event, known) else []))
    node.add("sayso:deniedBy", *deniers(one.reading, event))
    node.add("sayso:decidedBy", *(f"{why.kind}: {flat(why.span.text)}" for why in event.why))
    return _counted(node, one, event.id)


def _counted(node: Node, one: Exported, record: str) -> Node:
    """With what a person made of it, and how far it is told elsewhere."""
    node.add("sayso:review", one.reviews.get(record))
    if (told := one.counts.get(record)) is not None:
        node.add("sayso:documents", told.documents).add("sayso:publishers", told.publishers)
        node.add("sayso:origins", told.origins).add("sayso:originsAgainst", told.against)
    return node


# -- decisions of persons --


def _decision_iri(one: Correction) -> str:
    return urn("correction", one.id)


def decisions(one: Exported, records: Set[str], edits: Mapping[str, Sequence[Correction]]) -> Iterator[Node]:
    """The decisions about these records, each an activity of a person."""
    document, last = one.reading.document.id, dict[str, Correction]()
    for each in one.corrections:
        record = one.about.get(each.id)
        if record is None or record not in records:
            continue
        coded = any(edit.id == each.id for edit in edits.get(record, []))
        used = urn(document, record, "coded") if coded else urn(document, record)
        node = Node(_decision_iri(each), ("prov:Activity", "sayso:Correction"))
        node.add("sayso:action", each.action).add("prov:used", Ref(used))
        node.add("prov:wasAssociatedWith", Ref(person(each.by)))
        node.add("prov:endedAtTime", Typed(each.at, "xsd:dateTime"))
        if coded and record in last:
            node.add("prov:wasInformedBy", Ref(_decision_iri(last[record])))
        last |= {record: each} if coded else {}
        yield node
        if each.action == "verdict":
            yield _verdict(each, urn(document, record))


def _verdict(one: Correction, claim: str) -> Node:
    node = Node(urn("verdict", one.id), ("prov:Entity", "sayso:Verdict"))
    node.add("prov:value", one.value["verdict"])
    node.add("prov:wasGeneratedBy", Ref(_decision_iri(one))).add("prov:wasAttributedTo", Ref(person(one.by)))
    page = web(one.value["url"])
    return node.add("prov:wasDerivedFrom", Ref(claim)).add("rdfs:seeAlso", Ref(page) if page else None)
