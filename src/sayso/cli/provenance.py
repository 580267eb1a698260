"""One record in the terminal, with all that tells where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from sayso.cli.counting import counted
from sayso.cli.marking import STANDINGS, STYLES
from sayso.cli.rated import rated
from sayso.cli.refusing import one_line
from sayso.cli.report import report
from sayso.export import words
from sayso.export.eventwords import GLYPH
from sayso.ledger.shown import (
    Decision,
    Provenance,
    Shown,
    ShownDocument,
    ShownEntity,
    ShownRecord,
    ShownRole,
)
from sayso.schema.attribution import Attribution, Source
from sayso.schema.claim import Claim
from sayso.schema.document import Document
from sayso.schema.entity import Entity
from sayso.schema.event import Event
from sayso.schema.location import Location
from sayso.schema.span import Span

_MOST_SHOWN = 20


def shown(record: Shown) -> RenderableType:
    """What it is, and where it comes from."""
    if isinstance(record, ShownDocument):
        return Group(report(record.reading), *_contents(record), *_provenance(record.provenance))
    if isinstance(record, ShownEntity):
        return Group(*_entity(record))
    return Group(*_record(record))


def _record(record: ShownRecord) -> Iterator[Text]:
    heading = Text(f"{record.kind} ", style="bold").append(record.id, style="dim bold")
    yield heading.append(f"  [{record.review}]", style="not bold") if record.review else heading
    yield from _told(record)
    yield Text()
    yield _in_place(record)
    yield Text()
    yield from _chain(record)
    yield _document(record.document)
    yield from _provenance(record.provenance)


def _told(shown: ShownRecord) -> Iterator[Text]:
    record = shown.record
    if isinstance(record, Event):
        standing = f"{GLYPH[record.standing]} {words.STANDING[record.standing]}"
        yield Text.assemble(
            (f"{record.type} {record.mode or ''}".strip(), "bold"),
            "  ",
            (standing, STANDINGS[record.standing]),
        )
        yield from map(_role, shown.roles)
        yield from _facts(record)
    elif isinstance(record, Entity):
        yield _line("name", f"{record.name} ({record.kind})")
        yield _line("named", f"{counted(len(record.mentions), 'time')} in this document")
        if shown.entity is not None:
            in_all = counted(shown.entity.documents, "document")
            yield _line("in the ledger", f"{shown.entity.id}, in {in_all}")
            yield from _merged(shown.entity)
    else:
        yield _line("who", _source(record.source) + rated(shown.reliability))
        yield _line("attitude", words.ATTITUDE[record.attitude])


def _role(shown: ShownRole) -> Text:
    """With the id that `sayso correct` takes behind that of the document."""
    belongs = words.belonging(shown.role)
    told = words.name(shown.role) + (f" ({belongs})" if belongs else "")
    ids = [shown.id, *([shown.role.entity] if shown.role.entity else [])]
    name = "who" if ".actor." in shown.id else "to whom"
    return _line(name, f"{told} [{', '.join(ids)}]{', rejected' if shown.rejected else ''}")


def _facts(event: Event) -> Iterator[Text]:
    if event.place:
        yield _line("where", ", ".join(part for part in (event.place.name, event.place.country) if part))
    if event.date.start:
        yield _line("when", f"{event.date.start} ({event.date.precision}, {event.date.relation})")
    if event.why:
        yield _line("why", ", ".join(f"{one.kind} “{one.span.text}”" for one in event.why))
    yield _line("confidence", f"{event.confidence:.2f}")


def _source(source: Source) -> str:
    who = words.who(source)
    quoted = f" “{source.text}”" if source.text and source.text != who else ""
    entity = f" [{source.entity}]" if source.entity else ""
    return f"{who}{quoted} ({words.kind(source)}){entity}"


def _in_place(record: ShownRecord) -> Text:
    """The sentences around, the words of the record marked."""
    text = Text(_flat(record.around.text), style="dim")
    for span in _spans(record.record):
        text.stylize(f"not dim {STYLES['content']}", *_within(record.around, span))
    return text


def _spans(record: Claim | Event | Attribution | Entity) -> Sequence[Span]:
    if isinstance(record, Event):
        return [record.anchor]
    return record.mentions[:1] if isinstance(record, Entity) else record.content


def _within(around: Span, span: Span) -> tuple[int, int]:
    return max(span.start, around.start) - around.start, min(span.end, around.end) - around.start


def _chain(record: ShownRecord) -> Iterator[Text]:
    against = isinstance(record.record, Event) and record.record.standing in ("denied", "negated")
    first = "told by" if against else "on the word of"
    for place, (attribution, letter) in enumerate(zip(record.chain, record.chain_reliability, strict=True)):
        cue = f", “{_flat(attribution.cue.text)}”" if attribution.cue else ""
        told = f"{_source(attribution.source)}{cue}, {words.FORM[attribution.form]}{rated(letter)}"
        yield _line("as told by" if place else first, f"{told} [{attribution.id}]")


def _document(document: Document) -> Text:
    known = (document.title, document.outlet, document.published, ", ".join(document.authors), document.url)
    return _line("document", " · ".join(part for part in known if part) or document.id)


def _contents(document: ShownDocument) -> Iterator[Text]:
    """What `show` takes next: the ids of the records."""
    reading = document.reading
    kinds = (reading.claims, reading.events, reading.attributions, reading.entities)
    found = [f"{records[0].id} to {records[-1].id}" for records in kinds if records]
    if found:
        yield Text()
        first = f"{document.id}:{found[0].split()[0]}"
        yield _line("records", f"{', '.join(found)}; `sayso show {first}` tells more")


def _provenance(told: Provenance) -> Iterator[Text]:
    for place in told.locations[:_MOST_SHOWN]:
        yield _line("found at", _place(place))
    if len(told.locations) > _MOST_SHOWN:
        yield _line("", f"and in {counted(len(told.locations) - _MOST_SHOWN, 'more place')}")
    for coding in told.codings:
        state = "coded by" if coding.current else "before by"
        yield _line(state, f"sayso {coding.sayso}, encoder {coding.encoder}, mark {coding.mark}")
    for decision in told.decisions:
        yield _decision(decision)


def _place(place: Location) -> str:
    known = (place.name, place.url if place.url != place.name else None, place.outlet, place.published)
    return " · ".join(part for part in known if part)


def _decision(decision: Decision) -> Text:
    one = decision.correction
    told = ", ".join(f"{name}: {value}" for name, value in one.value.items())
    line = f"{one.at[:16].replace('T', ' ')} {one.by}: {one.action} {one.kind}{f' ({told})' if told else ''}"
    label = "judged" if one.action == "verdict" else "corrected"  # a verdict corrects nothing
    return _line(label, f"{line} [{one.id}]{', undone' if decision.undone else ''}")


def _entity(entity: ShownEntity) -> Iterator[Text]:
    yield Text(f"{entity.kind} ", style="bold").append(entity.id, style="dim bold")
    yield _line("name", entity.name)
    yield from _merged(entity)
    yield _line("documents", f"{entity.documents:,}")
    for document, title, record in entity.appearances[:_MOST_SHOWN]:
        yield _line("", f"{document}:{record}  {title or ''}")
    if len(entity.appearances) > _MOST_SHOWN:
        yield _line("", "…")


def _merged(entity: ShownEntity) -> Iterator[Text]:
    """With whom persons made it one, and who did."""
    for other in entity.merged:
        number = counted(other.documents, "document")
        yield _line("merged with", f"{other.name} ({other.kind}) {other.id}, in {number}")
    names = {entity.id: entity.name} | {one.id: one.name for one in entity.merged}
    for decision in entity.decisions:
        yield _about_entities(decision, names)


def _about_entities(decision: Decision, names: Mapping[str, str]) -> Text:
    one = decision.correction
    told = ", ".join(names.get(id, id) for id in one.target["entities"])
    if one.action == "undo":
        told = str(one.value["undoes"])
    line = f"{one.at[:16].replace('T', ' ')} {one.by}: {one.action} {told} [{one.id}]"
    return _line("corrected", line + (", undone" if decision.undone else ""))


def _line(name: str, told: str) -> Text:
    return Text(f"{name:<15}", style="dim").append(one_line(told), style="not dim")


def _flat(text: str) -> str:
    """On one line; its characters keep their places."""
    return "".join(one if one.isprintable() else " " for one in text)
