"""How a document is sourced: the counts, and each flag raised and not raised."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from sayso.attribution.profile import profile
from sayso.schema.attribution import Attribution
from sayso.schema.document import Document, Passage
from sayso.schema.profile import Profile
from sayso.text.words import find_words

from .records import said, span

TEXT = (
    "Ana Toll said the road was mined. She added that drivers fled. Officials accused Karvia of it. "
    "A clerk thinks it will rain. The army claimed the hill. I believe nothing. “We believe it,” they said."
)
UNNAMED: dict[str, Any] = {"identity": "unnamed_person", "naming": "described"}
OFFICIALS: dict[str, Any] = {"identity": "unnamed_group", "naming": "collective", "affiliation": "government"}
NOBODY: dict[str, Any] = {"identity": "none_given", "naming": "implicit"}


def document(text: str = TEXT, *, passages: tuple[Passage, ...] = ()) -> Document:
    whole = (Passage("body", 0, len(text)),)
    return Document("d", None, None, None, (), None, "en", text, None, passages or whole)


def profiled(attributions: Sequence[Attribution], of: Document | None = None) -> Profile:
    of = of or document()
    return profile(of, attributions, (), [start for start, _ in find_words(of.text)])


def flags(*attributions: Attribution) -> dict[str, list[str]]:
    """The flags that are raised, with their evidence."""
    return {flag.flag: [at.text for at in flag.spans] for flag in profiled(attributions).flags}


def toll(**changes: Any) -> Attribution:
    return said(TEXT, "Ana Toll", "said", "the road was mined", **({"entity": "e1"} | changes))


def she(**changes: Any) -> Attribution:
    return said(TEXT, "She", "added", "drivers fled", **({"id": "a2", "entity": "e1"} | changes))


def officials(**changes: Any) -> Attribution:
    return said(TEXT, "Officials", "accused", "Karvia", **({"id": "a3"} | OFFICIALS | changes))


def clerk(**changes: Any) -> Attribution:
    return said(TEXT, "A clerk", "thinks", "it will rain", **({"id": "a4"} | UNNAMED | changes))


def test_values_are_counted_the_most_frequent_first() -> None:
    found = profiled([officials(), toll(), she()])
    assert found.attributions == 3
    assert list(found.identity.items()) == [("named_person", 2), ("unnamed_group", 1)]
    assert found.form == {"indirect": 3}


def test_the_share_counts_words_of_body_and_commentary_inside_contents() -> None:
    text = "Bridge closed. Toll said it fell. By Jane"
    cut = (Passage("headline", 0, 15), Passage("body", 15, 34), Passage("byline", 34, len(text)))
    of = document(text, passages=cut)
    assert profiled([said(text, "Toll", "said", "it fell")], of).attributed_share == 0.4
    comment = document(text, passages=(Passage("commentary", 0, 15), *cut[1:]))
    assert profiled([said(text, "Toll", "said", "it fell")], comment).attributed_share == 0.25


def test_a_text_without_words_has_a_share_of_nothing() -> None:
    assert profiled([], document("")).attributed_share == 0.0


def test_nothing_said_raises_nothing() -> None:
    assert flags() == {}


def test_all_claims_of_one_source_are_flagged_with_its_mentions() -> None:
    assert flags(toll(), she()) == {"single_source": ["Ana Toll", "She"]}


def test_a_resolved_mention_is_the_same_source() -> None:
    resolved = she(entity=None, resolved=span(TEXT, "Ana Toll"))
    assert "single_source" in flags(toll(entity=None), resolved)


def test_what_the_author_says_around_it_does_not_hide_that_a_source_is_alone() -> None:
    comment = said(TEXT, None, None, TEXT, id="a9")
    assert "single_source" in flags(comment, toll(parent="a9"), she(parent="a9"))


@pytest.mark.parametrize(
    "other",
    [
        officials(attitude="assertion"),
        she(entity=None),
        said(TEXT, None, "claimed", "the hill", id="a2", **NOBODY),
        she(parent="a1"),
        she(attitude="belief"),
    ],
    ids=["another", "a pronoun that stands for nobody", "no source", "hearsay", "no claim"],
)
def test_one_source_is_not_flagged_where_there_may_be_two_or_is_one_claim(other: Attribution) -> None:
    assert "single_source" not in flags(toll(), other)


def test_claims_of_nobody_named_are_flagged_and_a_name_ends_it() -> None:
    unnamed = clerk(attitude="assertion"), said(TEXT, None, "claimed", "the hill", id="a2", **NOBODY)
    assert flags(*unnamed)["all_unnamed"] == ["A clerk", "claimed"]
    assert "all_unnamed" not in flags(*unnamed, toll(id="a9"))
    assert "all_unnamed" not in flags(clerk(attitude="belief"))


def test_a_plural_without_names_is_flagged_where_it_claims() -> None:
    assert flags(officials())["plural_without_names"] == ["Officials"]
    assert "plural_without_names" not in flags(officials(attitude="demand"))
    assert "plural_without_names" not in flags(clerk(attitude="assertion"))


def test_opinion_of_somebody_unnamed_is_flagged_and_information_is_not() -> None:
    assert flags(clerk(attitude="belief"))["opinion_from_unnamed"] == ["A clerk"]
    assert "opinion_from_unnamed" not in flags(clerk(attitude="assertion"))
    assert "opinion_from_unnamed" not in flags(toll(attitude="belief"))


def test_the_author_who_believes_is_no_unnamed_source_but_somebody_quoted_is() -> None:
    author = said(TEXT, "I", "believe", "nothing", attitude="belief", **UNNAMED)
    quoted = said(TEXT, "We", "believe it", "it", id="a2", attitude="belief", **UNNAMED)
    assert flags(author) == {}
    assert flags(author, quoted)["opinion_from_unnamed"] == ["We"]


@pytest.mark.parametrize("affiliation", ["government", "military", "armed_group"])
def test_a_party_that_claims_is_flagged(affiliation: str) -> None:
    army = said(TEXT, "The army", "claimed", "the hill", affiliation=affiliation)
    assert flags(army)["party_to_conflict"] == ["The army"]


def test_a_party_that_demands_or_somebody_else_who_claims_is_not() -> None:
    demanding = said(TEXT, "The army", "claimed", "the hill", attitude="demand", affiliation="military")
    assert "party_to_conflict" not in flags(demanding)
    assert "party_to_conflict" not in flags(toll(affiliation="ngo"))


def test_an_accusation_without_an_answer_is_flagged() -> None:
    assert flags(officials())["no_denial_sought"] == ["accused"]


@pytest.mark.parametrize("answer", ["denial", "no_comment"])
def test_an_answer_or_its_refusal_ends_it(answer: str) -> None:
    assert "no_denial_sought" not in flags(officials(), she(attitude=answer))


@pytest.mark.parametrize(
    ("cue", "accuses"),
    [
        ("accused", True),
        ("was charged with", True),
        ("allegedly", True),
        ("made allegations", True),
        ("condemned", True),
        ("in charge", False),
        ("took charge", False),
        ("pledged allegiance", False),
        ("said", False),
    ],
)
def test_only_words_that_accuse_ask_for_an_answer(cue: str, accuses: bool) -> None:
    text = f"Toll {cue} it"
    found = profiled([said(text, "Toll", cue, "it")], document(text)).flags
    assert ("no_denial_sought" in {flag.flag for flag in found}) == accuses
