"""docs/report.md and docs/notebooks.md: what is shown runs on the demo and prints what the pages say."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.within import ran

DOCS = Path(__file__).parent.parent / "docs"
PAGES = ("report.md", "notebooks.md")
CODE = re.compile(r"^```python\n(.*?)^```(?:\n\n```text\n(.*?)^```)?", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"^\$ (sayso report [^\n]*)", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")
EXAMPLES = [(page, *found) for page in PAGES for found in CODE.findall((DOCS / page).read_text("utf-8"))]


@pytest.fixture
def beside(demo_ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the demo ledger in it, in which the examples are typed."""
    shutil.copy(demo_ledger, tmp_path / "demo.ledger")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("page", "code", "shown"), EXAMPLES)
def test_what_a_page_shows_runs_and_prints_that(page: str, code: str, shown: str, beside: Path) -> None:
    pytest.importorskip("vl_convert")
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(compile(code, page, "exec"), {})
    printed = out.getvalue().splitlines()
    at = 0
    for line in (line for line in shown.splitlines() if line != "…"):
        assert line in printed[at:], f"{line!r} is not printed, or not in this order"
        at = printed.index(line, at) + 1


def test_the_report_that_the_page_shows_is_written(beside: Path) -> None:
    text = (DOCS / "report.md").read_text("utf-8")
    (command,) = (line for line in COMMAND.findall(text) if "demo.ledger" in line)
    told = ran(*shlex.split(command)[1:])
    assert told.returncode == 0, told.stderr.decode()
    said = text[text.index(command) + len(command) + 1 :].splitlines()[0]
    assert told.stderr.decode().startswith(said.removesuffix("…"))
    assert (beside / "report.html").is_file()


def test_every_option_that_the_page_names_is_there() -> None:
    options = set(re.findall(r"--[a-z-]+", (DOCS / "report.md").read_text("utf-8")))
    help_text = ran("report", "--help").stdout.decode()
    others = {"--keep-originals"}  # of `sayso ingest` and `sayso fetch`
    assert len(options) >= 8
    assert [option for option in options - others if option not in help_text] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    links = LINK.findall((DOCS / page).read_text("utf-8"))
    assert links
    assert [target for target in links if not (DOCS / target).exists()] == []


def test_the_pages_show_something() -> None:
    assert len(EXAMPLES) >= 4
    assert any(shown for _, _, shown in EXAMPLES)
