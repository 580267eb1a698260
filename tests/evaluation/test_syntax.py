"""Trees are scored over aligned words; subtypes do not count, punctuation does."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from sayso.evaluation.alignment import align
from sayso.evaluation.conllu import Tree, Treebank, split_words
from sayso.evaluation.counts import Counts
from sayso.evaluation.syntax import compare, gold_words, predicted_words
from sayso.schema.analysis import Analysis, EventScores, Links

TREE = Tree(
    words=((0, 4), (5, 10), (5, 10), (11, 16), (16, 17)),
    multiword=(False, True, True, False, False),
    forms=("They", "do", "n't", "agree", "."),
    upos=("PRON", "AUX", "PART", "VERB", "PUNCT"),
    heads=(3, 3, 3, -1, 3),
    deprels=("nsubj:outer", "aux", "advmod", "root", "punct"),
)
DOCUMENT = Treebank("d", "They don't agree. Why? ", [TREE, Tree(
    words=((18, 21), (21, 22)), multiword=(False, False), forms=("Why", "?"),
    upos=("ADV", "PUNCT"), heads=(-1, 0), deprels=("root", "punct"),
)])  # fmt: skip
HEADS = (3, 3, 3, -1, 3, -1, 5)
RELATIONS = ("nsubj", "aux", "advmod", "root", "punct", "root", "punct")


def perfect() -> Analysis:
    """What an encoder that makes no mistake would give; it knows one subtype less."""
    bounds = np.array([place for tree in DOCUMENT.trees for place in split_words(tree)])
    return Analysis(
        text=DOCUMENT.text,
        starts=bounds[:, 0],
        ends=bounds[:, 1],
        sentences=np.array([[0, 5], [5, 7]]),
        upos=tuple(tag for tree in DOCUMENT.trees for tag in tree.upos),
        heads=np.array(HEADS),
        deprels=RELATIONS,
        mentions=(),
        roles=(),
        nested=(),
        content=np.zeros(len(bounds), np.float32),
        content_cue=Links(()),
        cue_source=Links(()),
        events=EventScores.none(len(bounds)),
    )


def scores(analysis: Analysis) -> dict[str, Counts]:
    gold, ours = gold_words(DOCUMENT), predicted_words(analysis)
    multiword = [shared for tree in DOCUMENT.trees for shared in tree.multiword]
    pairs = align(gold.places, multiword, gold.forms, ours.places, ours.forms)
    return compare(gold, ours, pairs, suffix="")


def test_no_mistake_scores_everything() -> None:
    assert scores(perfect()) == dict.fromkeys(("upos", "uas", "las"), Counts(7, 7, 7))
    assert predicted_words(perfect()).sentences == gold_words(DOCUMENT).sentences


def test_a_wrong_head_costs_both_scores_and_a_wrong_relation_one() -> None:
    wrong_head = replace(perfect(), heads=np.array((1, *HEADS[1:])))
    assert (scores(wrong_head)["uas"].matched, scores(wrong_head)["las"].matched) == (6, 6)
    wrong_relation = replace(perfect(), deprels=("obj", *RELATIONS[1:]))
    assert (scores(wrong_relation)["uas"].matched, scores(wrong_relation)["las"].matched) == (7, 6)


def test_a_root_is_right_only_as_a_root() -> None:
    rootless = replace(perfect(), heads=np.array((*HEADS[:3], 4, *HEADS[4:])))
    assert scores(rootless)["uas"].matched == 6


def test_an_unknown_word_is_wrong_on_its_side_and_for_those_that_hang_on_it() -> None:
    whole = perfect()
    without_agree = replace(
        whole,
        starts=np.delete(whole.starts, 3),
        ends=np.delete(whole.ends, 3),
        upos=(*whole.upos[:3], *whole.upos[4:]),
        heads=np.array((-1, 0, 0, 0, -1, 4)),
        deprels=(*RELATIONS[:3], *RELATIONS[4:]),
        sentences=np.array([[0, 4], [4, 6]]),
    )
    assert scores(without_agree) == {"upos": Counts(6, 6, 7), "uas": Counts(2, 6, 7), "las": Counts(2, 6, 7)}


def test_the_words_of_a_multiword_token_share_its_characters_out() -> None:
    assert [DOCUMENT.text[start:end] for start, end in split_words(TREE)] == [
        "They",
        "do",
        "n't",
        "agree",
        ".",
    ]


def test_sentences_match_by_their_characters() -> None:
    merged = replace(perfect(), sentences=np.array([[0, 7]]))
    assert predicted_words(merged).sentences & gold_words(DOCUMENT).sentences == frozenset()
