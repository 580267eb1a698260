"""Days as people write them."""

from __future__ import annotations

from datetime import date


def told(day: str | None) -> str:
    """As in “14 March 2025”; both days of an interval, and nothing for none."""
    if not day:
        return ""
    return " – ".join(_one(part) for part in day.split("/"))


def brief(day: str | None) -> str:
    """As in “14 Mar 2025”, the first day of an interval; what is no day stays as it is."""
    parsed = _parsed(day) if day else None
    return f"{parsed.day} {parsed:%b %Y}" if parsed else day or ""


def _one(day: str) -> str:
    parsed = _parsed(day)
    return f"{parsed.day} {parsed:%B %Y}" if parsed else day


def _parsed(day: str) -> date | None:
    try:
        return date.fromisoformat(day[:10])
    except ValueError:
        return None
