"""The sentences that a record stands in, for somebody who wants to see it in its place."""

from __future__ import annotations

import re

from sayso.schema.span import Span

# The end of a sentence as print marks it, or of a paragraph; many texts break their lines at a fixed width.
# "Mr. Lorn" is cut as well: that shows less, and nothing wrong.
_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s+[\"'“‘«(\[]?[^\W_a-z])|\n\s{0,9}\n")
_REACH = 600  # characters on either side


def around(text: str, start: int, end: int) -> Span:
    """The sentences that hold these half-open characters; at most 600 characters more on either side."""
    first = max(0, start - _REACH)
    begin = max((one.end() for one in _END.finditer(text, first, start)), default=first)
    stop = _END.search(text, max(start, end - 1), min(len(text), end + _REACH))
    last = min(len(text), end + _REACH) if stop is None else stop.end()
    begin, last = min(begin, start), max(last, end)
    begin += len(text[begin:start]) - len(text[begin:start].lstrip())
    last -= len(text[end:last]) - len(text[end:last].rstrip())
    return Span.cut(text, begin, last)
