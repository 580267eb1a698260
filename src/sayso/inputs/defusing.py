"""XML of strangers, read without any entity of its own and within bounds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from xml.parsers import expat

from sayso.reading import ReadingError

# A dozen lines of entities that stand for one another unfold to gigabytes; others name files on this
# machine. Neither feeds nor lists of feeds have any use for them.
_ENTITY = re.compile(r"<!ENTITY\b")
_ELEMENT = re.compile(r"<\w")
# A feed of a thousand entries has some ten thousand.
MOST_ELEMENTS = 300_000
# What is not well formed is read by slow means, if at all.
MOST_BROKEN = 2_000_000

OnElement = Callable[[str, Mapping[str, str]], None]


class _RefusedError(Exception):
    """The text declares an entity or has more elements than are read."""


def vet(text: str, name: str) -> None:
    """Looks an XML text over before another parser, more forgiving than this one, reads it.

    Raises:
        ReadingError: it declares entities, has too many elements, or is both long and not well formed.
    """
    first = _ELEMENT.search(text)
    if _ENTITY.search(text, 0, first.start() if first else len(text)):
        raise ReadingError(_declares(name))
    try:
        elements(text, name, lambda *_: None)
    except expat.ExpatError as error:
        if len(text) > MOST_BROKEN:
            raise ReadingError(f"{name} is long and no well-formed XML ({error})") from None


def elements(text: str, name: str, begun: OnElement) -> None:
    """Calls `begun` with the name and the attributes of every element of an XML text, in order.

    Raises:
        ReadingError: it declares entities, or has too many elements.
        ExpatError: it is not well formed.
    """
    count = 0

    def declared(*_: object) -> None:
        raise _RefusedError(_declares(name))

    def counted(element: str, attributes: Mapping[str, str]) -> None:
        nonlocal count
        count += 1
        if count > MOST_ELEMENTS:
            raise _RefusedError(f"{name} has more than {MOST_ELEMENTS:,} elements; split it")
        begun(element, attributes)

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = declared
    parser.StartElementHandler = counted
    try:
        parser.Parse(text, True)
    except _RefusedError as refusal:
        raise ReadingError(str(refusal)) from None


def _declares(name: str) -> str:
    return f"{name} declares XML entities, which can unfold without end; remove its <!DOCTYPE"
