"""One record in the terminal, with all that tells where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from sayso.cli.marking import STANDINGS, STYLES
from sayso.cli.refusing import one_line
from sayso.cli.report import report
from sayso.export import words
from sayso.export.eventwords import GLYPH
from sayso.ledger.showing import Decision, Provenance, Shown, ShownDocument, ShownEntity, ShownRecord
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
        return Group(report(record.reading), *_provenance(record.provenance))
    if isinstance(record, ShownEntity):
        return Group(*_entity(record))
    return Group(*_record(record))


def _record(record: ShownRecord) -> Iterator[Text]:
    heading = Text(f"{record.kind} ", style="bold").append(record.id, style="dim bold")
    yield heading.append(f"  [{record.review}]", style="not bold") if record.review else heading
    yield from _told(record.record)
    yield Text()
    yield _in_place(record)
    yield Text()
    yield from _chain(record.chain)
    yield _document(record.document)
    yield from _provenance(record.provenance)


def _told(record: Claim | Event | Attribution | Entity) -> Iterator[Text]:
    if isinstance(record, Event):
        standing = f"{GLYPH[record.standing]} {words.STANDING[record.standing]}"
        yield Text.assemble(
            (f"{record.type} {record.mode or ''}".strip(), "bold"),
            "  ",
            (standing, STANDINGS[record.standing]),
        )
        for name, roles in (("who", record.actors), ("to whom", record.recipients)):
            for role in roles:
                belongs = words.belonging(role)
                yield _line(name, words.name(role) + (f" ({belongs})" if belongs else ""))
        yield from _facts(record)
    elif isinstance(record, Entity):
        yield _line("name", f"{record.name} ({record.kind})")
        yield _line("named", f"{len(record.mentions)} times")
    else:
        yield _line("who", f"{_source(record.source)}")
        yield _line("attitude", words.ATTITUDE[record.attitude])


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
    return f"{who}{quoted} ({words.kind(source)})"


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


def _chain(chain: Sequence[Attribution]) -> Iterator[Text]:
    for place, attribution in enumerate(chain):
        cue = f", “{_flat(attribution.cue.text)}”" if attribution.cue else ""
        told = f"{_source(attribution.source)}{cue}, {words.FORM[attribution.form]}"
        yield _line("as told by" if place else "on the word of", f"{told} [{attribution.id}]")


def _document(document: Document) -> Text:
    known = (document.title, document.outlet, document.published, ", ".join(document.authors), document.url)
    return _line("document", " · ".join(part for part in known if part) or document.id)


def _provenance(told: Provenance) -> Iterator[Text]:
    for place in told.locations[:_MOST_SHOWN]:
        yield _line("found at", _place(place))
    if len(told.locations) > _MOST_SHOWN:
        yield _line("", f"and in {len(told.locations) - _MOST_SHOWN} more places")
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
    line = f"{one.at} {one.by}: {one.action} {one.kind}{f' ({told})' if told else ''} [{one.id}]"
    return _line("corrected", line + (", undone" if decision.undone else ""))


def _entity(entity: ShownEntity) -> Iterator[Text]:
    yield Text(f"{entity.kind} ", style="bold").append(entity.id, style="dim bold")
    yield _line("name", entity.name)
    yield _line("documents", f"{entity.documents:,}")
    for document, title, record in entity.appearances[:_MOST_SHOWN]:
        yield _line("", f"{document}:{record}  {title or ''}")
    if len(entity.appearances) > _MOST_SHOWN:
        yield _line("", "…")


def _line(name: str, told: str) -> Text:
    return Text(f"{name:<15}", style="dim").append(one_line(told), style="not dim")


def _flat(text: str) -> str:
    """On one line; its characters keep their places."""
    return "".join(one if one.isprintable() else " " for one in text)
