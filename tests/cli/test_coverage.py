"""The report of a run adds up: documents, corrections, and the files that were passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.cli.coverage import Coverage
from sayso.runs.ingesting import Outcome


def told(coverage: Coverage, capsys: pytest.CaptureFixture[str]) -> list[str]:
    coverage.tell()
    return capsys.readouterr().err.splitlines()


def test_one_document_is_told_in_the_singular(capsys: pytest.CaptureFixture[str]) -> None:
    coverage = Coverage(None, "news.ledger")
    coverage.add(Outcome("a.txt", "copy", "the same text as document 54ed"))
    assert told(coverage, capsys) == [
        "sayso: copy: a.txt: the same text as document 54ed",
        "1 document: 0 read, 0 already there, 1 copy, 0 empty, 0 refused, 0 failed; ledger news.ledger",
    ]


def test_corrections_are_no_documents(capsys: pytest.CaptureFixture[str]) -> None:
    coverage = Coverage(None)
    coverage.add(Outcome("a.jsonl, document 54ed", "read"))
    coverage.add(Outcome("correction x1", "read", kind="correction"))
    coverage.add(Outcome("correction x2", "known", kind="correction"))
    coverage.add(
        Outcome("correction x3", "refused", "it is about a document that is not there", kind="correction")
    )
    *_, last = told(coverage, capsys)
    assert last.startswith("1 document: 1 read, ")
    assert last.endswith("; 3 corrections: 1 read, 1 already there, 1 refused")
    assert (coverage.items, coverage.complete) == (1, False)


def test_files_that_were_passed_over_are_counted_by_kind_and_helped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Coverage(tmp_path / "report.tsv", str(tmp_path / "news.ledger")) as coverage:
        for name in ("a.png", "b.PNG", "c.jsonl.gz", "feeds.opml", "news.ledger", "news.ledger-wal"):
            (tmp_path / name).touch()
            coverage.pass_over(tmp_path / name)
    lines = told(coverage, capsys)
    assert lines[0].endswith("c.jsonl.gz: it is an archive; unpack it first")
    assert lines[1].endswith(f"`sayso watch {tmp_path / 'feeds.opml'}` reads it")
    assert "; passed over: 4 files (.png 2, .gz 1, .opml 1); ledger " in lines[2]
    rows = [line.split("\t") for line in (tmp_path / "report.tsv").read_text("utf-8").splitlines()[1:]]
    assert [row[0] for row in rows] == ["passed over"] * 4
    assert rows[0][3] == "sayso does not read it (.png)"


def test_of_many_archives_a_few_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    coverage = Coverage(None)
    for number in range(9):
        (tmp_path / f"{number}.zip").touch()
        coverage.pass_over(tmp_path / f"{number}.zip")
    lines = told(coverage, capsys)
    assert len(lines) == 7
    assert lines[5] == "sayso: passed over: 4 more archives or lists of feeds"


def test_a_password_is_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    (last,) = told(Coverage(None, "postgresql://anna:secret@server/news"), capsys)
    assert last.endswith("ledger postgresql://anna:***@server/news")
