"""What a format's reader hands on: the text, its paragraphs, and what the markup tells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.schema.document import PassageKind
from sayso.text.normalise import normalise

PARAGRAPH_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph that markup shows as one.

    Attributes:
        text: its words on one line.
        kind: what the markup says it is, None where it does not say.
        heading: it stands in a heading, of whatever level.
    """

    text: str
    kind: PassageKind | None = None
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the stored text.

    Attributes:
        start, end: half-open characters, without the white space around it.
        kind: what the markup says it is, None where it does not say.
        heading: it stands in a heading, of whatever level.
    """

    start: int
    end: int
    kind: PassageKind | None = None
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says about itself outside the text.

    Attributes:
        title, outlet, url, published: as in `Document`, None where it does not say.
        authors: names in their order.
        opinion: the page declares itself opinion or analysis.
        made: the day on which the file was made, which may be long after that of publication.
    """

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    opinion: bool = False
    made: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """An article before anybody has looked at its words.

    Attributes:
        text: the stored text.
        paragraphs: in reading order, without overlaps.
        marked: markup told the headings, so that nothing need be guessed from the first line.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    metadata: Metadata = Metadata()
    marked: bool = False


def compose(blocks: Iterable[Block], metadata: Metadata) -> Article:
    """The article whose paragraphs are these blocks, a blank line between them."""
    parts: list[str] = []
    paragraphs: list[Paragraph] = []
    position = 0
    for block in blocks:
        words = " ".join(normalise(block.text).text.split())
        if words:
            paragraphs.append(Paragraph(position, position + len(words), block.kind, block.heading))
            parts.append(words)
            position += len(words) + len(PARAGRAPH_BREAK)
    marked = any(paragraph.heading for paragraph in paragraphs)
    return Article(PARAGRAPH_BREAK.join(parts), tuple(paragraphs), metadata, marked)
