"""From a file, bytes or a string to a `Document` whose passages tile its text."""

from __future__ import annotations

from sayso.reading.errors import ReadingError
from sayso.reading.reader import read_document

__all__ = ["ReadingError", "read_document"]
