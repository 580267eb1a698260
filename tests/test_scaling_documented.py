"""docs/scaling.md shows what the benchmark prints, and options that the commands have."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.within import ran

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "scaling.md").read_text("utf-8")
SHOWN = re.compile(r"^```\n\$ python (benchmarks/\S+) (.*)\n((?:.*\n)*?)```$", re.MULTILINE)
OPTION = re.compile(r"(--[a-z]+)")


def test_the_plan_is_what_the_benchmark_prints() -> None:
    ((script, arguments, output),) = SHOWN.findall(PAGE)
    command = [sys.executable, str(ROOT / script), *shlex.split(arguments)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert printed == output


@pytest.mark.parametrize("command", ["code", "ingest"])
def test_the_options_of_each_command_are_there(command: str) -> None:
    lines = [line for line in PAGE.splitlines() if line.startswith(f"    sayso {command} ")]
    assert lines
    known = set(OPTION.findall(ran(command, "--help").stdout.decode()))
    assert {option for line in lines for option in OPTION.findall(line)} <= known | {"-o"}
