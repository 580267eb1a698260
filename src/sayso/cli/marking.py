"""The article in the terminal: source, cue and content marked, the names of events with their standing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from sayso.export import words
from sayso.export.eventwords import GLYPH
from sayso.export.segments import Block, Segment, blocks
from sayso.schema.event import Event, Standing
from sayso.schema.reading import Reading

# Bold, italic and underline tell the three apart where there is no colour; the colours are
# blue, orange and green of the Okabe-Ito palette, which colour-blind readers can tell apart.
STYLES = {
    "source": "bold #56b4e9",
    "cue": "italic #e69f00",
    "content": "#2fb292",
    "nested": "underline",
    "dateline": "dim",
}
KINDS = {"headline": "bold", "summary": "italic", "byline": "dim", "caption": "dim", "boilerplate": "dim"}
# One colour for the author's own voice, one for the word of others, one for what is disputed, one for what
# is yet to come; signs tell the standings apart where there is no colour.
STANDINGS: dict[Standing, str] = {
    "fact": "bold",
    "reported": "#cc79a7",
    "admitted": "#cc79a7",
    "denied": "#d55e00",
    "possible": "",
    "planned": "dim",
    "negated": "",
}
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SUBSCRIPT = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def article(reading: Reading) -> list[RenderableType]:
    """The paragraphs. After a cue stands the number of its claim, raised; after the name of an event its
    sign and, lowered, its number.
    """
    numbers = {one.id: n for n, one in enumerate(reading.attributions, 1)}
    numbers |= {one.id: n for n, one in enumerate(reading.events, 1)}
    return [
        Padding(_paragraph(block, numbers), (0, 0, 1, 0))
        for block in blocks(reading.document, reading.attributions, reading.events)
    ]


def _paragraph(block: Block, numbers: Mapping[str, int]) -> Text:
    text = Text(style=KINDS.get(block.kind, ""))
    for segment in block.segments:
        text.append(" ".join(segment.text.split("\n")), style=_style(segment))
        for mark in segment.ending("cue")[-1:]:
            text.append(raised(numbers[mark.owner]), style="dim")
        for mark in segment.ending("event"):
            if mark.standing is not None:
                text.append(signed(mark.standing, numbers[mark.owner]), style=STANDINGS[mark.standing])
    return text


def raised(number: int) -> str:
    """The number of a claim."""
    return str(number).translate(SUPERSCRIPT)


def signed(standing: Standing, number: int) -> str:
    """The sign of a standing with the number of an event."""
    return GLYPH[standing] + str(number).translate(SUBSCRIPT)


def _style(segment: Segment) -> str:
    """A source or cue inside a content looks like a source or cue; the name of an event is underlined."""
    standing = next((mark.standing for mark in reversed(segment.marks) if mark.standing), None)
    part = _part(segment)
    return part if standing is None else f"{part} {STANDINGS[standing]} underline".strip()


def _part(segment: Segment) -> str:
    kinds = [mark.kind for mark in segment.marks]
    for kind in ("source", "cue", "content", "dateline"):
        if kind in kinds:
            nested = kind == "content" and kinds.count("content") > 1
            return f"{STYLES[kind]} {STYLES['nested']}" if nested else STYLES[kind]
    return ""


def legend(events: Sequence[Event]) -> Text:
    parts = (("source", STYLES["source"]), " ", ("cue", STYLES["cue"]), " ", ("content", STYLES["content"]))
    found = {event.standing for event in events}
    told = [(f"{GLYPH[one]} {words.STANDING[one]}", STANDINGS[one]) for one in words.STANDING if one in found]
    return Text.assemble(*parts, *(x for one in told for x in ("  ", one)), style="dim")
