"""Organisations of the lexicon inside a source phrase, by the phrase's own word numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.attribution.phrase import SourcePhrase
from sayso.lexicon.organisations import Organisation, organisations_in

Stretch = tuple[int, int]


def organisations_of(
    phrase: SourcePhrase, start: int, end: int, *, whole: bool, apart: tuple[Stretch, ...] = ()
) -> tuple[Organisation, ...]:
    """Organisations in words [start, end) that are nobody's name and no part of a title.

    Args:
        whole: whether the words are a whole phrase ("the Observer"), or words beside a noun
            ("the Observer reporter"), where a name that is a common word too needs a label.
        apart: stretches [start, end) that no organisation lies in: "Vice President Dru Kell" is not
            the president of an outlet, and "Dawn Kell" is no outlet either.
    """
    return tuple(
        found
        for found in _found(phrase, start, end, whole)
        if not any(first <= found.start and found.end <= last for first, last in apart)
        and all(phrase.label(at) != "person" for at in range(found.start, found.end))
    )


def _found(phrase: SourcePhrase, start: int, end: int, whole: bool) -> Iterator[Organisation]:
    named = {at - start for at in range(start, end) if phrase.label(at) == "organisation"}
    for found in organisations_in(phrase.words[start:end], whole=whole, named=named):
        yield replace(found, start=found.start + start, end=found.end + start)
