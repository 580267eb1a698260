"""How much of an answer may be asked for at once."""

from __future__ import annotations

from sayso.ledger.errors import LedgerError

MOST = 1_000  # rows of one page


def check_page(limit: int, skip: int = 0, *, of: str = "rows") -> None:
    """Raises LedgerError for a page that nobody can be given."""
    if not 1 <= limit <= MOST or skip < 0:
        after = f" after {skip}" if skip else ""
        raise LedgerError(
            f"a page of {limit} {of}{after} cannot be had; expected 1 to {MOST} after 0 or more"
        )
