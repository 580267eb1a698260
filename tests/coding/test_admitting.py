from __future__ import annotations

from typing import Any

import pytest

from sayso.coding.admitting import Admitting
from sayso.linguistics.coreference import Coreference
from sayso.linguistics.syntax import Syntax
from sayso.schema.analysis import Analysis
from sayso.schema.attribution import Attitude
from sayso.schema.event import Role
from tests.attribution.records import said, span
from tests.linguistics.trees import analysis, words_of

OWN = analysis(
    [
        "The/DET/2/det army/NOUN/3/nsubj said/VERB/0/root it/PRON/6/nsubj had/AUX/6/aux shelled/VERB/3/ccomp"
        " the/DET/8/det port/NOUN/6/obj ./PUNCT/3/punct"
    ],
    {},
)
OTHERS = analysis(
    [
        "The/DET/2/det army/NOUN/3/nsubj said/VERB/0/root rebels/NOUN/6/nsubj had/AUX/6/aux"
        " shelled/VERB/3/ccomp the/DET/8/det port/NOUN/6/obj ./PUNCT/3/punct"
    ],
    {},
)
MEN = analysis(
    [
        "The/DET/2/det army/NOUN/3/nsubj said/VERB/0/root its/PRON/5/nmod:poss troops/NOUN/7/nsubj"
        " had/AUX/7/aux shelled/VERB/3/ccomp the/DET/9/det port/NOUN/7/obj ./PUNCT/3/punct"
    ],
    {},
)
US = analysis(
    [
        "We/PRON/2/nsubj shelled/VERB/5/ccomp the/DET/4/det port/NOUN/2/obj said/VERB/0/root the/DET/7/det"
        " army/NOUN/5/nsubj ./PUNCT/5/punct"
    ],
    {},
)


def own(
    source: Analysis,
    actor: str,
    *,
    head: str | None = None,
    speaker: str = "The army",
    attitude: Attitude = "assertion",
    entities: tuple[str | None, str | None] = (None, None),
) -> bool:
    """Whether a speaker of the whole text tells of an actor's act; `entities` of actor and speaker."""
    syntax = Syntax(source)
    at = span(source.text, actor)
    kinds: dict[str, Any] = {"entity": entities[1]}
    role = Role(at.start, at.end, at.text, None, entities[0], None)
    chain = (said(source.text, speaker, "said", source.text, attitude=attitude, **kinds),)
    admitting = Admitting(syntax, Coreference(source, [], syntax=syntax))
    number = words_of(source, head or actor)[0]
    return admitting.is_own([(role, number)], chain, words_of(source, speaker))


def test_whoever_tells_of_their_own_act_admits_it() -> None:
    assert own(OWN, "it")
    assert own(MEN, "its troops", head="troops")
    assert own(US, "We", speaker="the army")


def test_one_entity_under_two_names_is_one() -> None:
    assert own(OTHERS, "rebels", entities=("e1", "e1"))


def test_an_act_of_others_is_no_admission() -> None:
    assert not own(OTHERS, "rebels")
    assert not own(OTHERS, "rebels", entities=("e1", "e2"))


def test_two_who_are_known_are_not_made_one_by_a_like_word() -> None:
    assert not own(OTHERS, "army", speaker="army", entities=("e1", "e2"))


@pytest.mark.parametrize("attitude", ["denial", "intention", "demand", "question", "no_comment"])
def test_only_who_vouches_for_it_admits_it(attitude: Attitude) -> None:
    assert not own(OWN, "it", attitude=attitude)


@pytest.mark.parametrize("attitude", ["assertion", "belief", "knowledge"])
def test_whoever_vouches_for_it_admits_it(attitude: Attitude) -> None:
    assert own(OWN, "it", attitude=attitude)


def test_without_a_chain_or_an_actor_there_is_nobody_to_admit_it() -> None:
    syntax = Syntax(OWN)
    admitting = Admitting(syntax, Coreference(OWN, [], syntax=syntax))
    assert not admitting.is_own([], (said(OWN.text, "army", "said", "it"),), words_of(OWN, "army"))
    assert not admitting.is_own([(Role(0, 3, "The", None, None, None), 0)], (), None)
