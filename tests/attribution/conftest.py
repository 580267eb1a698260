"""Cases as data: a test module names its file in tests/cases as CASES, and its tests take a `case`."""

from __future__ import annotations

from typing import Any

import pytest

from tests.casefiles import written_cases


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "case" in metafunc.fixturenames:
        metafunc.parametrize("case", read_cases(metafunc.module.CASES))


def read_cases(name: str) -> list[Any]:
    """The cases of one file; `known_failure` marks a strict xfail."""
    rows: list[dict[str, str]] = written_cases(name)
    return [pytest.param(row, id=_id(row), marks=_marks(row)) for row in rows]


def _id(row: dict[str, str]) -> str:
    shown = (
        row[key]
        for key in ("before", "phrase", "cue", "text", "content", "after", "identity")
        if row.get(key)
    )
    return " ".join(shown)[:70]


def _marks(row: dict[str, str]) -> list[Any]:
    reason = row.get("known_failure")
    return [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
