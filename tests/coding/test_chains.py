from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.coding.chains import Chains
from sayso.schema.attribution import Attribution
from sayso.schema.span import Span
from tests.attribution.records import said, span
from tests.coding.records import ids

TEXT = "The minister said drivers had told her that shells fell on the mill and that nobody was hurt."
WHAT = "drivers had told her that shells fell on the mill and that nobody was hurt"
OUTER = said(TEXT, "The minister", "said", WHAT)
INNER = said(TEXT, "drivers", "had told", "shells fell on the mill", id="a2", parent="a1")
stretches = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), min_size=1, max_size=8)


def around(known: list[Attribution], words: str) -> list[str]:
    at = span(TEXT, words)
    return ids(Chains(known).around(at.start, at.end))


def test_hearsay_comes_innermost_first() -> None:
    assert around([OUTER, INNER], "fell") == ["a2", "a1"]


def test_the_order_in_which_attributions_are_given_does_not_matter() -> None:
    assert around([INNER, OUTER], "fell") == ["a2", "a1"]


def test_what_only_the_outer_speaker_says_is_only_theirs() -> None:
    assert around([OUTER, INNER], "hurt") == ["a1"]


def test_a_word_outside_of_every_content_has_no_chain() -> None:
    assert around([OUTER, INNER], "minister") == []


def test_an_interrupted_content_holds_both_its_parts_and_not_what_is_between() -> None:
    broken = replace(INNER, content=(span(TEXT, "shells fell"), span(TEXT, "nobody was hurt")), parent=None)
    assert around([broken], "fell") == around([broken], "hurt") == ["a2"]
    assert around([broken], "mill") == []


def test_an_equal_content_stands_inside_its_parent() -> None:
    # "Reportedly, officials said" with one content
    same = replace(INNER, content=OUTER.content)
    assert around([OUTER, same], "fell") == ["a2", "a1"]


def test_contents_that_overlap_without_a_parent_all_count() -> None:
    other = replace(INNER, parent=None)
    assert around([OUTER, other], "fell") == ["a2", "a1"]


def test_a_parent_counts_even_where_its_own_content_leaves_the_word_out() -> None:
    cut = replace(OUTER, content=(span(TEXT, "drivers had told her"),))
    assert around([cut, INNER], "fell") == ["a2", "a1"]


def test_parents_that_go_round_in_a_circle_end() -> None:
    circle = [replace(OUTER, parent="a2"), INNER]
    assert around(circle, "fell") == ["a2", "a1"]


def test_a_parent_that_is_not_there_is_passed_over() -> None:
    assert around([INNER], "fell") == ["a2"]


@settings(max_examples=50, deadline=None)
@given(stretches, st.integers(0, 80))
def test_whoever_holds_a_word_is_in_its_chain_once(parts: list[tuple[int, int]], at: int) -> None:
    known = [
        replace(OUTER, id=f"a{n}", content=(Span.cut(TEXT, start, start + size),))
        for n, (start, size) in enumerate(parts, 1)
    ]
    in_cue = OUTER.cue is not None and OUTER.cue.start <= at < OUTER.cue.end
    holding = {one.id for one in known if one.content[0].start <= at < one.content[0].end and not in_cue}
    found = ids(Chains(known).around(at, at + 1))
    assert set(found) == holding
    assert len(found) == len(set(found))
