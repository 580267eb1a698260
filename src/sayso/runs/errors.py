"""What goes wrong with a run over many documents, said in one sentence."""

from __future__ import annotations


class RunError(Exception):
    """The run cannot begin or go on; the message says what to do."""
