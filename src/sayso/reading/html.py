"""An HTML page to an article.

Two views of the page are laid over each other. trafilatura decides which of its text is the
article; the outline gives that text in page order with what the tags say about it, and adds what
trafilatura leaves out on purpose: captions, byline, date line, correction.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.article import Article, Block, Metadata, compose
from sayso.reading.bylines import is_byline, is_credit
from sayso.reading.errors import ReadingError
from sayso.reading.extraction import Extract, extracts
from sayso.reading.furniture import furniture_kind
from sayso.reading.metadata import page_metadata
from sayso.reading.outline import Outline, PageBlock, outline
from sayso.schema.document import PassageKind
from sayso.text.normalise import normalise

# Beyond these a page is no newspaper's: trafilatura would lose its text (libxml2 cuts trees at a
# depth of 256) or take many seconds, and the outline is read alone.
_DEEPEST = 250
_MOST_TAGS = 20_000
_LONGEST_PAGE = 4_000_000
_LEAST_FOUND = 0.8
_SURE_LENGTH = 40
_WINDOW = 20_000
_HEAD_BLOCKS = 25
_FOOT_BLOCKS = 12
_SPACE = re.compile(r"\s+")


def read_html(page: str, *, url: str | None = None) -> Article:
    """The article on an HTML page.

    Raises:
        ReadingError: the page holds no text outside of its navigation.
    """
    page = normalise(page).text
    whole = outline(page)
    usual = whole.depth <= _DEEPEST and whole.tags <= _MOST_TAGS and len(page) <= _LONGEST_PAGE
    metadata = page_metadata(page, url=url, head_only=not usual)
    blocks = (_chosen(page, whole) if usual else []) or _all_text(whole.blocks)
    if not blocks:
        raise ReadingError(
            "the page holds no article text; save the article's own page, or its text as plain text"
        )
    return compose(_with_headline(blocks, metadata), metadata)


def _chosen(page: str, whole: Outline) -> list[Block]:
    """The blocks that trafilatura takes for the article; [] where it cannot tell."""
    extracted = extracts(page)
    if not extracted:
        return []
    chosen = _matching(whole.blocks, extracted)
    found = sum(len(_squeezed(whole.blocks[index].text)) for index in chosen)
    if found < _LEAST_FOUND * sum(len(_squeezed(extract.text)) for extract in extracted):
        return [Block(extract.text, heading=extract.heading) for extract in extracted]
    if all(whole.blocks[index].around for index in chosen):
        return []
    return _with_surroundings(whole.blocks, chosen)


def _matching(blocks: Sequence[PageBlock], extracted: Sequence[Extract]) -> list[int]:
    """Indices of the blocks whose words trafilatura kept.

    Whole paragraphs match anywhere; longer pieces of one match a little further down than the last.
    """
    paragraphs = {_squeezed(extract.text) for extract in extracted}
    corpus = "\n".join(_squeezed(extract.text) for extract in extracted)
    indices, position = [], 0
    for index, block in enumerate(blocks):
        words = _squeezed(block.text)
        place = (
            corpus.find(words, position, position + _WINDOW + len(words))
            if len(words) >= _SURE_LENGTH
            else -1
        )
        if words in paragraphs or place >= 0:
            indices.append(index)
            position = max(position, place)
    return indices


def _squeezed(text: str) -> str:
    return _SPACE.sub("", text)


def _with_surroundings(blocks: Sequence[PageBlock], chosen: Sequence[int]) -> list[Block]:
    """The chosen blocks, with the headline, captions, byline, date and correction around them."""
    kept = set(chosen)
    title = _title_index(blocks, chosen)
    first = chosen[0] if title is None else min(title, chosen[0])
    body = _first_of_body(blocks, chosen)
    last = chosen[-1]
    for index in range(first, min(last + 1 + _FOOT_BLOCKS, len(blocks))):
        block = blocks[index]
        if not block.around and index not in kept and _belongs(block, above=index < body, below=index > last):
            kept.add(index)
    if title is not None:
        kept.add(title)
    return [
        _block(blocks[index], is_title=index == title, above=index < body)
        for index in sorted(kept)
        if index >= first
    ]


def _first_of_body(blocks: Sequence[PageBlock], chosen: Sequence[int]) -> int:
    """The first chosen block that neither a heading nor its class name sets apart."""
    return next((at for at in chosen if not blocks[at].tag and blocks[at].kind is None), chosen[-1])


def _title_index(blocks: Sequence[PageBlock], chosen: Sequence[int]) -> int | None:
    """The last main heading above the body."""
    body = _first_of_body(blocks, chosen)
    above = [index for index in range(max(body - _HEAD_BLOCKS, 0), body + 1) if blocks[index].tag == "h1"]
    return above[-1] if above else None


def _belongs(block: PageBlock, *, above: bool, below: bool) -> bool:
    if below:
        return furniture_kind(block.text) == "correction" or is_credit(block.text)
    if above and block.kind in ("summary", "byline", "dateline"):
        return block.kind != "byline" or is_byline(block.text)
    return block.kind == "caption" or (above and is_byline(block.text))


def _block(block: PageBlock, *, is_title: bool, above: bool) -> Block:
    """A byline, standfirst or date of the article stands above its body; below they belong to others."""
    kind: PassageKind | None = block.kind if above or block.kind == "caption" else None
    if kind == "byline" and not is_byline(block.text):
        kind = None
    return Block(block.text, "headline" if is_title else kind, heading=is_title or bool(block.tag))


def _all_text(blocks: Sequence[PageBlock]) -> list[Block]:
    """Every block that is not navigation or a list of links, from the main heading on."""
    shown = [block for block in blocks if not block.around and (block.linked < 0.5 or len(block.text) > 200)]
    start = next((index for index, block in enumerate(shown) if block.tag == "h1"), 0)
    return [
        Block(block.text, block.kind if block.kind == "caption" else None, bool(block.tag))
        for block in shown[start:]
    ]


def _with_headline(blocks: Sequence[Block], metadata: Metadata) -> list[Block]:
    """A page without a main heading has its headline in its title."""
    if metadata.title is None or any(block.kind == "headline" or block.heading for block in blocks[:4]):
        return list(blocks)
    squeezed = _squeezed(metadata.title)
    same = [index for index, block in enumerate(blocks[:4]) if _squeezed(block.text) == squeezed]
    if same:
        return [
            replace(block, heading=True) if index == same[0] else block for index, block in enumerate(blocks)
        ]
    return [Block(metadata.title, "headline", heading=True), *blocks]
