"""Who is to answer for an event, read off the tree."""

from __future__ import annotations

import pytest

from sayso.codebook import load_codebook
from sayso.coding.acting import Acting
from sayso.coding.agency import Agency
from sayso.coding.answering import Answering
from sayso.linguistics.syntax import Syntax
from tests.linguistics.trees import analysis

SHOT = "judges/NOUN/3/nsubj:pass were/AUX/3/aux:pass shot/VERB/0/root by/ADP/5/case"
NAMES = {"NF": "Organisation", "Tarsk": "Location"}


def answering(tree: str) -> tuple[Syntax, Answering, Acting]:
    found = analysis([tree], NAMES)
    syntax = Syntax(found)
    agency = Agency(found, syntax)
    acting = Acting(syntax, agency, load_codebook(None))
    return syntax, Answering(syntax, agency, acting), acting


def told(tree: str, word: str) -> tuple[list[str], str | None, str] | None:
    syntax, found, _ = answering(tree)
    at = [syntax.analysis.word(n) for n in range(len(syntax.analysis))].index(word)
    answer = found.of(at)
    if answer is None:
        return None
    cue = None if answer.cue is None else syntax.analysis.word(answer.cue)
    return [syntax.analysis.word(head) for head in answer.heads], cue, answer.stance


@pytest.mark.parametrize(
    ("tree", "word", "wanted"),
    [
        (
            "NF/PROPN/2/nsubj claimed/VERB/0/root responsibility/NOUN/2/obj for/ADP/6/case the/DET/6/det"
            " raid/NOUN/3/nmod ././PUNCT/2/punct",
            "raid",
            (["NF"], "claimed", "claimed"),
        ),
        (
            "NF/PROPN/2/nsubj claimed/VERB/0/root credit/NOUN/2/obj yesterday/NOUN/2/obl for/ADP/7/case"
            " the/DET/7/det raid/NOUN/2/obl",
            "raid",
            (["NF"], "claimed", "claimed"),
        ),
        (
            "NF/PROPN/2/nsubj denied/VERB/0/root responsibility/NOUN/2/obj for/ADP/6/case the/DET/6/det"
            " raid/NOUN/3/nmod",
            "raid",
            (["NF"], "denied", "denied"),
        ),
        (
            "police/NOUN/2/nsubj hold/VERB/0/root NF/PROPN/2/obj responsible/ADJ/2/xcomp for/ADP/7/case"
            " the/DET/7/det raid/NOUN/4/obl",
            "raid",
            (["NF"], "hold", "accused"),
        ),
        (
            "police/NOUN/2/nsubj hold/VERB/0/root NF/PROPN/2/obj responsible/ADJ/2/xcomp for/ADP/7/case"
            " the/DET/7/det raid/NOUN/2/obl",
            "raid",
            (["NF"], "hold", "accused"),
        ),
        (
            "NF/PROPN/3/nsubj is/AUX/3/cop responsible/ADJ/0/root for/ADP/6/case the/DET/6/det"
            " raid/NOUN/3/obl",
            "raid",
            (["NF"], None, "accused"),
        ),
        (
            "police/NOUN/2/nsubj blamed/VERB/0/root NF/PROPN/2/obj for/ADP/6/case the/DET/6/det"
            " raid/NOUN/2/obl",
            "raid",
            (["NF"], "blamed", "accused"),
        ),
        (
            "police/NOUN/2/nsubj blamed/VERB/0/root the/DET/4/det raid/NOUN/2/obj on/ADP/6/case"
            " NF/PROPN/2/obl",
            "raid",
            (["NF"], "blamed", "accused"),
        ),
        (
            "the/DET/2/det raid/NOUN/4/nsubj:pass was/AUX/4/aux:pass attributed/VERB/0/root to/ADP/6/case"
            " NF/PROPN/4/obl",
            "raid",
            (["NF"], "attributed", "accused"),
        ),
        (
            "the/DET/2/det raid/NOUN/0/root attributed/VERB/2/acl to/ADP/5/case NF/PROPN/3/obl",
            "raid",
            (["NF"], "attributed", "accused"),
        ),
        (
            "the/DET/2/det raid/NOUN/4/nsubj:pass was/AUX/4/aux:pass claimed/VERB/0/root by/ADP/6/case"
            " NF/PROPN/4/obl:agent",
            "raid",
            (["NF"], "claimed", "claimed"),
        ),
        (
            "NF/PROPN/5/nsubj is/AUX/5/cop behind/ADP/5/case the/DET/5/det raid/NOUN/0/root",
            "raid",
            (["NF"], None, "accused"),
        ),
    ],
)
def test_whoever_claims_it_or_is_accused_of_it_answers(
    tree: str, word: str, wanted: tuple[list[str], str | None, str]
) -> None:
    assert told(tree, word) == wanted


@pytest.mark.parametrize(
    "tree",
    [
        # nobody is named
        "nobody/PRON/2/nsubj claimed/VERB/0/root responsibility/NOUN/2/obj for/ADP/6/case the/DET/6/det"
        " raid/NOUN/3/nmod",
        # what the raid is blamed on cannot answer for it
        "they/PRON/2/nsubj blamed/VERB/0/root the/DET/4/det raid/NOUN/2/obj on/ADP/6/case hunger/NOUN/2/obl",
        "NF/PROPN/2/nsubj condemned/VERB/0/root the/DET/4/det raid/NOUN/2/obj",
        "police/NOUN/2/nsubj linked/VERB/0/root NF/PROPN/2/obj before/ADP/6/case the/DET/6/det"
        " raid/NOUN/2/obl",
    ],
)
def test_other_words_hold_nobody_to_account(tree: str) -> None:
    assert told(tree, "raid") is None


@pytest.mark.parametrize(
    ("tree", "word", "actor"),
    [
        (f"{SHOT} NF/PROPN/3/obl:agent", "shot", "NF"),
        (f"{SHOT} Friday/PROPN/3/obl", "shot", None),
        ("rebels/NOUN/2/nsubj shelled/VERB/0/root Tarsk/PROPN/2/obj", "shelled", "rebels"),
        ("bombs/NOUN/2/nsubj wrecked/VERB/0/root it/PRON/2/obj", "wrecked", None),
        (
            "rebels/NOUN/2/nsubj tried/VERB/0/root to/PART/4/mark seize/VERB/2/xcomp Tarsk/PROPN/4/obj",
            "seize",
            "rebels",
        ),
        (
            "kings/NOUN/2/nsubj ordered/VERB/0/root rebels/NOUN/2/obj to/PART/5/mark seize/VERB/2/xcomp"
            " it/PRON/5/obj",
            "seize",
            "rebels",
        ),
        (
            "rebels/NOUN/2/nsubj carried/VERB/0/root out/ADP/2/compound:prt the/DET/5/det raid/NOUN/2/obj",
            "raid",
            "rebels",
        ),
        (
            "a/DET/2/det raid/NOUN/0/root launched/VERB/2/acl by/ADP/5/case rebels/NOUN/3/obl:agent",
            "raid",
            "rebels",
        ),
        ("rebels/NOUN/2/nsubj survived/VERB/0/root the/DET/4/det raid/NOUN/2/obj", "raid", None),
    ],
)
def test_the_tree_tells_who_acts(tree: str, word: str, actor: str | None) -> None:
    syntax, _, acting = answering(tree)
    words = [syntax.analysis.word(n) for n in range(len(syntax.analysis))]
    found = acting.of(words.index(word), None)
    assert (None if found is None else words[found]) == actor
