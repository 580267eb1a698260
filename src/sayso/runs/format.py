"""The names of the formats, which the command line needs before anything is loaded."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """How events are written."""

    jsonl = "jsonl"
    csv = "csv"
    polecat = "polecat"
