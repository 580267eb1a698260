"""Agreement is counted in words, one to one, the best pairs first."""

from __future__ import annotations

from sayso.evaluation.agreement import count, pair, who_said_what
from sayso.evaluation.counts import Counts
from sayso.evaluation.wordsets import Relation, Said, WordGrid, all_said

TEXT = "The port is closed, the harbour master said. “It was mined,” Admiral Toth told a reporter."
GRID = WordGrid(TEXT)


def said(source: str, cue: str, *content: str) -> Said:
    """An attribution by its words in TEXT; "" leaves the role empty."""
    return GRID.said(Relation(place(source), place(cue), tuple(s for part in content for s in place(part))))


def place(words: str) -> tuple[tuple[int, int], ...]:
    return ((TEXT.index(words), TEXT.index(words) + len(words)),) if words else ()


HARBOUR = said("the harbour master", "said", "The port is closed")
ADMIRAL = said("Admiral Toth", "told a reporter", "It was mined")


def test_punctuation_and_quotation_marks_do_not_count() -> None:
    assert said("Admiral Toth", "told a reporter", "“It was mined,”") == ADMIRAL


def test_a_perfect_prediction_scores_everything() -> None:
    gold = [HARBOUR, ADMIRAL]
    assert {name: counts.f1 for name, counts in count(gold, gold).items()} == dict.fromkeys(
        count(gold, gold), 100
    )


def test_no_prediction_scores_nothing() -> None:
    assert {counts.f1 for counts in count([HARBOUR], []).values()} == {0.0}
    assert {counts.precision for counts in count([HARBOUR], []).values()} == {0.0}


def test_who_said_what_ignores_the_cue() -> None:
    other_cue = said("Admiral Toth", "said", "It was mined")
    assert count([ADMIRAL], [other_cue])["who_said_what"] == Counts(1, 1, 1)
    assert count([ADMIRAL], [other_cue])["full_overlap"] == Counts(0, 1, 1)


def test_a_source_where_there_is_none_is_wrong() -> None:
    reportedly = said("", "told", "It was mined")
    assert count([reportedly], [ADMIRAL])["who_said_what"] == Counts(0, 1, 1)


def test_half_the_source_is_enough_and_less_is_not() -> None:
    one_of_three = said("master", "said", "The port is closed")
    assert who_said_what(HARBOUR, one_of_three) == 1.0  # Dice of the source: 2 * 1 / (3 + 1)
    one_of_seven = said("master said. “It was mined,” Admiral", "said", "The port is closed")
    assert who_said_what(HARBOUR, one_of_seven) == 0.0


def test_each_attribution_is_matched_once() -> None:
    twice = [ADMIRAL, said("Toth", "told", "It was mined")]
    assert len(pair([ADMIRAL], twice, who_said_what)) == 1
    assert count([ADMIRAL], twice)["who_said_what"] == Counts(1, 2, 1)


def test_a_shared_source_is_one_span() -> None:
    second = said("Admiral Toth", "told", "mined")
    assert count([ADMIRAL, second], [ADMIRAL])["exact_source"] == Counts(1, 1, 1)
    assert count([ADMIRAL, second], [ADMIRAL])["exact_content"] == Counts(1, 1, 2)


def test_contents_in_several_stretches_are_one_set_of_words() -> None:
    assert said("", "said", "The port", "closed").content == said("", "said", "closed", "The port").content


def test_an_attribution_without_cue_and_content_is_dropped() -> None:
    assert all_said(GRID, [Relation(place("Admiral Toth"), (), ())]) == []
