"""What is raised where a codebook cannot be used."""

from __future__ import annotations


class CodebookError(ValueError):
    """One sentence: the file, the entry in it, what came and what was expected."""
