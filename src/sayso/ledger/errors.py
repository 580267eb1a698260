"""What goes wrong with a ledger, said in one sentence."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError

from sayso.text.redacting import shown


class LedgerError(Exception):
    """The ledger cannot be opened, or cannot do what was asked; the message says what to do."""


class AbsentError(LedgerError):
    """What was asked about is not in the ledger."""


class BusyError(LedgerError):
    """The store let the work go: begun again, it may succeed."""


class SlowError(LedgerError):
    """It took longer than whoever asked lets it take (`limiting.limit`)."""


# SQLite's own words, as they stand in its sources.
_ADVICE = {
    "disk is full": "make room; the same command then goes on where it was",
    "readonly": "it cannot be written; change its permissions, or copy it",
    "malformed": "it is damaged; `sayso doctor` tells more",
    "not a database": "give another file",
}
_BUSY = (
    *("database is locked", "database table is locked", "deadlock detected", "could not serialize"),
    # a PostgreSQL server that stops, starts, or is on its way
    *("starting up", "shutting down", "terminating connection", "closed the connection"),
    *("connection failed", "connection refused", "is the server running"),
)


_SLOW = ("interrupted", "statement timeout")


def told(name: str, error: DBAPIError) -> LedgerError:
    """The error of a store as one of ours."""
    name = shown(name)
    reason = " ".join(str(error.orig).split())[:200]
    if any(words in reason for words in _SLOW):
        return SlowError("that takes too long; ask for less, such as fewer days or rarer words")
    if error.connection_invalidated or any(words in reason.casefold() for words in _BUSY):
        return BusyError(f"{name} is not to be had just now ({reason}); try again")
    advice = next((advice for words, advice in _ADVICE.items() if words in reason), "nothing was lost")
    return LedgerError(f"{name}: {reason}; {advice}")
