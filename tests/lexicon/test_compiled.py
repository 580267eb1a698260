"""The compiled tables are those of resources/lexicon, and every entry there is shown at work."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sayso.lexicon.agents import agents
from sayso.lexicon.cues import cues, find_cue
from sayso.lexicon.table import table

ROOT = Path(__file__).parent.parent.parent
WORD = re.compile(r"[\w'’-]+|[^\w\s]")


def compiler() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compile_lexicon", ROOT / "resources" / "compile.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


COMPILER = compiler()
CUE_GROUPS = [group for _, group in COMPILER.cue_groups()]
PHRASE_GROUPS = [g for name in ("agent_nouns", "source_modifiers", "hedges") for g in COMPILER.load(name)]


SHIPPED = {path.name: path.read_bytes() for path in COMPILER.COMPILED.glob("*.json")}


def test_the_compiled_tables_are_not_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(COMPILER, "COMPILED", tmp_path)
    assert COMPILER.main([]) == 0
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == SHIPPED != {}


def test_a_stale_table_fails_the_check_and_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, content in (SHIPPED | {"cues.json": b"{}"}).items():
        (tmp_path / name).write_bytes(content)
    monkeypatch.setattr(COMPILER, "COMPILED", tmp_path)
    assert COMPILER.main(["--check"]) == 1
    assert "cues.json is stale" in capsys.readouterr().err


def test_a_missing_table_names_the_generator() -> None:
    with pytest.raises(FileNotFoundError, match=re.escape("python resources/compile.py")):
        table("nonesuch")


@pytest.mark.parametrize("group", CUE_GROUPS, ids=lambda group: group["example"])
def test_each_group_of_cues_has_an_example_with_one_of_its_cues(group: dict[str, Any]) -> None:
    words = WORD.findall(group["example"])
    entries = {spelling for entry in group["entries"] for spelling in COMPILER.spellings(entry.lower())}
    found = [find_cue(words[at : at + 5]) for at in range(len(words))]
    found += [find_cue([word], upos=["ADJ"]) for word in words if group.get("kind") == "adjective"]
    assert any(match is not None and match.cue.phrase in entries for match in found)


@pytest.mark.parametrize("group", PHRASE_GROUPS, ids=lambda group: group["example"])
def test_each_group_of_nouns_and_modifiers_has_an_example(group: dict[str, Any]) -> None:
    example = group["example"].lower()
    forms = (
        form
        for entry in group["entries"]
        for single in entry.split("/")
        for form in (single, COMPILER.plural(single))
    )
    assert any(re.search(rf"(?<!\w){re.escape(form.lower())}(?!\w)", example) for form in forms)


@pytest.mark.parametrize("group", COMPILER.load("organisation_names"), ids=lambda group: group["example"])
def test_each_group_of_organisations_has_an_example(group: dict[str, Any]) -> None:
    names = (name for listed in group["entries"].values() for name in listed)
    assert any(name.lower() in group["example"].lower() for name in names)


def test_the_lexicon_knows_enough_cues_and_agents() -> None:
    assert len(cues()) >= 1_500
    assert len({agent.noun for agent in agents().values()}) >= 1_200


def test_every_country_of_the_standard_is_there() -> None:
    codes = set(COMPILER.load("countries")["countries"])
    assert len(codes) == 249
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)


def test_no_name_means_two_countries() -> None:
    seen: dict[str, str] = {}
    for code, row in COMPILER.load("countries")["countries"].items():
        for phrase in {
            phrase.lower() for column in row for entry in column for phrase in COMPILER.demonyms(entry)
        }:
            assert seen.setdefault(phrase, code) == code
