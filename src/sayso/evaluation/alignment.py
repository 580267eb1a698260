"""Which predicted word is which gold word, by the characters they cover (CoNLL 2018 shared task)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from sayso.evaluation.wordsets import Stretch


def solid(text: str) -> list[int]:
    """For each position of the text, how many characters that are not white space stand before it."""
    return [0, *accumulate(int(not character.isspace()) for character in text)]


def align(
    gold: Sequence[Stretch],
    multiword: Sequence[bool],
    gold_forms: Sequence[str],
    predicted: Sequence[Stretch],
    predicted_forms: Sequence[str],
) -> dict[int, int]:
    """Gold word -> predicted word.

    Words that cover the same characters are the same. Within a multi-word token ("don't"), whose
    words all cover the whole of it, forms decide: the longest common subsequence.

    Args:
        gold, predicted: (words,) half-open, ascending, counted in characters that are not white space.
        multiword: (gold words,) whether the word is part of a multi-word token.
    """
    pairs: dict[int, int] = {}
    i = j = 0
    while i < len(gold) and j < len(predicted):
        if multiword[i]:
            last = i + 1
            while last < len(gold) and multiword[last] and gold[last] == gold[i]:
                last += 1
            while j < len(predicted) and predicted[j][1] <= gold[i][0]:
                j += 1
            end = j
            while end < len(predicted) and predicted[end][0] < gold[i][1]:
                end += 1
            pairs |= _by_form(range(i, last), range(j, end), gold_forms, predicted_forms)
            i, j = last, end
        elif gold[i] == predicted[j]:
            pairs[i] = j
            i, j = i + 1, j + 1
        elif gold[i][0] <= predicted[j][0]:
            i += 1
        else:
            j += 1
    return pairs


def _by_form(
    gold: range, predicted: range, gold_forms: Sequence[str], predicted_forms: Sequence[str]
) -> dict[int, int]:
    """The longest common subsequence of lower-cased forms; a token has a handful of words."""
    best: dict[tuple[int, int], tuple[tuple[int, int], ...]] = {}
    for i in reversed(gold):
        for j in reversed(predicted):
            options = [best.get((i + 1, j), ()), best.get((i, j + 1), ())]
            if gold_forms[i].lower() == predicted_forms[j].lower():
                options.append(((i, j), *best.get((i + 1, j + 1), ())))
            best[i, j] = max(options, key=len)
    return dict(best.get((gold.start, predicted.start), ()))
