"""docs/imports.md shows what the commands print of the demo and of examples/imports, in the order in which it
gives them; what is left out there stands as "…".
"""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

import sayso
from tests.cli.within import ran

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "imports.md").read_text("utf-8")
BLOCK = re.compile(
    r"^```console\n\$ sayso ([^\n]*--ledger demo\.ledger)\n(?!```)(.+?)^```", re.DOTALL | re.MULTILINE
)
PROGRAM = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
SHOWN = BLOCK.findall(PAGE)


@pytest.fixture(scope="module")
def ledger(demo_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("imports") / "demo.ledger"
    shutil.copy(demo_ledger, path)
    return path


def printed(command: str, ledger: Path) -> list[str]:
    arguments = [str(ledger) if word == "demo.ledger" else word for word in shlex.split(command)]
    files = [
        each for word in arguments for each in (sorted(map(str, ROOT.glob(word))) if "*" in word else [word])
    ]
    told = ran(*(str(ROOT / one) if one.startswith("examples/") else one for one in files))
    assert told.returncode == 0, told.stderr.decode()
    return (told.stdout + told.stderr).decode().replace(str(ledger), "demo.ledger").splitlines()


def test_what_the_page_shows_is_printed(ledger: Path) -> None:
    for command, shown in SHOWN:
        lines, at = printed(command, ledger), 0
        for line in (line for line in shown.splitlines() if line.strip() != "…"):
            assert line in lines[at:], f"{line!r} is not printed by {command}, or not in this order"
            at = lines.index(line, at) + 1


def test_the_page_shows_imports_and_what_stands_beside_them() -> None:
    shown = [command.split()[0] for command, _ in SHOWN]
    assert shown == ["import", "import", "beside", "beside"]


def test_the_program_of_the_page_runs(
    ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("pandas")
    printed("import examples/imports/* --ledger demo.ledger", ledger)
    monkeypatch.chdir(ledger.parent)
    (program,) = PROGRAM.findall(PAGE)
    exec(compile(program, "docs/imports.md", "exec"), {"sayso": sayso})
    assert "20310604-0412-9f3c51-a denied" in capsys.readouterr().out
