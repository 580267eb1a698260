"""What goes wrong with a gazetteer, said in one sentence."""

from __future__ import annotations


class GazetteerError(ValueError):
    """A file is no gazetteer, or no GeoNames dump.

    The message says what came, what was expected and what to do next.
    """
