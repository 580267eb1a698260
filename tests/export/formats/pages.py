"""What pages of docs/exports show, beside what is printed."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from tests.cli.within import ran

DOCS = Path(__file__).parents[3] / "docs" / "exports"
_CONSOLE = re.compile(r"^```console\n\$ (sayso [^\n]*)\n(.*?)^```", re.DOTALL | re.MULTILINE)


def page(name: str) -> str:
    return (DOCS / f"{name}.md").read_text("utf-8")


def block(name: str, language: str) -> str:
    """The first block of a language on a page."""
    found = re.search(rf"^```{language}\n(.*?)^```", page(name), re.DOTALL | re.MULTILINE)
    assert found, f"docs/exports/{name}.md has no block of {language}"
    return found[1]


def shown(name: str) -> list[tuple[str, str]]:
    """The commands of a page, each with what the page shows of its output."""
    return _CONSOLE.findall(page(name))


def printed(command: str, **files: Path) -> list[str]:
    """What a command prints, with files in the place of their names: `demo_ledger` for demo.ledger."""
    named = {name.replace("_", "."): str(path) for name, path in files.items()}
    told = ran(*(named.get(word, word) for word in shlex.split(command)[1:]))
    assert told.returncode == 0, told.stderr.decode()
    return told.stdout.decode().splitlines()


def check(shown: str, lines: list[str]) -> None:
    """The shown lines are among the printed ones, in their order; "…" stands for what is left out."""
    at = 0
    for line in (line for line in shown.splitlines() if line.strip() != "…"):
        like = re.compile(".*".join(re.escape(part) for part in line.rstrip().split("…")))
        found = next((n for n in range(at, len(lines)) if like.fullmatch(lines[n].rstrip())), None)
        assert found is not None, f"{line!r} is not printed, or not in this order"
        at = found + 1
