"""The day a text came out."""

from __future__ import annotations

import pytest

from sayso.export.dating import first_day


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2025-03-14", "2025-03-14"),
        ("2026-11-01/2026-12-01", "2026-11-01"),
        ("2025-03-14T10:00:00Z", "2025-03-14"),
        ("2025-02-30", None),
        ("/2026-12-01", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_it_is_the_first_that_it_may_be_or_none(published: str | None, day: str | None) -> None:
    assert first_day(published) == day
