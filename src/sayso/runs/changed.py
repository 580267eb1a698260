"""What a corrected file brings: decisions, and changes that cannot become one."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.export.uima.marks import Mark
from sayso.schema.correction import Correction
from sayso.schema.reading import Reading


@dataclass(frozen=True, slots=True)
class Left:
    """A change that cannot become a decision.

    Attributes:
        document: id, or the name of the file where the text is of no document.
        record: that it is about, "" for the whole document.
        why: what was changed, and why it is left.
    """

    document: str
    record: str
    why: str

    @property
    def line(self) -> str:
        """For people, on one line."""
        return f"{self.document}{':' if self.record else ''}{self.record}: {self.why}"


@dataclass(frozen=True, slots=True)
class Changes:
    """What one document brings.

    Attributes:
        drafts: decisions, not yet signed.
        left: what could not become one.
        found: whether the ledger has its text, and no other file was it before.
    """

    drafts: tuple[Correction, ...]
    left: tuple[Left, ...]
    found: bool = True


@dataclass(frozen=True, slots=True)
class Base:
    """A document as it was exported.

    Attributes:
        reading: as corrected then, without what was rejected.
        marks: of it.
        since: what was decided about it later, in order.
        standing: ids of all decisions that were not undone.
    """

    reading: Reading
    marks: tuple[Mark, ...]
    since: tuple[Correction, ...]
    standing: frozenset[str]
