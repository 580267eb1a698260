"""The compiled actor tables: enough in them, nothing said twice, every group with an example."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from sayso.resolution.codes import country_codes, sector_codes
from sayso.resolution.tables import table
from sayso.resolution.wording import key, words
from tests.lexicon.test_compiled import COMPILER

DATA = Path(__file__).parent.parent.parent / "src" / "sayso" / "resolution" / "data"
GROUPS = [*COMPILER.load_actors("agents"), *COMPILER.load_actors("organisations")]


def entries(group: dict[str, Any]) -> list[str]:
    listed = group["entries"]
    return listed if isinstance(listed, list) else [name for names in listed.values() for name in names]


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group["example"])
def test_each_group_has_an_example_with_one_of_its_entries(group: dict[str, Any]) -> None:
    forms = {form for entry in entries(group) for form in (*entry.split("/"), entry.split("/")[0] + "s")}
    example = group["example"].lower()
    assert any(re.search(rf"(?<!\w){re.escape(form.lower())}(?!\w)", example) for form in forms)


@pytest.mark.parametrize("group", COMPILER.load_actors("modifiers"), ids=lambda group: group["where"])
def test_each_list_of_modifiers_has_an_example(group: dict[str, Any]) -> None:
    listed = group.get("words") or [word for found in group["sectors"].values() for word in found]
    said = {word.key for word in words(group["example"])}
    said |= {word.removesuffix("s") for word in said}
    assert said & set(map(key, listed))


def test_enough_agent_nouns_are_known() -> None:
    assert sum(len(group["entries"]) for group in COMPILER.load_actors("agents")) >= 1_500


def test_no_agent_noun_repeats_what_its_affiliation_tells() -> None:
    sectors, _ = COMPILER.by_affiliation()
    told = {entry.split("/")[0]: (codes, weak) for entry, codes, weak in COMPILER.people_of_lexicon(sectors)}
    said = {entry.split("/")[0]: (codes, weak) for entry, codes, weak in COMPILER.agent_rows()}
    assert [noun for noun in said if told.get(noun) == said[noun]] == []


def test_every_code_in_the_tables_is_one_that_sayso_knows() -> None:
    names, people = table("actor_names"), table("actor_people")["people"]
    countries = (
        {row[1] for row in names["entities"]}
        | {row[0] for row in names["groups"]}
        | {row[1] for row in people}
    )
    countries |= {code for row in table("actor_countries")["phrases"].values() for code in row.split()[1:]}
    assert countries - {""} <= country_codes()
    sectors = {code for codes, _ in table("actor_agents")["groups"] for code in codes.split()}
    sectors |= {code for _, _, terms in people for term in terms for code in term[2].split()}
    sectors |= {code for row in names["entities"] for code in row[2].split()}
    sectors |= {code for _, codes, _ in names["groups"] for code in codes.split()}
    assert sectors <= set(sector_codes())


def test_the_tables_are_small() -> None:
    assert sum(path.stat().st_size for path in DATA.glob("actor_*.json*")) < 1_500_000
