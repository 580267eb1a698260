"""What an address gives besides its path, where a page knows a few names only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.ledger.errors import LedgerError

_LONGEST = 500  # characters of one value


def given(pairs: Iterable[tuple[str, str]], *names: str) -> Mapping[str, str]:
    """Each of these names with its value, "" where it is not given.

    Raises:
        LedgerError: another name is given, one is given twice, or a value is too long.
    """
    found = dict.fromkeys(names, "")
    seen: set[str] = set()
    for name, value in pairs:
        if name not in found:
            raise LedgerError(f"there is no {name!r:.40} here; expected {', '.join(names) or 'nothing'}")
        if name in seen:
            raise LedgerError(f"{name} is given twice; give it once")
        if len(value) > _LONGEST:
            raise LedgerError(f"{name} is longer than {_LONGEST} characters; give less")
        seen.add(name)
        found[name] = value.strip()
    return found


def skipped(told: str) -> int:
    """How many come before the page; raises LedgerError where it is no such number."""
    if told and not (told.isascii() and told.isdigit() and len(told) <= 9):
        raise LedgerError(f"skip is {told!r:.40}; expected a number such as 30")
    return int(told or 0)
