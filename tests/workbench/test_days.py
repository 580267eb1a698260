"""Days for people."""

from __future__ import annotations

import pytest

from sayso.workbench.days import brief, told


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        ("2025-03-14", "14 March 2025", "14 Mar 2025"),
        ("2025-03-01/2025-04-01", "1 March 2025 – 1 April 2025", "1 Mar 2025"),
        ("sometime", "sometime", "sometime"),
        ("", "", ""),
        (None, "", ""),
    ],
)
def test_days_are_written_as_people_write_them(day: str | None, long: str, short: str) -> None:
    assert (told(day), brief(day)) == (long, short)
