"""A document with its coding, as it travels from one ledger to another."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.schema.location import Location
from sayso.schema.reading import Reading

# Of the lines in which they travel: what `ledger.exporting` writes, `inputs.records` reads.
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Ready:
    """A document that need not be coded again.

    Attributes:
        reading: as coded, without corrections.
        locations: where it was found, at least one; the first gives its particulars.
        mark: of all that the coding depended on.
    """

    reading: Reading
    locations: tuple[Location, ...]
    mark: str
