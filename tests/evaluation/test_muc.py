"""Texts of MUC-4 are found beside their keys, dated by their datelines."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.evaluation.errors import CorpusError
from sayso.evaluation.muc import published, read_stories, split_texts

from .muc_files import KEY, MIXED, TEXTS, write_corpus


@pytest.mark.parametrize("below", ["", "TASK", "TASK/CORPORA", "TASK/CORPORA/tst9"])
def test_texts_are_found_from_any_folder_above_them(tmp_path: Path, below: str) -> None:
    first, second = read_stories(write_corpus(tmp_path) / below)
    assert (first.id, second.id) == ("TST9-MUC4-0001", "TST9-MUC4-0002")
    assert (first.published, second.published) == ("1990-02-04", None)
    assert (len(first.labels), len(second.labels)) == (3, 0)


def test_a_text_is_its_dateline_and_body_without_the_line_of_its_id(tmp_path: Path) -> None:
    first, second = read_stories(write_corpus(tmp_path))
    assert first.text.startswith("PORT VELMOR, 4 FEB 90 (VNA) -- [TEXT] THE COAST GUARD")
    assert first.text.endswith("KIDNAPPING A JUDGE.")
    assert second.text == "DRANIK, NO DATE (VNA) -- [TEXT] RAIN FELL ON THE HARBOUR."


@pytest.mark.parametrize("name", ["aaa.mixed-case", "zzz.mixed-case"])
def test_the_mixed_case_text_is_preferred_wherever_it_stands(tmp_path: Path, name: str) -> None:
    corpus = write_corpus(tmp_path)
    (corpus / "TASK" / "CORPORA" / "tst9" / name).write_text(MIXED, "ascii")
    first, second = read_stories(corpus)
    assert "The Coast Guard shelled" in first.text
    assert second.text.isupper()


def test_texts_may_lie_beside_the_folder_of_their_keys(tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "key-tst9").write_text(KEY, "ascii")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "tst9").write_bytes(TEXTS.replace("\n", "\r\n").encode("ascii"))
    assert [story.published for story in read_stories(tmp_path)] == ["1990-02-04", None]


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("PORT VELMOR, 4 FEB 90 (VNA) -- [TEXT] ON 5 MAR 91", "1990-02-04"),
        ("DRANIK (VELMORA),\n18 DEC 89 -- [TEXT] RAIN", "1989-12-18"),
        ("Dranik, 31 Jan 90 (VNA)-- [TEXT] Rain", "1990-01-31"),
        ("DRANIK, 12 NOV (VNA) -- [TEXT] IN SPRING, 4 MAR 90", None),
        ("DRANIK, NO DATE -- [TEXT] RAIN", None),
        ("DRANIK, 31 FEB 90 -- [TEXT] RAIN", None),
        ("DRANIK, 3 SMARCH 90 -- [TEXT] RAIN", None),
        ("DRANIK, 3 XYZ 90 -- [TEXT] RAIN", None),
        ("", None),
    ],
)
def test_the_dateline_tells_the_day_where_it_has_a_year(dateline: str, day: str | None) -> None:
    assert published(dateline) == day


def test_a_number_inside_a_text_begins_no_other_text() -> None:
    content = "DEV-MUC9-0001 (A)\n\n   SEE DEV-MUC9-0002 (B) FOR MORE.\n\nDEV-MUC9-0003\nRAIN.\n"
    assert list(split_texts(content)) == [
        ("DEV-MUC9-0001", "SEE DEV-MUC9-0002 (B) FOR MORE."),
        ("DEV-MUC9-0003", "RAIN."),
    ]


def test_what_holds_no_keys_says_what_it_should_be(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no folder"):
        read_stories(tmp_path / "nowhere")
    with pytest.raises(CorpusError, match="no keys of MUC-4"):
        read_stories(tmp_path)
    (tmp_path / "key-empty").write_text("nothing\n", "ascii")
    with pytest.raises(CorpusError, match="no keys of MUC-4"):
        read_stories(tmp_path)
    with pytest.raises(CorpusError, match="no folder"):
        read_stories(tmp_path / "key-empty")


def test_a_key_without_its_text_is_not_passed_over(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path, texts=TEXTS.partition("TST9-MUC4-0002")[0])
    with pytest.raises(CorpusError, match="TST9-MUC4-0002"):
        read_stories(corpus)
