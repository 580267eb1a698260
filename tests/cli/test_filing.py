"""`sayso report`: the file, what is said on the way, and what is refused."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from tests.cli.within import ran


def test_a_report_is_written_and_its_hash_told(demo_ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    told = ran("report", "Brevna", "-o", str(out), "--ledger", str(demo_ledger))
    assert told.returncode == 0, told.stderr.decode()
    said = re.fullmatch(
        rf"sayso: {out}: \d+ events, \d+ claims, \d+ documents; SHA-256 ([0-9a-f]{{64}})\n",
        told.stderr.decode(),
    )
    assert said
    assert said[1] == hashlib.sha256(out.read_bytes()).hexdigest()
    shown = out.read_text("utf-8")
    assert "<title>Brevna · sayso report</title>" in shown
    assert str(demo_ledger.parent) not in shown, "a report is sent to others, and paths name people"
    again = ran("report", "Brevna", "--ledger", str(demo_ledger))
    assert again.stdout == out.read_bytes()
    assert again.stderr == b""


def test_facets_narrow_as_those_of_a_search_do(demo_ledger: Path) -> None:
    given = (
        "--type",
        "ASSAULT",
        "--standing",
        "denied,reported",
        "--since",
        "2031-06-04",
        "--origins",
        ">=2",
    )
    told = ran("report", *given, "--title", "Denied attacks", "--limit", "2", "--ledger", str(demo_ledger))
    assert told.returncode == 0, told.stderr.decode()
    shown = " ".join(re.sub(r"<[^>]+>", " ", told.stdout.decode()).split())
    assert "Denied attacks" in shown
    assert "What happened: assault; Standing: denied or reported by others; from 2031-06-04" in shown
    assert "events only" in shown


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--at", "yesterday"), "--at 'yesterday' is no time; give one such as 2026-11-22T14:30"),
        (("--kind", "events", "--attitude", "denial"), "events have no 'attitude'"),
        (("--attitude", "denial", "--type", "ASSAULT"), "nothing has all of attitude, type"),
        (("--standing", "facts"), "'facts' is no standing"),
        (("--since", "June"), "'June' is no day"),
        (("-o", "/nowhere/report.html"), "is no folder; make it first"),
        (("-o", "report.docx"), "report.docx is no name of a report, which is written as .html or as .pdf"),
        (("-o", "report"), "name it report.html or report.pdf"),
        (("-x",), "No such option"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    demo_ledger: Path, arguments: tuple[str, ...], told: str
) -> None:
    answer = ran("report", *arguments, "--ledger", str(demo_ledger))
    assert answer.returncode == 2
    assert answer.stdout == b""
    assert told in answer.stderr.decode()
    assert answer.stderr.decode().count("\n") == 1


def test_a_report_can_go_to_standard_output_by_its_name(demo_ledger: Path) -> None:
    if not Path("/dev/stdout").exists():
        pytest.skip("the system has no such name")
    told = ran("report", "Brevna", "-o", "/dev/stdout", "--ledger", str(demo_ledger))
    assert (told.returncode, told.stderr) == (0, b"")
    assert told.stdout == ran("report", "Brevna", "--ledger", str(demo_ledger)).stdout


def test_without_a_browser_no_pdf_is_begun(
    demo_ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_CHROMIUM", str(tmp_path / "none"))
    answer = ran("report", "-o", str(tmp_path / "report.pdf"), "--ledger", str(demo_ledger))
    assert answer.returncode == 2
    assert "which is no program, and a PDF is printed by one" in answer.stderr.decode()
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_is_not_written_over(demo_ledger: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "news.ledger"
    ledger.write_bytes(demo_ledger.read_bytes())
    before = ledger.read_bytes()
    answer = ran("report", "-o", str(ledger), "--ledger", str(ledger))
    assert answer.returncode == 2
    assert "is a ledger, or another database" in answer.stderr.decode()
    assert ledger.read_bytes() == before
