"""docs/origins.md shows what the commands print of the demo; what is left out there stands as "…"."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.within import ran

PAGE = Path(__file__).parent.parent / "docs" / "origins.md"
BLOCK = re.compile(
    r"^```console\n\$ (sayso [^\n]*--ledger demo\.ledger)\n(.*?)^```", re.DOTALL | re.MULTILINE
)
SHOWN = [found for found in BLOCK.findall(PAGE.read_text("utf-8")) if "…" in found[1]]


@pytest.mark.parametrize(("command", "shown"), SHOWN, ids=[command for command, _ in SHOWN])
def test_what_the_page_shows_is_printed(command: str, shown: str, demo_ledger: Path) -> None:
    arguments = [str(demo_ledger) if word == "demo.ledger" else word for word in shlex.split(command)[1:]]
    told = ran(*arguments)
    assert told.returncode == 0, told.stderr.decode()
    printed = told.stdout.decode().splitlines()
    at = 0
    for line in (line for line in shown.splitlines() if line.strip() != "…"):
        assert line in printed[at:], f"{line!r} is not printed, or not in this order"
        at = printed.index(line, at) + 1


def test_the_page_shows_something() -> None:
    assert len(SHOWN) >= 3
