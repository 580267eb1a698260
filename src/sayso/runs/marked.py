"""What differs between the marks that were exported and the annotations that come back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.export.uima.layers import DECISION, LAYERS, RECORD
from sayso.export.uima.marks import Mark
from sayso.inputs.cas import Annotated, Annotation
from sayso.text.normalise import normalise

_LAYER = {layer.type: layer for layer in LAYERS.values()}
_PARTS = ("Source", "Content")
_SIDES = ("actors", "recipients")
_LONGEST = 60  # characters of what is quoted
_WORDS = "where the words of a record stand cannot be corrected"


@dataclass(slots=True)
class Compared:
    """What was done to the marks of a document.

    Attributes:
        decided: record -> accept, reject, or whatever was written there.
        edited: record -> feature -> its new value.
        left: (record, what nothing can be made of).
    """

    decided: dict[str, str] = field(default_factory=dict)
    edited: dict[str, dict[str, str]] = field(default_factory=dict)
    left: list[tuple[str, str]] = field(default_factory=list)


def compare(marks: Sequence[Mark], file: Annotated) -> Compared:
    """Mark by mark, then what was added."""
    return _Comparing(marks, file).compared()


class _Comparing:
    def __init__(self, marks: Sequence[Mark], file: Annotated) -> None:
        self.text = file.text
        self.marks = {mark.record: mark for mark in marks}
        ours = [one for one in file.annotations if one.type in _LAYER]
        self.found: dict[str, Annotation] = {}
        self.added: list[Annotation] = []
        for one in ours:
            if self._is_known(one):
                self.found[one.values[RECORD]] = one
            else:
                self.added.append(one)
        self.records = {one.number: record for record, one in self.found.items()}
        self.all = Compared()

    def _is_known(self, one: Annotation) -> bool:
        record = one.values.get(RECORD, "")
        mark = self.marks.get(record)
        return mark is not None and record not in self.found and _LAYER[one.type].name == mark.layer

    def compared(self) -> Compared:
        for mark in self.marks.values():
            one = self.found.get(mark.record)
            if one is None:
                self._gone(mark)
            else:
                self._moved(mark, one)
                self._set(mark, one)
                self._pointed(mark, one)
        for one in self.added:
            self._new(one)
        return self.all

    def _leave(self, record: str, why: str) -> None:
        self.all.left.append((record, why))

    def _gone(self, mark: Mark) -> None:
        if DECISION in LAYERS[mark.layer].features:
            self.all.decided[mark.record] = "reject"
        elif mark.layer in _PARTS and _holder(mark.record) in self.found:
            self._leave(mark.record, f"its {mark.layer} {self._words(mark)} was taken away; {_WORDS}")

    def _moved(self, mark: Mark, one: Annotation) -> None:
        if (one.start, one.end) != (mark.start, mark.end):
            told = f"{mark.layer} {self._words(mark)} was moved to {self._words(one)}"
            self._leave(mark.record, f"{told}; {_WORDS}")

    def _set(self, mark: Mark, one: Annotation) -> None:
        layer = LAYERS[mark.layer]
        for name in layer.features:
            before, after = _flat(mark.values.get(name, "")), _flat(one.values.get(name, ""))
            if name == RECORD or after == before:
                continue
            if name == DECISION:
                self.all.decided[mark.record] = after.casefold()
            elif name in layer.fields:
                self.all.edited.setdefault(mark.record, {})[name] = after
            else:
                self._leave(mark.record, f"{name} was set to {_quoted(after)}; it cannot be corrected")

    def _pointed(self, mark: Mark, one: Annotation) -> None:
        for name in LAYERS[mark.layer].links:
            before = mark.links.get(name, ())
            after = [self.records.get(number) for number in one.links.get(name, ())]
            for record in before:
                if record not in after and record in self.found:
                    self._unlinked(mark, one, name, record)
            for added in after:
                if added is not None and added not in before:
                    self._leave(mark.record, f"{added} was put among its {name}; nothing can be added there")

    def _unlinked(self, mark: Mark, one: Annotation, name: str, record: str) -> None:
        """Who is no more among those who take part takes no part; but nobody can change sides."""
        others = {number for side in _SIDES for number in one.links.get(side, ())}
        if name in _SIDES and self.found[record].number not in others:
            self.all.decided[record] = "reject"
        elif name not in _SIDES:
            self._leave(mark.record, f"{record} was taken from its {name}; {_WORDS}")

    def _new(self, one: Annotation) -> None:
        told = f"{_LAYER[one.type].name} on {self._words(one)} is new"
        self._leave("", f"{told}; what was coded can be accepted, edited and rejected, and nothing added")

    def _words(self, place: Mark | Annotation) -> str:
        return _quoted(self.text[place.start : place.end])


def _holder(record: str) -> str:
    """The record of the attribution that a source or a content belongs to: a1 of a1.source."""
    return record.partition(".")[0]


def _flat(value: str) -> str:
    """On one line, without signs that cannot be seen."""
    return " ".join(normalise(value).text.split())


def _quoted(text: str) -> str:
    line = _flat(text)
    return f"“{line if len(line) <= _LONGEST else line[: _LONGEST - 1] + '…'}”"
