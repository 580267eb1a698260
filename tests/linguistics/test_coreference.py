"""Cases are sentences written for them, with trees as the encoder should see them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.linguistics.coreference import Coreference
from sayso.linguistics.syntax import Words
from sayso.schema.analysis import Analysis

from .trees import analysis, text_of, words_of

CASES = json.loads((Path(__file__).parent.parent / "cases" / "coreference.json").read_text("utf-8"))


def source_words(read: Analysis, phrase: str) -> Words:
    """A phrase of a case; a verb after it tells which place is meant ("Velde added")."""
    words = words_of(read, phrase)
    verbs = [at for at in range(*words) if read.upos[at] == "VERB"]
    return (words[0], verbs[0]) if verbs else words


@pytest.mark.parametrize("case", CASES, ids=[case["name"].replace(" ", "-") for case in CASES])
def test_a_phrase_stands_for(case: dict[str, Any]) -> None:
    read = analysis(case["trees"], case["names"])
    found = Coreference(read, [source_words(read, phrase) for phrase in case.get("sources", ())])
    for phrase, speaker, expected in case["expect"]:
        above = source_words(read, speaker) if speaker else None
        assert text_of(read, found.resolve(source_words(read, phrase), speaker=above)) == expected, phrase


def test_an_entity_is_named_by_its_phrase_and_by_what_a_pronoun_stands_for() -> None:
    case = CASES[0]
    read = analysis(case["trees"], case["names"])
    found = Coreference(read)
    he = words_of(read, "He")
    resolved = found.resolve(he)
    assert resolved is not None
    assert found.entity(he) is None
    assert found.entity(resolved) == "e1"


FORMS = "He/PRON she/PRON they/PRON who/PRON Dur/PROPN Ana/PROPN group/NOUN the/DET said/VERB officials/NOUN"
MARKS = "“/PUNCT ”/PUNCT two/NUM ORF/PROPN (/PUNCT and/CCONJ"
WORD = st.sampled_from(f"{FORMS} {MARKS}".split())
RELATION = st.sampled_from("nsubj obj conj appos flat acl:relcl det nummod root compound".split())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(WORD, st.integers(0, 30), RELATION), min_size=1, max_size=30))
def test_any_tree_is_read_without_an_error_and_twice_alike(words: list[tuple[str, int, str]]) -> None:
    # A head is any earlier word or none, so that the trees have no circles.
    rows = ((word, head % (at + 1), relation) for at, (word, head, relation) in enumerate(words))
    tree = " ".join(f"{word}/{head}/{relation}" for word, head, relation in rows)
    read = analysis([tree], {"Ana": "Person", "Dur": "Person", "ORF": "Organisation"})
    spans = [(at, at + 1) for at in range(len(read))]
    readings = [Coreference(read, spans) for _ in range(2)]
    answers = [[found.resolve(span, speaker=(0, 1)) for span in spans] for found in readings]
    assert answers[0] == answers[1]
    assert all(answer is None or 0 <= answer[0] < answer[1] <= len(read) for answer in answers[0])
