"""What a person corrected can be learned from."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.codebook import load_codebook
from sayso.ledger.choosing import choose
from sayso.ledger.deciding import about, decide
from sayso.ledger.ledger import Ledger
from sayso.ledger.stretches import stretch
from sayso.ledger.teaching import examples
from sayso.ledger.values import values_of
from sayso.schema.location import location_of
from sayso.schema.reading import Reading

PASSAGES = Path(__file__).parents[2] / "training" / "src" / "sayso_training" / "passages.py"


@pytest.fixture(scope="module")
def passages() -> ModuleType:
    """The reader of the training, which is a distribution of its own."""
    spec = importlib.util.spec_from_file_location("passages_of_training", PASSAGES)
    if not PASSAGES.exists() or spec is None or spec.loader is None:
        pytest.skip("training/ is not here, so nothing is known about what it reads")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@settings(deadline=None)
@given(
    text=st.text(st.sampled_from("ab#1 “’\n"), max_size=30), start=st.integers(0, 30), end=st.integers(0, 30)
)
def test_a_stretch_is_found_again_where_it_was(passages: ModuleType, text: str, start: int, end: int) -> None:
    told = stretch(text, start, end)
    if told is not None:
        begin, stop = passages.locate(text, told)
        assert text[begin:stop] == text[start:end].strip()
        assert begin == start + len(text[start:end]) - len(text[start:end].lstrip())


def test_a_corrected_passage_tells_what_was_coded_and_what_a_person_says(
    ledger: Ledger, readings: tuple[Reading, ...], passages: ModuleType, tmp_path: Path
) -> None:
    reading = readings[0]
    id = reading.document.id
    ledger.add(reading, location_of(reading.document, name="a.txt"), mark="one")
    event = reading.events[0]
    edited = choose(ledger, f"{id}:{event.id}")
    value = values_of(edited, ["type=aid"], load_codebook())
    decide(ledger, [about(edited, "edit", value)], by="anna")
    some = list(examples(ledger))
    assert len(some) == 1
    assert some[0]["text"] == reading.document.text[some[0]["start"] : some[0]["end"]]
    assert event.type in [one["type"] for one in some[0]["coded"]["events"]]
    assert "AID" in [one["type"] for one in some[0]["events"]]
    assert some[0]["corrections"][0]["coded"]["type"] == event.type
    assert some[0]["corrections"][0]["corrected"]["type"] == "AID"

    rest = [f"{id}:{one.id}" for one in reading.claims] + [f"{id}:{one.id}" for one in reading.events[1:]]
    decide(ledger, [about(choose(ledger, one), "accept") for one in rest], by="anna")
    every = list(examples(ledger))
    assert all(one["complete"] for one in every)
    file = tmp_path / "corrected.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in every), "utf-8")
    read = list(passages.read_passages(file))
    assert sum(len(one.said) for one in read) == len(reading.attributions)
    assert "AID" in [told.type for one in read for told in one.told]


def test_what_was_rejected_is_no_example(ledger: Ledger, readings: tuple[Reading, ...]) -> None:
    reading = readings[0]
    ledger.add(reading, location_of(reading.document, name="a.txt"), mark="one")
    claim = next(one for one in reading.claims if one.attribution)
    decide(ledger, [about(choose(ledger, f"{reading.document.id}:{claim.id}"), "reject")], by="anna")
    [example] = examples(ledger)
    assert claim.attribution in [one["id"] for one in example["coded"]["said"]]
    assert claim.attribution not in [one["id"] for one in example["said"]]
    assert [one["corrected"] for one in example["corrections"]] == [None]
