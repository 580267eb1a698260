"""On whose word each event of an article stands: sayso's reading of invented news against a reader's.

    python benchmarks/vouching.py [--wrong] [CASES …]

CASES are files like `tests/cases/articles.yaml`; without any, that one, which rules were written with, and
`articles_unseen.yaml`, whose texts nobody who wrote rules has read. They are harder than the news: every text
has accounts that go on over several sentences, versions that differ, and denials at its end. Printed is the
share of events that are found; of these the share whose standing is as a reader says; of those found that
the author does not vouch for, the share that come out as fact all the same; and of those found that the
author does vouch for, the share that come out as something else.
`--wrong` lists what differs; do not ask for it on the unseen.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from sayso import pipeline
from sayso.reading import read_document
from sayso.schema.reading import Reading

CASES = Path(__file__).parent.parent / "tests" / "cases"
SHIPPED = (CASES / "articles.yaml", CASES / "articles_unseen.yaml")


@dataclass(frozen=True, slots=True)
class Compared:
    """One event as a reader told it and as it was read.

    Attributes:
        anchor: the word that names it.
        wanted: the standings that are right.
        found: of the event that was read there, or None where there is none.
    """

    anchor: str
    wanted: frozenset[str]
    found: str | None

    @property
    def is_right(self) -> bool:
        return self.found in self.wanted

    @property
    def leaks(self) -> bool:
        """Whether it comes out as the author's word, and is somebody else's, or nobody's."""
        return self.found == "fact" and "fact" not in self.wanted


def compared(path: Path) -> Iterator[Compared]:
    """Every event of a file of cases, in its order."""
    cases: list[dict[str, Any]] = yaml.safe_load(path.read_text("utf-8"))
    documents = (read_document(case["text"], kind="plain") for case in cases)
    for case, reading in zip(cases, pipeline.read_batch(documents), strict=True):
        for told in case["events"]:
            wanted = frozenset((told["standing"], *told.get("standing_ok", ())))
            yield Compared(told["anchor"], wanted, _standing_at(reading, told["anchor"]))


def _standing_at(reading: Reading, anchor: str) -> str | None:
    """Of the event with a word for its anchor; "shot#2" is the second place of the word."""
    word, _, number = anchor.partition("#")
    places = list(re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", reading.document.text))
    start, end = places[int(number or 1) - 1].span()
    for spans in (
        [(one, (one.anchor,)) for one in reading.events],
        [(one, one.mentions) for one in reading.events],
    ):
        for event, mentioned in spans:
            if any(span.start < end and start < span.end for span in mentioned):
                return event.standing
    return None


@dataclass(frozen=True, slots=True)
class Shares:
    """How many of how many.

    Attributes:
        found: of all events.
        right: standings, of those found.
        leaks: facts, of those found that the author does not vouch for.
        lost: other standings, of those found that are facts and nothing else.
    """

    found: tuple[int, int]
    right: tuple[int, int]
    leaks: tuple[int, int]
    lost: tuple[int, int]


def shares(rows: Sequence[Compared]) -> Shares:
    found = [row for row in rows if row.found is not None]
    others = [row for row in found if "fact" not in row.wanted]
    facts = [row for row in found if row.wanted == {"fact"}]
    return Shares(
        found=(len(found), len(rows)),
        right=(sum(row.is_right for row in found), len(found)),
        leaks=(sum(row.leaks for row in others), len(others)),
        lost=(sum(row.found != "fact" for row in facts), len(facts)),
    )


def percent(share: tuple[int, int]) -> float:
    return 100 * share[0] / max(1, share[1])


def main() -> None:
    parser = argparse.ArgumentParser(description="On whose word each event of an article stands.")
    parser.add_argument("cases", type=Path, nargs="*", default=SHIPPED)
    parser.add_argument("--wrong", action="store_true", help="list what differs")
    wanted = parser.parse_args()
    for path in wanted.cases:
        rows = list(compared(path))
        all_ = shares(rows)
        told = {
            "found": all_.found,
            "standing right": all_.right,
            "facts that nobody vouches for": all_.leaks,
            "facts that are lost": all_.lost,
        }
        print(
            f"{path.name}: "
            + ", ".join(f"{name} {percent(one):.1f} % of {one[1]}" for name, one in told.items())
        )
        for row in rows if wanted.wrong else ():
            if row.found is not None and not row.is_right:
                print(f"  {row.anchor:15} {row.found}, not {' or '.join(sorted(row.wanted))}")


if __name__ == "__main__":
    main()
