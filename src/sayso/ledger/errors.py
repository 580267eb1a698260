"""What goes wrong with a ledger, said in one sentence."""

from __future__ import annotations


class LedgerError(Exception):
    """The ledger cannot be opened, or cannot do what was asked; the message says what to do."""
