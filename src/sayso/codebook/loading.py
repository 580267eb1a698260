"""Codebooks by path; the default is read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sayso.codebook.building import build
from sayso.codebook.codebook import Codebook
from sayso.codebook.compiled import compiled_codebook
from sayso.codebook.files import read_yaml


def load_codebook(path: Path | None = None) -> Codebook:
    """The codebook in a YAML file, or PLOVER as it comes with sayso.

    Raises CodebookError, one sentence with the file, the entry and what was expected.
    """
    if path is None:
        return _default()
    path = Path(path)
    return build(read_yaml(path), path.name, english=_default())


@cache
def _default() -> Codebook:
    return compiled_codebook()
