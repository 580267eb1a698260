"""What kind of source each speaker is: sayso's reading of invented news against a reader's.

    python benchmarks/speakers.py [--wrong] [CASES …]

CASES are files like `tests/cases/speakers.yaml`; without any, that one, which the rules were written with,
and `speakers_unseen.yaml`, whose texts nobody who wrote rules has read. Printed is the share of sources that
are found at all, and of those the share whose identity, naming, affiliation and role are as a reader says.
`--wrong` lists what differs; do not ask for it on the unseen.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from sayso import read
from sayso.schema.attribution import Source
from sayso.schema.reading import Reading

CASES = Path(__file__).parent.parent / "tests" / "cases"
SHIPPED = (CASES / "speakers.yaml", CASES / "speakers_unseen.yaml")
FIELDS = ("identity", "naming", "affiliation", "role")


@dataclass(frozen=True, slots=True)
class Compared:
    """One source as a reader told it and as it was read.

    Attributes:
        wanted: field -> value; "none" is null.
        found: of the source that was read at this place, or None where there is none.
    """

    words: str
    wanted: dict[str, str]
    found: dict[str, str] | None

    @property
    def wrong(self) -> tuple[str, ...]:
        """The fields that differ; none where the source was not found."""
        found = self.found or self.wanted
        return tuple(field for field in self.wanted if found[field] != self.wanted[field])


def compared(path: Path) -> Iterator[Compared]:
    """Every source of a file of cases, in its order."""
    for case in yaml.safe_load(path.read_text("utf-8")):
        reading = read(case["text"])
        for told in case["sources"]:
            source = _source_at(reading, told["source"])
            found = {field: getattr(source, field) or "none" for field in FIELDS} if source else None
            wanted = {field: told[field] for field in FIELDS if field in told}
            yield Compared(told["source"], wanted, found)


def _source_at(reading: Reading, words: str) -> Source | None:
    """The source that shares words with the first place of these, the one nearest in length."""
    at = reading.document.text.find(words)
    beside = [
        one.source
        for one in reading.attributions
        if one.source.start is not None
        and one.source.end is not None
        and one.source.start < at + len(words)
        and at < one.source.end
    ]
    return min(beside, key=lambda one: abs(len(one.text or "") - len(words)), default=None)


def shares(rows: Iterable[Compared]) -> dict[str, tuple[int, int]]:
    """Field -> how many are right, and of how many; "found" of all sources."""
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for row in rows:
        of["found"] += 1
        right["found"] += row.found is not None
        for field in row.wanted if row.found is not None else ():
            of[field] += 1
            right[field] += field not in row.wrong
    return {field: (right[field], of[field]) for field in ("found", *FIELDS)}


def main() -> None:
    parser = argparse.ArgumentParser(description="What kind of source each speaker is.")
    parser.add_argument("cases", type=Path, nargs="*", default=SHIPPED)
    parser.add_argument("--wrong", action="store_true", help="list what differs")
    wanted = parser.parse_args()
    for path in wanted.cases:
        rows = list(compared(path))
        told = (f"{field} {100 * a / max(1, of):.1f} % of {of}" for field, (a, of) in shares(rows).items())
        print(f"{path.name}: {', '.join(told)}", flush=True)
        for row in rows if wanted.wrong else ():
            for field in row.wrong:
                print(f"  {field:12} {row.found and row.found[field]}, not {row.wanted[field]}: {row.words}")


if __name__ == "__main__":
    main()
