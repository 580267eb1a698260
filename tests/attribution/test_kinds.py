"""What kind of source a phrase is."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.kinds import NOBODY, SourceKind, describe
from sayso.attribution.phrase import SourcePhrase
from sayso.schema.attribution import Affiliation, Identity
from sayso.schema.entity import EntityKind

CASES = "sources"
LABELS: dict[str, EntityKind] = {"P": "person", "O": "organisation", "L": "location", "N": "nationality"}
FIELDS = ("identity", "naming", "affiliation", "role")


def phrase_from(written: str, *, head: str | None = None, resolved: str | None = None) -> SourcePhrase:
    """A phrase from words with their labels behind a slash."""
    pairs = [token.partition("/")[::2] for token in written.split()]
    words = tuple(word for word, _ in pairs)
    return SourcePhrase(
        words,
        head=words.index(head) if head else None,
        labels=tuple(LABELS.get(label) for _, label in pairs),
        resolved=phrase_from(resolved) if resolved else None,
    )


def test_a_source_is_described_as_a_reader_would(case: dict[str, str]) -> None:
    phrase = phrase_from(case["phrase"], head=case.get("head"), resolved=case.get("resolved"))
    found = describe(
        phrase, cue_words=case.get("cue", "said").split(), context=case.get("context", "").split()
    )
    shown = {field: getattr(found, field) or "none" for field in FIELDS if field in case}
    assert shown == {field: case[field] for field in shown}


def test_no_words_are_nobody() -> None:
    assert describe(None) == describe(SourcePhrase(())) == NOBODY
    assert SourceKind("none_given", "implicit", "unknown", None) == NOBODY


def test_tags_keep_a_clause_from_lending_its_words() -> None:
    words = tuple("a woman captured by the Danish army".split())
    tags = ("DET", "NOUN", "VERB", "ADP", "DET", "ADJ", "NOUN")
    found = describe(SourcePhrase(words, upos=tags, head=1))
    assert (found.identity, found.affiliation) == ("unnamed_person", "public")


def test_asking_not_to_be_named_may_stand_behind_the_phrase() -> None:
    clerk = SourcePhrase(("a", "clerk"))
    assert (
        describe(clerk, context="speaking on strict condition of anonymity".split()).naming
        == "anonymous_on_request"
    )
    assert describe(clerk, context="said the name was odd".split()).naming == "described"


def test_a_phrase_says_which_of_its_rows_does_not_fit() -> None:
    with pytest.raises(ValueError, match="upos has 1 entries for 2 words"):
        SourcePhrase(("the", "mayor"), upos=("DET",))
    with pytest.raises(ValueError, match="head 2 is outside a phrase of 2 words"):
        SourcePhrase(("the", "mayor"), head=2)


WORDS = st.sampled_from(
    "the a UN officials , and of ' 's who said he president Ana Denmark ( ) — report US in for -".split()
)
TAGS = st.sampled_from(("NOUN", "PROPN", "VERB", "DET", "ADP", "PUNCT", "PRON", "ADJ"))
KINDS = st.sampled_from(("person", "organisation", "location", "nationality", None))


@given(st.lists(st.tuples(WORDS, TAGS, KINDS), min_size=1, max_size=8), st.data())
def test_any_words_get_a_description(
    rows: list[tuple[str, str, EntityKind | None]], data: st.DataObject
) -> None:
    words, tags, labels = (tuple(column) for column in zip(*rows, strict=True))
    head = data.draw(st.integers(0, len(words) - 1))
    found = describe(SourcePhrase(words, tags, head, labels))
    assert found.identity in get_args(Identity)
    assert found.affiliation in get_args(Affiliation)
