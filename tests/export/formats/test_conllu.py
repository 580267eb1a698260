"""CoNLL-U read back by the library conllu."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import conllu
import pytest

from sayso import pipeline
from sayso.export.exported import Exported
from sayso.export.formats.conllu import write
from sayso.schema.reading import Reading
from tests.conftest import made_reading


@cache
def analysed() -> Exported:
    """The reading that is made by hand, with the analysis of its text."""
    reading = made_reading()
    return Exported(reading, analysis=pipeline.analyse(reading.document.text))


def read_back(*documents: Exported) -> Any:
    return conllu.parse(b"".join(write(documents)).decode())


def words(*documents: Exported) -> list[Any]:
    return [word for sentence in read_back(*documents) for word in sentence]


def with_mark(name: str) -> list[tuple[str, str]]:
    return [(word["form"], word["misc"][name]) for word in words(analysed()) if name in word["misc"]]


def test_every_word_stands_where_its_characters_say() -> None:
    text = analysed().reading.document.text
    for word in words(analysed()):
        start, end = int(word["misc"]["StartChar"]), int(word["misc"]["EndChar"])
        assert text[start:end] == word["form"]


def test_words_and_spaces_make_the_text_of_their_sentence() -> None:
    for sentence in read_back(analysed()):
        glued = [word["form"] + ("" if word["misc"].get("SpaceAfter") == "No" else " ") for word in sentence]
        assert "".join(glued).rstrip() == sentence.metadata["text"]


def test_every_sentence_is_a_tree_with_one_root() -> None:
    for sentence in read_back(analysed()):
        assert [word["deprel"] for word in sentence if word["head"] == 0] == ["root"]
        assert len(list(_below(sentence.to_tree()))) == len(sentence)
        assert all(word["upos"] for word in sentence)


def _below(tree: Any) -> Any:
    yield tree
    for child in tree.children:
        yield from _below(child)


def test_what_sayso_does_not_know_is_left_open() -> None:
    for word in words(analysed()):
        assert all(word[name] in (None, "_") for name in ("lemma", "xpos", "feats", "deps"))


def test_the_words_of_an_event_tell_its_type_and_standing() -> None:
    assert with_mark("Event") == [
        ("accuses", "v1:ACCUSE:fact"),
        ("shelling", "v2:ASSAULT:denied"),
        ("shells", "v2:ASSAULT:denied"),
        ("accusation", "v1:ACCUSE:fact"),
        ("stopped", "v3:RETREAT:reported"),
        ("hurt", "v4:ASSAULT:fact"),
        ("leave", "v5:AID:possible"),
    ]


def test_the_words_of_an_attribution_tell_which_it_is() -> None:
    assert [form for form, ids in with_mark("Cue") if ids == "a2"] == ["had", "told", "her"]
    assert ("Ostrand", "a4") in with_mark("Source")
    inner = [ids for form, ids in with_mark("Content") if form == "shells"]
    assert inner == ["a1,a2"]


def test_the_head_of_a_document_tells_what_the_ids_stand_for() -> None:
    first = read_back(analysed())[0].metadata
    assert first["newdoc id"] == analysed().reading.document.id
    assert first["event_v2"] == (
        "standing=denied; type=ASSAULT; vouched_for_by=drivers < The minister, Ilena Brask; denied_by=Ostrand"
    )
    assert first["attribution_a2"] == "attitude=assertion; in=a1; source=drivers"


def test_paragraphs_begin_where_lines_do() -> None:
    begins = [sentence.metadata for sentence in read_back(analysed()) if "newpar" in sentence.metadata]
    assert begins[0]["text"].startswith("Karvia accuses")
    assert begins[1]["text"].startswith("TELMARA")


def test_a_type_of_a_users_codebook_breaks_no_column() -> None:
    one = analysed()
    first, *others = one.reading.events
    events = (replace(first, type="SAY | DO:\tso"), *others)
    odd = replace(one, reading=replace(one.reading, events=events))
    marks = [word["misc"]["Event"] for word in words(odd) if "Event" in word["misc"]]
    assert marks[0] == "v1:SAY_DO_so:fact"


def test_a_document_is_given_whole_whatever_was_asked_for() -> None:
    assert words(replace(analysed(), chosen=frozenset({"c1"}))) == words(analysed())


def test_two_documents_are_told_apart() -> None:
    found = read_back(analysed(), analysed())
    assert sum("newdoc id" in sentence.metadata for sentence in found) == 2


def test_a_document_without_its_analysis_is_an_error(reading: Reading) -> None:
    with pytest.raises(ValueError, match="without its analysis"):
        list(write([Exported(reading)]))
