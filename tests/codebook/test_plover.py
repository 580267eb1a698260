"""The codebook that comes with sayso: complete, consistent, and every entry shown at work."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from sayso.codebook import Codebook, Trigger

WORD = re.compile(r"[\w'’]+(?:-[\w'’]+)*|[^\w\s]")
QUADS = {
    "verbal cooperation": ["AGREE", "CONSULT", "SUPPORT", "CONCEDE"],
    "material cooperation": ["COOPERATE", "AID", "RETREAT"],
    "verbal conflict": ["REQUEST", "ACCUSE", "REJECT", "THREATEN"],
    "material conflict": ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"],
}
# CAMEO had no code of its own for leaving office; coders used the one for giving in to the demand.
WITHOUT_CODE = ("RETREAT", "resign")
ENOUGH_TRIGGERS = 900


def words(sentence: str) -> list[str]:
    return WORD.findall(sentence)


def shows(book: Codebook, trigger: Trigger) -> bool:
    """Whether the example holds the trigger, in this spelling or in another one of the same entry."""
    found = [one for _, one in book.scan(words(trigger.example or ""))]
    return any(one.example == trigger.example and one.type == trigger.type for one in found)


def test_what_is_compiled_is_what_the_checked_sources_say(plover: Codebook, sources: Codebook) -> None:
    bare = tuple(replace(trigger, example=None) for trigger in sources.entries)
    assert plover.entries == bare
    for name in ("types", "contexts", "sectors", "light_verbs", "_cameo", "irregular"):
        assert getattr(plover, name) == getattr(sources, name)


def test_each_type_stands_in_its_quad_category(plover: Codebook) -> None:
    assert {kind.name: kind.quad for kind in plover.types} == {
        name: quad for quad, names in QUADS.items() for name in names
    }


def test_each_trigger_is_found_in_its_example(sources: Codebook) -> None:
    assert [t for t in sources.entries if not shows(sources, t)] == []


def test_there_are_triggers_enough_verbs_and_nouns_for_every_type(sources: Codebook) -> None:
    assert len({trigger.example for trigger in sources.entries}) >= ENOUGH_TRIGGERS
    counts = Counter((trigger.type, trigger.kind) for trigger in sources.entries)
    for kind in sources.types:
        assert counts[kind.name, "verb"] >= 20
        assert counts[kind.name, "noun"] >= 8


def test_no_entry_stands_there_twice(plover: Codebook) -> None:
    keys = Counter((t.lemma, t.kind, t.type, t.before, t.particle, t.objects) for t in plover.entries)
    assert [key for key, count in keys.items() if count > 1] == []


def test_each_mode_is_told_by_the_words_of_its_example(plover: Codebook) -> None:
    for kind in plover.types:
        for mode in kind.modes:
            assert plover.mode_for(kind.name, words(mode.example or "")) == mode.name, mode.example


def test_each_context_is_told_by_the_words_of_its_example(plover: Codebook) -> None:
    for context in plover.contexts:
        assert context.name in plover.contexts_for(words(context.example or "")), context.example


def test_a_cameo_code_written_for_an_event_leads_back_to_its_type(plover: Codebook) -> None:
    for kind in plover.types:
        for mode in (None, *(mode.name for mode in kind.modes)):
            code = plover.cameo(kind.name, mode)
            assert code is not None
            back = plover.from_cameo(code)
            assert back is not None
            assert back.type == kind.name or (kind.name, mode) == WITHOUT_CODE


def test_a_mode_has_its_own_intensity_and_else_that_of_its_type(plover: Codebook) -> None:
    assert plover.intensity("CONSULT") == 2.5
    assert plover.intensity("CONSULT", "visit") == plover.intensity("CONSULT", "multilateral") == 4
    assert plover.intensity("CONSULT", "no such mode") == 2.5
    assert plover.intensity("FLOOD") is None


def test_every_cameo_code_names_contexts_that_exist(plover: Codebook) -> None:
    known = {context.name for context in plover.contexts}
    assert {name for one in plover._cameo.values() for name in one.contexts} <= known


@pytest.mark.parametrize("code", ["010", "023", "999", "", "3"])
def test_statements_and_what_is_no_code_have_no_counterpart(plover: Codebook, code: str) -> None:
    assert plover.from_cameo(code) is None


def test_sectors_are_the_25_codes_of_three_letters(plover: Codebook) -> None:
    assert len({one.code for one in plover.sectors}) == len(plover.sectors) == 25
    sector = plover.sector("REB")
    assert sector is not None
    assert sector.name == "rebels"
    assert plover.sector("XXX") is None
