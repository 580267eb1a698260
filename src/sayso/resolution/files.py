"""A user's file to the text or YAML in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sayso.resolution.errors import ActorListError

# The largest dictionary of the Phoenix project has one and a half megabytes.
LARGEST = 20_000_000


def read_text(path: Path, *, encoding: str = "utf-8-sig") -> str:
    """The text of a file; ActorListError where it cannot be read or is no text."""
    try:
        if path.stat().st_size > LARGEST:
            raise ActorListError(f"{path.name}: should be smaller than {LARGEST // 1_000_000} MB")
        return path.read_text(encoding=encoding)
    except UnicodeDecodeError:
        raise ActorListError(f"{path.name}: should be a text in UTF-8, and is not") from None
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise ActorListError(f"{path}: should be a readable file, but: {reason}") from None


def read_yaml(path: Path) -> dict[str, Any] | list[Any]:
    """The list or mapping in a YAML file, every scalar a text: "NO" is Norway, no boolean."""
    try:
        import yaml  # only who brings a list of their own needs it
    except ModuleNotFoundError:
        raise ActorListError(
            f"{path.name}: PyYAML is needed to read it: pip install 'sayso[lists]'"
        ) from None
    try:
        data = yaml.load(read_text(path), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except (yaml.YAMLError, RecursionError) as error:
        raise ActorListError(f"{path.name}: should be YAML, but cannot be read{_where(error)}") from None
    if not isinstance(data, dict | list):
        raise ActorListError(f"{path.name}: should be a list of actors, each with a name, and holds none")
    return data


def line_of(path: Path, number: int) -> int | None:
    """The line where an entry of a YAML list begins, both counted from 1; None where there is none such."""
    import yaml

    top = yaml.compose(read_text(path), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if isinstance(top, yaml.MappingNode):
        top = next((node for _, node in top.value if isinstance(node, yaml.SequenceNode)), None)
    if not isinstance(top, yaml.SequenceNode) or not 0 < number <= len(top.value):
        return None
    return int(top.value[number - 1].start_mark.line) + 1


def _where(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "it is nested too deeply"
    return f": {problem}" + (f" in line {mark.line + 1}" if mark is not None else "")
