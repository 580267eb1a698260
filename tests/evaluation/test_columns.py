"""Entity corpora with one word a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.evaluation.columns import entities, read_columns
from sayso.evaluation.errors import CorpusError


def words(file: Path) -> list[list[tuple[str, str]]]:
    """(entity as it stands in the text, type) of each document."""
    return [
        [(d.text[d.words[first][0] : d.words[last - 1][1]], kind) for first, last, kind in sorted(d.entities)]
        for d in read_columns(file)
    ]


def test_two_columns_with_carriage_returns(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(
        b"The\tO\r\nNorth\tB-Organisation\r\nFront\tI-Organisation\r\n.\tO\r\n\r\nVelmora\tB-Location\r\n"
    )
    assert words(tmp_path / "a.txt") == [[("North Front", "Organisation"), ("Velmora", "Location")]]
    (document,) = read_columns(tmp_path / "a.txt")
    assert document.text == "The North Front. Velmora"


def test_numbered_words_with_comments_and_documents(tmp_path: Path) -> None:
    lines = [
        "# newdoc id = a",
        "# text = In Dranik",
        "1\tIn\tO\t-\t-",
        "2\tDranik\tB-LOC\t-\tx",
        "",
        "# newdoc id = b",
        "1\tDranik\tB-LOC\t-\tx",
    ]
    (tmp_path / "a.iob2").write_text("\n".join(lines), "utf-8")
    assert words(tmp_path / "a.iob2") == [[("Dranik", "LOC")], [("Dranik", "LOC")]]


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ("O I-PER I-PER O", [(1, 3, "PER")]),
        ("I-PER B-PER I-PER", [(0, 1, "PER"), (1, 3, "PER")]),
        ("B-PER I-LOC", [(0, 1, "PER"), (1, 2, "LOC")]),
        ("B-PER B-PER", [(0, 1, "PER"), (1, 2, "PER")]),
        ("O O", []),
    ],
)
def test_both_schemes_of_tags_are_understood(tags: str, found: list[tuple[int, int, str]]) -> None:
    assert list(entities(tags.split())) == found


def test_sentences_count_together_where_no_documents_are_marked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Dranik B-LOC\n\n" * 25, "utf-8")
    assert [len(document.entities) for document in read_columns(tmp_path / "a.txt")] == [10, 10, 5]


def test_a_number_that_is_a_word_is_not_a_line_number(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1990 O\nDranik B-LOC\n", "utf-8")
    assert words(tmp_path / "a.txt") == [[("Dranik", "LOC")]]


@pytest.mark.parametrize("content", ["", "Just an article.\n", "Dranik\n"])
def test_another_file_says_what_it_should_be(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.txt").write_text(content, "utf-8")
    with pytest.raises(CorpusError, match="a word and its tag"):
        read_columns(tmp_path / "a.txt")
