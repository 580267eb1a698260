"""Mentions against country and sector."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.evaluation import actors
from sayso.evaluation.actors import Case, mark, read_cases, scores
from sayso.evaluation.errors import CorpusError
from sayso.resolution.who import NOBODY, Who


def corpus(folder: Path, rows: Any) -> Path:
    (folder / "cases.json").write_text(json.dumps(rows), "utf-8")
    return folder / "cases.json"


def test_cases_are_read_with_what_they_ask_for(tmp_path: Path) -> None:
    rows = [
        {"mention": "riot police", "country": "", "sector": "COP"},
        {"mention": "Ada Orban", "sector": "GOV", "query_date": "'2022-04-01'"},
        {"mention": "Ada Orban", "country": "PER", "query_date": "12 April 2022"},
        {"mention": "Ada Orban", "query_date": "some day"},
    ]
    assert read_cases(corpus(tmp_path, rows)) == [
        Case("riot police", "", "COP", None),
        Case("Ada Orban", None, "GOV", "2022-04-01"),
        Case("Ada Orban", "PER", None, "2022-04-12"),
        Case("Ada Orban", None, None, None),
    ]


@pytest.mark.parametrize(
    ("country", "sector", "marks"),
    [
        ("PER", "GOV", (True, True)),
        ("CHL", "GOV", (False, True)),
        ("PER", "MIL", (True, False)),
        ("", "", (False, False)),
        (None, None, (True, True)),
    ],
)
def test_what_is_not_asked_is_right_and_the_primary_sector_counts(
    country: str | None, sector: str | None, marks: tuple[bool, bool]
) -> None:
    who = Who("PER", ("GOV", "MIL"), None, False, ())
    assert mark(Case("x", country, sector, None), who) == marks


def test_nobody_is_right_where_nobody_is_asked_for() -> None:
    assert mark(Case("x", "", "", None), NOBODY) == (True, True)
    assert mark(Case("x", "", "JNK", None), NOBODY) == (True, True)
    assert mark(Case("x", "KOS", None, None), Who("XKX", (), None, False, ())) == (True, True)


def test_scores_are_shares_of_all_cases() -> None:
    found = scores([(True, True), (True, False), (False, True), (True, True)])
    assert found == {"accuracy": 50.0, "country": 75.0, "sector": 75.0}
    assert scores([]) == {"accuracy": 0.0, "country": 0.0, "sector": 0.0}


@pytest.mark.parametrize(
    "rows",
    [
        {},
        [],
        3,
        [3],
        [{"country": "PER"}],
        [{"mention": 3}],
        [{"mention": "x", "sector": 3}],
        [{"mention": "x", "country": []}],
    ],
)
def test_another_layout_says_what_it_should_be(tmp_path: Path, rows: Any) -> None:
    with pytest.raises(CorpusError, match=r"`mention`|should be a text"):
        actors.evaluate(corpus(tmp_path, rows))


@pytest.mark.parametrize("content", [b"", b"Just an article.", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_json_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.json").write_bytes(content)
    with pytest.raises(CorpusError, match="is no JSON"):
        actors.evaluate(tmp_path / "a.json")


def test_a_whole_file_gives_three_scores_with_intervals(tmp_path: Path) -> None:
    rows = [
        {"mention": "riot police in Chile", "country": "CHL", "sector": "COP"},
        {"mention": "Chilean soldiers", "country": "PER", "sector": "MIL"},
    ]
    seen: list[tuple[int, int]] = []
    found = actors.evaluate(corpus(tmp_path, rows), progress=lambda done, total: seen.append((done, total)))
    assert (found.task, found.documents) == ("actors", 2)
    assert found.scores == {"accuracy": 50.0, "country": 50.0, "sector": 100.0}
    assert list(found.intervals) == ["accuracy", "country", "sector"]
    assert seen == [(1, 2), (2, 2)]
