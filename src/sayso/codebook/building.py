"""From the mapping of a file to a codebook, with every field checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sayso.codebook.codebook import Codebook
from sayso.codebook.entry import Entry
from sayso.codebook.event_type import QUADS, EventType, Mode
from sayso.codebook.tables import codebook_of
from sayso.codebook.terms import CameoCode, Context, Sector
from sayso.codebook.trigger import LightVerb, Trigger
from sayso.codebook.trigger_entry import read_light_verb, read_triggers


def build(data: dict[str, Any], file: str, *, english: Codebook | None = None) -> Codebook:
    """The codebook in `data`; CodebookError naming the file and entry where something is wrong.

    Irregular forms are taken from `english` beside the file's own, light verbs where the file has none.
    """
    book = Entry(file, "", data)
    title = Entry(file, "the top of the file", data)
    types = _types(book)
    codebook = codebook_of(
        name=title.optional("name") or file,
        source=file,
        types=tuple(types.values()),
        contexts=tuple(_context(one) for one in book.entries("contexts", "context", "name")),
        sectors=tuple(_sector(one) for one in book.entries("sectors", "sector", "code")),
        cameo=tuple(_cameo(book, types)),
        light_verbs=_light_verbs(book) or (english.light_verbs if english else ()),
        triggers=tuple(_triggers(book, types)),
        irregular=dict(english.irregular if english else {}) | _irregular(book),
    )
    title.read |= book.read
    title.done()
    return codebook


def _types(book: Entry) -> dict[str, EventType]:
    types: dict[str, EventType] = {}
    for entry in book.entries("types", "type", "name"):
        kind = _type(entry)
        if kind.name in types:
            raise entry.error(f"the name {kind.name} is taken; each type should stand there once")
        types[kind.name] = kind
    if not types:
        raise Entry(book.file, "types", {}).error("should be a list with at least one type, and holds none")
    return types


def _type(entry: Entry) -> EventType:
    kind = EventType(
        name=entry.text("name"),
        definition=entry.text("definition"),
        examples=entry.words("examples"),
        quad=entry.choice("quad", QUADS),
        modes=tuple(_mode(one) for one in entry.entries("modes", "mode", "name")),
        code=entry.optional("code"),
        recipient=entry.flag("recipient"),
        cameo=entry.optional("cameo"),
        intensity=entry.number("intensity", low=-10, high=10),
    )
    entry.done()
    return kind


def _mode(entry: Entry) -> Mode:
    mode = Mode(
        name=entry.text("name"),
        definition=entry.text("definition"),
        example=entry.optional("example"),
        words=tuple(word.lower() for word in entry.words("words")),
        cameo=entry.optional("cameo"),
        intensity=entry.number("intensity", low=-10, high=10),
    )
    entry.done()
    return mode


def _context(entry: Entry) -> Context:
    context = Context(
        name=entry.text("name"),
        definition=entry.text("definition"),
        example=entry.optional("example"),
        keywords=tuple(word.lower() for word in entry.words("keywords")),
        hints=tuple(word.lower() for word in entry.words("hints")),
    )
    entry.done()
    return context


def _sector(entry: Entry) -> Sector:
    sector = Sector(entry.text("code"), entry.text("name"), entry.text("definition"))
    entry.done()
    return sector


def _cameo(book: Entry, types: Mapping[str, EventType]) -> Iterator[CameoCode]:
    for entry in book.entries("cameo", "CAMEO code", "code"):
        code = CameoCode(entry.text("code"), *type_and_mode(entry, types), entry.words("contexts"))
        entry.done()
        yield code


def _triggers(book: Entry, types: Mapping[str, EventType]) -> Iterator[Trigger]:
    for entry in book.entries("triggers", "trigger", "trigger"):
        yield from read_triggers(entry, *type_and_mode(entry, types))


def _light_verbs(book: Entry) -> tuple[LightVerb, ...]:
    return tuple(read_light_verb(one) for one in book.entries("light_verbs", "light verb", "verb"))


def _irregular(book: Entry) -> dict[str, tuple[str, ...]]:
    return {form: tuple(found.split()) for form, found in book.pairs("forms")}


def type_and_mode(entry: Entry, types: Mapping[str, EventType]) -> tuple[str, str | None]:
    """The entry's type and mode, which must be among the codebook's."""
    name, mode = entry.text("type"), entry.optional("mode")
    kind = types.get(name)
    if kind is None:
        raise entry.error(f"type should be one of {', '.join(types)}, not {name!r}")
    modes = [one.name for one in kind.modes]
    if mode is not None and mode not in modes:
        known = f"one of {', '.join(modes)}" if modes else f"left out, for {name} has no modes"
        raise entry.error(f"mode should be {known}, not {mode!r}")
    return name, mode
