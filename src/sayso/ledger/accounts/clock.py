"""Moments as accounts keep them: UTC, to the second, so that their order is that of the letters."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    return datetime.now(UTC)


def written(moment: datetime) -> str:
    """2026-11-22T10:00:00Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
