"""Plain text to an article. The file is kept as it is, so offsets agree with it."""

from __future__ import annotations

from itertools import islice

from sayso.reading.article import Article, Paragraph
from sayso.text.normalise import normalise
from sayso.text.paragraphs import paragraphs

# A news article has some tens of paragraphs; what has more than these is a dump of many, and
# everything after them counts as one.
MAX_PARAGRAPHS = 10_000


def read_plain(text: str) -> Article:
    """The article in a text without markup."""
    stored = normalise(text).text
    found = (Paragraph(start, end) for start, end in paragraphs(stored))
    first = tuple(islice(found, MAX_PARAGRAPHS))
    rest = next(found, None)
    if rest is not None:
        first = (*first, Paragraph(rest.start, len(stored.rstrip())))
    return Article(stored, first)
