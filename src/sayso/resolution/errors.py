"""What is raised where a list of actors cannot be used."""

from __future__ import annotations


class ActorListError(ValueError):
    """One sentence: the file, the entry or line, what came and what was expected."""
