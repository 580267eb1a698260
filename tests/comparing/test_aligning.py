import time

from hypothesis import given
from hypothesis import strategies as st

from sayso.comparing.aligning import LEAST, Match, align

texts = st.lists(st.sampled_from("abcdefghijkl"), max_size=80)


def numbered(first: int, last: int) -> list[str]:
    return [f"w{number}" for number in range(first, last)]


def test_equal_texts_are_one_stretch() -> None:
    assert align(numbered(0, 50), numbered(0, 50)) == (Match(0, 50, 0, 50, 50),)


def test_a_changed_word_does_not_end_a_stretch() -> None:
    edited = [*numbered(0, 20), "other", *numbered(21, 40)]
    assert align(numbered(0, 40), edited) == (Match(0, 40, 0, 40, 39),)


def test_words_put_in_do_not_end_a_stretch() -> None:
    longer = [*numbered(0, 20), "as", "is", "known", *numbered(20, 40)]
    assert align(numbered(0, 40), longer) == (Match(0, 40, 0, 43, 40),)


def test_swapped_paragraphs_are_two_stretches() -> None:
    swapped = [*numbered(20, 40), *numbered(0, 20)]
    assert align(numbered(0, 40), swapped) == (Match(0, 20, 20, 40, 20), Match(20, 40, 0, 20, 20))


def test_a_shared_phrase_is_too_short() -> None:
    assert align([*numbered(0, 20), *"the ministry of transport said".split()],
                 ["so", *"the ministry of transport said".split(), *numbered(50, 70)]) == ()  # fmt: skip


@given(texts, texts)
def test_alignment_is_the_same_from_either_side(a: list[str], b: list[str]) -> None:
    assert align(a, b) == tuple(sorted(match.turned for match in align(b, a)))


@given(texts, texts, st.integers(0, 40))
def test_no_word_stands_in_two_stretches_and_each_stretch_is_half_equal(
    a: list[str], b: list[str], cut: int
) -> None:
    found = align(a, [*b[:cut], *a, *b[cut:]])
    in_a = [at for match in found for at in range(match.a_start, match.a_end)]
    in_b = [at for match in found for at in range(match.b_start, match.b_end)]
    assert len(in_a) == len(set(in_a))
    assert len(in_b) == len(set(in_b))
    assert all(match.same >= max(LEAST, (match.a_end - match.a_start) / 2) for match in found)


def test_time_grows_with_the_words_alone() -> None:
    def seconds(count: int) -> float:
        text = numbered(0, count)
        edited = [word if at % 10 else "other" for at, word in enumerate([*text[count // 2 :], *text])]
        began = time.process_time()
        assert align(text, edited)
        return time.process_time() - began

    assert seconds(40_000) < 12 * max(seconds(10_000), 0.02)


def test_a_text_that_repeats_itself_ends_too() -> None:
    began = time.process_time()
    align(["drum", "beat"] * 50_000, ["drum", "beat"] * 49_999)
    assert time.process_time() - began < 20
