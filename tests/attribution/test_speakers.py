"""What kind of source each speaker of a news text is, from the text itself: `cases/speakers.yaml`."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.speakers import SHIPPED, Compared, compared, shares

# Of a hundred; a little below what was measured when they were last raised (`benchmarks/speakers.py`).
LEAST = {
    "speakers.yaml": {"found": 95, "identity": 94, "naming": 97, "affiliation": 84, "role": 84},
    "speakers_unseen.yaml": {"found": 95, "identity": 89, "naming": 93, "affiliation": 75, "role": 66},
}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_sources_are_what_a_reader_says(path: Path) -> None:
    found = {field: 100 * right / of for field, (right, of) in shares(compared(path)).items()}
    short = {field: share for field, share in found.items() if share < LEAST[path.name][field]}
    assert not short, f"python benchmarks/speakers.py --wrong {path} lists what differs"


def test_what_differs_is_told_by_field() -> None:
    wanted = {"identity": "named_person", "role": "none"}
    row = Compared("Brook", wanted, {"identity": "named_group", "role": "none"})
    assert row.wrong == ("identity",)
    assert shares([row, Compared("Ana", wanted, None)]) == {
        "found": (1, 2),
        "identity": (0, 1),
        "naming": (0, 0),
        "affiliation": (0, 0),
        "role": (1, 1),
    }
