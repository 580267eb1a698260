"""The pages of docs/exports are run: their commands on the demo, and their examples as doctests."""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
from pathlib import Path

import pytest

from sayso.export.formats import FORMS
from tests.cli.within import ran

FOLDER = Path(__file__).parent.parent / "docs" / "exports"
BLOCK = re.compile(r"^```(console|pycon)\n(.*?)^```", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"^\$ sayso (export [^\n]*--ledger demo\.ledger -o [^\n]+)$", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#([^)]+))?\)")
FORMAT = re.compile(r"^\| `([a-z-]+)` \|", re.MULTILINE)
RUN = [path for path in sorted(FOLDER.glob("*.md")) if "```pycon\n" in path.read_text("utf-8")]


@pytest.mark.parametrize("page", RUN, ids=lambda page: page.stem)
def test_what_a_page_shows_is_what_comes_out(
    page: Path, demo_ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(demo_ledger, tmp_path / "demo.ledger")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for kind, block in BLOCK.findall(page.read_text("utf-8")):
        if kind == "console":
            for command in COMMAND.findall(block):
                done = ran(*shlex.split(command))
                assert done.returncode == 0, done.stderr.decode()
        else:
            _check(block, names, page)


def _check(block: str, names: dict[str, object], page: Path) -> None:
    told: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    test = doctest.DocTestParser().get_doctest(block, names, page.name, str(page), 0)
    runner.run(test, out=told.append, clear_globs=False)
    names.update(test.globs)
    assert runner.failures == 0, "".join(told)


def test_there_are_pages_to_run() -> None:
    assert len(RUN) >= 6


def test_the_list_names_every_format_once() -> None:
    assert sorted(FORMAT.findall((FOLDER / "README.md").read_text("utf-8"))) == sorted(FORMS)


@pytest.mark.parametrize("page", sorted(FOLDER.glob("*.md")), ids=lambda page: page.stem)
def test_links_lead_somewhere(page: Path) -> None:
    for target, section in LINK.findall(page.read_text("utf-8")):
        found = page.parent / target
        assert found.exists(), target
        headings = {_anchor(line) for line in found.read_text("utf-8").splitlines() if line.startswith("#")}
        assert not section or section in headings, f"{target} has no section {section}"


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lstrip("# ").lower()).replace(" ", "-")
