"""Nothing outside `fetching` opens a connection."""

from __future__ import annotations

import ast
from pathlib import Path

import sayso

NETWORK = {
    "socket",
    "ssl",
    "http.client",
    "urllib.request",
    "urllib3",
    "requests",
    "httpx",
    "ftplib",
    "smtplib",
}
SOURCE = Path(sayso.__file__).parent


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def reaches(names: set[str]) -> bool:
    return any(name == lib or name.startswith(f"{lib}.") for name in names for lib in NETWORK)


# The workbench listens, and connects to nobody.
LISTENS = "api/serving.py"


def test_only_fetching_imports_what_reaches_the_network() -> None:
    reaching = {
        path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py") if reaches(imported(path))
    }
    assert {path.split("/")[0] for path in reaching - {LISTENS}} == {"fetching"}
    assert imported(SOURCE / LISTENS) & NETWORK == {"socket"}
    assert ".connect(" not in (SOURCE / LISTENS).read_text("utf-8")
