"""README is run: what it says to type exists and does what it says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
SHELL = re.compile(r"^```sh\n(.*?)^```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")


def commands() -> list[str]:
    return [line for block in SHELL.findall(README) for line in block.splitlines() if line.strip()]


def test_two_commands_set_everything_up() -> None:
    installs = [line for line in commands() if line.startswith("pip install")]
    assert installs == [
        "pip install . && sayso read examples/border-convoy.txt",
        "pip install -e '.[test]' && pytest",
    ]
    # .ci/run takes every line of README that begins so, inside a fence or not
    assert [line for line in README.splitlines() if line.startswith("pip install")] == installs


def test_the_example_that_readme_reads_is_there() -> None:
    (example,) = {word for line in commands() for word in shlex.split(line) if word.startswith("examples/")}
    assert (ROOT / example).is_file()


def test_every_link_leads_somewhere() -> None:
    assert [target for target in LINK.findall(README) if not (ROOT / target).exists()] == []
