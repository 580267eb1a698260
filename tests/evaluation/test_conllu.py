"""CoNLL-U to text and trees."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.evaluation.conllu import Treebank, read_treebank
from sayso.evaluation.errors import CorpusError


def row(
    number: str, form: str, upos: str = "X", head: str = "0", deprel: str = "root", misc: str = "_"
) -> str:
    return "\t".join([number, form, form.lower(), upos, "_", "_", head, deprel, "_", misc])


FILE = "\n".join(
    [
        "# newdoc id = first",
        "# sent_id = 1",
        row("1", "They", "PRON", "4", "nsubj"),
        row("2-3", "don't", "_", "_", "_", "SpaceAfter=Yes"),
        row("2", "do", "AUX", "4", "aux"),
        row("3", "n't", "PART", "4", "advmod"),
        row("4", "agree", "VERB", "0", "root", "SpaceAfter=No"),
        row("4.1", "ghost"),
        row("5", ".", "PUNCT", "4", "punct"),
        "",
        "# newpar",
        row("1", "Talks", "NOUN", "2", "nsubj:pass"),
        row("2", "ended", "VERB", "0", "root"),
        "",
        "# newdoc id = second",
        row("1", "Why", "ADV", "0", "root", "SpaceAfter=No"),
        row("2", "?", "PUNCT", "1", "punct"),
        "",
    ]
)


@pytest.fixture
def documents(tmp_path: Path) -> list[Treebank]:
    (tmp_path / "a.conllu").write_text(FILE, "utf-8")
    return read_treebank(tmp_path / "a.conllu")


def test_the_text_is_rebuilt_with_an_empty_line_before_a_paragraph(documents: list[Treebank]) -> None:
    assert [document.text for document in documents] == ["They don't agree.\n\nTalks ended ", "Why? "]
    assert [document.name for document in documents] == ["first", "second"]


def test_words_know_their_characters(documents: list[Treebank]) -> None:
    first = documents[0].trees[0]
    text = documents[0].text
    assert [text[start:end] for start, end in first.words] == ["They", "don't", "don't", "agree", "."]
    assert first.multiword == (False, True, True, False, False)
    assert first.heads == (3, 3, 3, -1, 3)


def test_empty_nodes_are_no_words(documents: list[Treebank]) -> None:
    assert documents[0].trees[0].forms == ("They", "do", "n't", "agree", ".")


def test_a_folder_is_read_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.conllu").write_text(row("1", name) + "\n", "utf-8")
    assert [document.name for document in read_treebank(tmp_path)] == ["a", "b"]


@pytest.mark.parametrize("content", ["", "# only comments\n", "not\tconllu\n"])
def test_another_file_says_what_it_should_be(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.conllu").write_text(content, "utf-8")
    with pytest.raises(CorpusError, match="CoNLL-U"):
        read_treebank(tmp_path / "a.conllu")
