"""The days that a table has, one after the other, without looking at its rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

_FIRST, _LAST = "0001-01-01", "9999-99-99"


@dataclass(frozen=True, slots=True)
class Timeline:
    """Days in one direction.

    Attributes:
        day: column of ISO days that has an index, so that each step takes no longer than the one before.
        newest: from the newest day backwards; otherwise from the oldest on.
        since, until: the days to look at, both included.
    """

    connection: Connection
    day: ColumnElement[Any]
    newest: bool
    since: str = _FIRST
    until: str = _LAST

    def first(self) -> str | None:
        """The first day that the table has, None where it has none."""
        return self._end(newest=self.newest)

    def beyond(self, time: str) -> str | None:
        """The first day that comes after all of a year (`2026`), a month (`2026-11`) or a day."""
        days = self._days(newest=self.newest)
        behind = self.day < time if self.newest else self.day > time + _LAST[len(time) :]
        return self._told(days.where(behind))

    def has(self, day: str | None, *, at: str) -> bool:
        """Whether a day is this one or comes after it, and is one to look at."""
        if day is None:
            return False
        return self.since <= day <= at if self.newest else at <= day <= self.until

    def length(self) -> int:
        """Days from the first to the last of the table, both included; 0 where it has none."""
        first, last = self._end(newest=False), self._end(newest=True)
        return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1 if first and last else 0

    def _end(self, *, newest: bool) -> str | None:
        return self._told(self._days(newest=newest))

    def _days(self, *, newest: bool) -> Select[tuple[Any]]:
        farthest = func.max(self.day) if newest else func.min(self.day)
        return select(farthest).where(self.day >= self.since, self.day <= self.until)

    def _told(self, days: Select[tuple[Any]]) -> str | None:
        found = self.connection.scalar(days)
        return None if found is None else str(found)
