"""An HTML page as a flat list of blocks, in one pass that no nesting can hurt.

Built on the parser's events and not on a tree: libxml2 cuts a tree off at a depth of 256, and the
text below is lost without a word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.reading.errors import ReadingError
from sayso.schema.document import PassageKind

_BREAKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot "
    "th thead time title tr ul".split()
)
_UNREAD = frozenset(
    "script style noscript template svg math iframe object select textarea button head video audio".split()
)
# Not `form`: some publishing systems wrap the whole page in one.
_AROUND = frozenset("nav footer aside menu dialog".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_TELLING = _UNREAD | _AROUND | _HEADINGS | {"pre", "a", "figcaption", "time"}
_CLASSES: tuple[tuple[re.Pattern[str], PassageKind], ...] = (
    (
        re.compile(r"(?<![a-z])(?:fig-?|image-?|photo-?|media-?|wp-)?caption(?![a-z])", re.IGNORECASE),
        "caption",
    ),
    (
        re.compile(
            r"stand-?first|(?<![a-z])(?:dek|deck)(?![a-z])|sub-?(?:title|headline)|article[_-]+summary",
            re.IGNORECASE,
        ),
        "summary",
    ),
    (re.compile(r"by-?line|(?<![a-z])authors?(?:-?names?)?(?![a-z-])", re.IGNORECASE), "byline"),
)
# The longest live blogs have some 50,000.
MOST_TAGS = 300_000
_CHUNK_BYTES = 65_536
_LONGEST_LABEL = 400
_PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A run of text between two block tags.

    Attributes:
        text: its words, white space squeezed.
        tag: `h1` to `h6` inside a heading, else "".
        kind: what tag or class name say that it is, None where they do not.
        around: it stands in navigation, footer or sidebar.
        linked: share of its characters inside links, 0-1.
    """

    text: str
    tag: str
    kind: PassageKind | None
    around: bool
    linked: float


@dataclass(frozen=True, slots=True)
class _Place:
    """What holds inside an open tag and everything below it."""

    preformatted: bool = False
    heading: str = ""
    kind: PassageKind | None = None
    unread: bool = False
    around: bool = False
    link: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """A page's blocks in reading order, its number of tags, and how deep they are nested."""

    blocks: tuple[PageBlock, ...]
    tags: int
    depth: int


def outline(page: str) -> Outline:
    """The outline of an HTML page; linear in its length.

    Raises:
        ReadingError: more than 300,000 tags.
    """
    from lxml import etree

    target = _Target()
    parser = etree.HTMLParser(target=target, huge_tree=True, encoding="utf-8")
    data = page.encode("utf-8", "replace")
    try:
        for start in range(0, len(data), _CHUNK_BYTES):
            parser.feed(data[start : start + _CHUNK_BYTES])
            _refuse_endless(target.tags)
        parser.close()
    except etree.LxmlError:  # a page without any tag or word
        target.close()
    return Outline(tuple(target.blocks), target.tags, target.depth)


def _refuse_endless(tags: int) -> None:
    if tags > MOST_TAGS:
        raise ReadingError(
            f"the page has more than {MOST_TAGS:,} tags and is no article; save the article's own page"
        )


class _Target:
    """Receives the parser's events."""

    def __init__(self) -> None:
        self.blocks: list[PageBlock] = []
        self.tags = self.depth = 0
        self._places = [_Place()]
        self._parts: list[str] = []
        self._characters = self._linked = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _BREAKS:
            self._flush()
        elif tag == "br":
            self._parts.append("\n")
        self._places.append(_inside(self._places[-1], tag, attributes))
        self.tags += 1
        self.depth = max(self.depth, len(self._places))

    def end(self, tag: str) -> None:
        if tag in _BREAKS:
            self._flush()
        if len(self._places) > 1:
            self._places.pop()

    def data(self, text: str) -> None:
        place = self._places[-1]
        if place.unread:
            return
        self._parts.append(text if place.preformatted else text.replace("\n", " "))
        self._characters += len(text)
        self._linked += len(text) if place.link else 0

    def comment(self, text: str) -> None:
        """Comments are not shown."""

    def close(self) -> None:
        self._flush()

    def _flush(self) -> None:
        text = "".join(self._parts)
        place = self._places[-1]
        share = self._linked / self._characters if self._characters else 0.0
        for part in _PARAGRAPH_BREAK.split(text):
            if words := " ".join(part.split()):
                self.blocks.append(PageBlock(words, place.heading, place.kind, place.around, share))
        self._parts.clear()
        self._characters = self._linked = 0


def _inside(place: _Place, tag: str, attributes: dict[str, str]) -> _Place:
    """What holds inside `tag`, given what holds around it."""
    if not attributes and tag not in _TELLING:
        return place
    return _Place(
        preformatted=place.preformatted or tag == "pre",
        heading=tag if tag in _HEADINGS else place.heading,
        kind=place.kind or _kind(tag, attributes),
        unread=place.unread or tag in _UNREAD,
        around=place.around or tag in _AROUND,
        link=place.link or tag == "a",
    )


def _kind(tag: str, attributes: dict[str, str]) -> PassageKind | None:
    if tag == "figcaption":
        return "caption"
    if tag == "time":
        return "dateline"
    if tag in ("body", "html", "article", "main", "section"):
        return None
    label = " ".join(attributes.get(name, "") for name in ("class", "itemprop", "rel"))[:_LONGEST_LABEL]
    return next((kind for pattern, kind in _CLASSES if label.strip() and pattern.search(label)), None)
