"""An author's own word: whose it is, and what is said."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.attribution.commentary import author_kind, commentary_links, from_byline, from_header
from sayso.reading import read_document
from sayso.schema.analysis import Analysis, EventScores, Links
from sayso.schema.document import Document
from sayso.text.words import find_words

LEDE = "The council of Corrin met on Monday and heard what the engineers had found under the old bridge."


def analysed(document: Document) -> Analysis:
    """The words of a document as one sentence, without trees."""
    found = find_words(document.text)
    return Analysis(
        text=document.text,
        starts=np.array([start for start, _ in found], np.int64),
        ends=np.array([end for _, end in found], np.int64),
        sentences=np.array([(0, len(found))], np.int64),
        upos=("X",) * len(found),
        heads=np.full(len(found), -1, np.int64),
        deprels=("root",) * len(found),
        mentions=(),
        roles=(),
        nested=(),
        content=np.zeros(len(found), np.float32),
        content_cue=Links(()),
        cue_source=Links(()),
        events=EventScores.none(len(found)),
    )


def told(text: str) -> list[tuple[str | None, str]]:
    """(source, content) of each passage of commentary."""
    analysis = analysed(read_document(text))
    return [
        (analysis.span(*link.source).text if link.source else None, analysis.span(*link.contents[0]).text)
        for link in commentary_links(read_document(text), analysis)
    ]


@pytest.mark.parametrize(
    ("comment", "label", "content"),
    [
        ("Editor's note: The council is silent.", "Editor's note", "The council is silent."),
        ("Author’s comment\n\nIt was bound to fall.", "Author’s comment", "It was bound to fall."),
        ("Analysis by Jane Doe\n\nIt was bound to fall.", "Analysis by Jane Doe", "It was bound to fall."),
    ],
)
def test_a_label_is_the_source_and_no_part_of_the_content(comment: str, label: str, content: str) -> None:
    assert told(f"{LEDE}\n\n{comment}") == [(label, content)]


@pytest.mark.parametrize(
    "comment",
    [
        "I think the mayor: he of all people, is wrong.",
        "The bridge is gone — I think for good.",
        "To my mind: too late",
    ],
)
def test_other_words_before_a_colon_or_dash_are_no_label(comment: str) -> None:
    assert told(f"{LEDE}\n\n{comment}") == [(None, comment)]


def test_without_a_label_the_byline_names_the_source() -> None:
    text = f"Bridge closed\n\nBy Jane Doe, Corrin\n\n{LEDE}\n\nI think this is wrong."
    assert told(text) == [("Jane Doe", "I think this is wrong.")]


def test_a_label_alone_says_nothing() -> None:
    assert [content for _, content in told(f"OPINION\n\nThe bridge we deserve\n\n{LEDE}")] == [LEDE]


def test_a_text_without_comment_has_no_such_links() -> None:
    assert told(LEDE) == []


@pytest.mark.parametrize(
    ("words", "byline", "identity"),
    [
        (["Jane", "Doe"], True, "named_person"),
        (["By", "our", "staff"], True, "unnamed_person"),
        (["Analysis", "by", "Jane", "Doe"], False, "named_person"),
        (["Comment", "by", "the", "editor"], False, "unnamed_person"),
        (["Editor", "'s", "note"], False, "unnamed_person"),
        ([], False, "unnamed_person"),
    ],
)
def test_an_author_is_named_where_a_byline_or_a_label_names_them(
    words: list[str], byline: bool, identity: str
) -> None:
    kind = author_kind(words, byline)
    naming = "named" if identity == "named_person" else "implicit"
    assert (kind.identity, kind.naming, kind.affiliation, kind.role) == (identity, naming, "media", None)


def test_a_character_stands_in_a_byline_or_not() -> None:
    document = read_document(f"Bridge closed\n\nBy Jane Doe\n\n{LEDE}")
    assert from_byline(document, document.text.index("Jane"))
    assert not from_byline(document, document.text.index("council"))


def test_the_speaker_in_a_header_is_the_source() -> None:
    text = f"SELM, 3 MAR 91 (RADIO TARSK) -- [COMMUNIQUE] [NORTHERN FRONT] [TEXT] {LEDE}"
    assert told(text) == [("NORTHERN FRONT", LEDE)]
    document = read_document(text)
    assert from_header(document, document.text.index("NORTHERN"))
    assert not from_header(document, document.text.index("COMMUNIQUE"))
    assert not from_header(document, 0)
