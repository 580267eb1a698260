"""Which characters of a hit answer a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.ledger.asking import Phrase, Question
from sayso.text.folding import placed_words

# The columns in which the words of an index field stand.
_COLUMNS = {
    "words": ("content", "place"),
    "source": ("source", "name"),
    "actor": ("actors",),
    "recipient": ("recipients",),
}
_EVERYWHERE = tuple(column for columns in _COLUMNS.values() for column in columns)

Stretch = tuple[int, int]


def marks(question: Question, values: Mapping[str, object]) -> dict[str, tuple[Stretch, ...]]:
    """Half-open characters of each column that answer, in order and apart; no column that does not."""
    wanted = _by_column(question)
    told = {column: values.get(column) for column in wanted}
    found = {
        column: highlights(text, wanted[column]) for column, text in told.items() if isinstance(text, str)
    }
    return {column: stretches for column, stretches in found.items() if stretches}


def highlights(text: str, phrases: Sequence[Phrase]) -> tuple[Stretch, ...]:
    """Half-open characters of every place where one of the phrases stands; what touches is one stretch."""
    placed = placed_words(text)
    return tuple(_joined(sorted(one for phrase in phrases for one in _places(placed, phrase))))


def _by_column(question: Question) -> dict[str, list[Phrase]]:
    wanted: dict[str, list[Phrase]] = {}
    asked = [phrase for phrase in question.phrases if not phrase.without]
    for phrase in (*asked, *(phrase for group in question.groups for phrase in group)):
        for column in _EVERYWHERE if phrase.field is None else _COLUMNS.get(phrase.field, ()):
            wanted.setdefault(column, []).append(phrase)
    return wanted


def _places(placed: Sequence[tuple[str, int, int]], phrase: Phrase) -> Iterator[Stretch]:
    size = len(phrase.words)
    for at in range(len(placed) - size + 1):
        words = tuple(word for word, _, _ in placed[at : at + size])
        if words[:-1] == phrase.words[:-1] and _ends(words[-1], phrase):
            yield placed[at][1], placed[at + size - 1][2]


def _ends(word: str, phrase: Phrase) -> bool:
    return word.startswith(phrase.words[-1]) if phrase.open else word == phrase.words[-1]


def _joined(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    last: Stretch | None = None
    for start, end in stretches:
        if last is not None and start <= last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last
