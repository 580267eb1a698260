"""A user's YAML file to the mapping in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sayso.codebook.errors import CodebookError

# The codebook that comes with the package has half a megabyte; a file of this size is none.
LARGEST = 5_000_000


def read_yaml(path: Path) -> dict[str, Any]:
    """The mapping in a YAML (or JSON) file, every scalar a text; CodebookError where there is none."""
    data = _parse(_text(path), path.name)
    if not isinstance(data, dict):
        raise CodebookError(f"{path.name}: should be a mapping with a list of types; it holds none")
    return data


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise CodebookError(f"{path.name}: a codebook should be smaller than {LARGEST // 1_000_000} MB")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise CodebookError(f"{path.name}: should be a text in UTF-8, and is not") from None
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise CodebookError(f"{path}: should be a readable YAML file, but: {reason}") from None


def _parse(text: str, name: str) -> Any:
    """With every scalar a text: "on" and "no" are prepositions and words here, never booleans."""
    try:
        import yaml  # only who brings a codebook of their own needs it
    except ModuleNotFoundError:
        raise CodebookError(f"{name}: PyYAML is needed to read it: pip install 'sayso[lists]'") from None
    try:
        return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except (yaml.YAMLError, RecursionError) as error:
        raise CodebookError(f"{name}: should be YAML, but cannot be read{_where(error)}") from None


def _where(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "it is nested too deeply"
    return f": {problem}" + (f" in line {mark.line + 1}" if mark is not None else "")
