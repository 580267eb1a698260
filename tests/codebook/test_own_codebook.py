"""A codebook of the user's own is read without touching code, and refused in one clear sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.codebook import Codebook, CodebookError, load_codebook

Writing = Callable[[str], Path]
TYPE = "types: [{name: FISH, definition: Somebody fishes.}]\n"


def test_types_modes_and_quads_are_the_user_s(fisheries: Codebook) -> None:
    assert fisheries.name == "Fisheries disputes"
    assert [kind.name for kind in fisheries.types] == ["INSPECT", "SHARE"]
    assert fisheries.quad("INSPECT") == "material conflict"
    assert fisheries.quad("SHARE") is None
    assert [mode.name for mode in fisheries.modes("INSPECT")] == ["boarding", "harbour"]
    assert fisheries.cameo("INSPECT", "boarding") is None


def test_triggers_and_words_are_the_user_s(fisheries: Codebook) -> None:
    words = "The fleets split the quota up after an inspection of boats at the quay".split()
    assert [(at, t.type) for at, t in fisheries.scan(words)] == [(2, "SHARE"), (8, "INSPECT")]
    assert fisheries.mode_for("INSPECT", words) == "harbour"
    assert fisheries.contexts_for(["Overfishing"]) == ("stocks",)
    assert fisheries.triggers("attack", "noun") == ()


def test_prepositions_that_yaml_takes_for_booleans_stay_words(fisheries: Codebook) -> None:
    (inspection,) = fisheries.triggers("inspection", "noun")
    assert (inspection.role("on"), inspection.role("of"), inspection.weight) == ("theme", "recipient", 1.0)


def test_irregular_forms_and_light_verbs_of_english_need_not_be_listed_again(
    fisheries: Codebook, plover: Codebook, write: Writing
) -> None:
    assert fisheries.triggers_of("overflew", "verb")[0].type == "INSPECT"
    assert fisheries.light_verbs == plover.light_verbs
    own = load_codebook(write(TYPE + "triggers: [{trigger: catch, kind: verb, type: FISH}]\n"))
    assert own.triggers_of("caught", "verb")[0].type == "FISH"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "mine.yaml: should be a mapping with a list of types; it holds none"),
        ("- a\n", "mine.yaml: should be a mapping with a list of types; it holds none"),
        ("types: [", "mine.yaml: should be YAML, but cannot be read"),
        ("[" * 5000, "mine.yaml: should be YAML, but cannot be read"),
        ("name: x\n", "mine.yaml, types: should be a list with at least one type, and holds none"),
        ("types: FISH\n", "types should be a list, not 'FISH'"),
        ("types: [FISH]\n", "mine.yaml, type 1: should be a mapping with name, not 'FISH'"),
        ("types: [{name: FISH}]\n", "mine.yaml, type 1 (FISH): definition is missing and should be a text"),
        (
            "types: [{name: FISH, definition: x, quad: bad}]\n",
            "type 1 (FISH): quad should be one of verbal cooperation, material cooperation, verbal conflict, "
            "material conflict, not 'bad'",
        ),
        (
            "types: [{name: FISH, definition: x}, {name: FISH, definition: y}]\n",
            "type 2 (FISH): the name FISH is taken",
        ),
        (
            "types: [{name: FISH, definition: x, modes: [{name: net}]}]\n",
            "mine.yaml, type 1 (FISH), mode 1 (net): definition is missing and should be a text",
        ),
        (
            TYPE + "triggers: [{trigger: fish, kind: verb, type: FSIH}]\n",
            "mine.yaml, trigger 1 (fish): type should be one of FISH, not 'FSIH'",
        ),
        (
            TYPE + "triggers: [{trigger: fish, kind: verb, type: FISH, mode: net}]\n",
            "trigger 1 (fish): mode should be left out, for FISH has no modes, not 'net'",
        ),
        (
            TYPE + "triggers: [{trigger: fish, kind: adverb, type: FISH}]\n",
            "trigger 1 (fish): kind should be one of verb, noun, not 'adverb'",
        ),
        (
            TYPE + "triggers: [{trigger: fish, type: FISH}]\n",
            "trigger 1 (fish): kind is missing and should be one of verb, noun",
        ),
        (
            TYPE + "triggers: [{trigger: fish, kind: verb, type: FISH, weight: much}]\n",
            "trigger 1 (fish): weight should be a number from 0 to 1, not 'much'",
        ),
        (
            TYPE + "triggers: [{trigger: fish, kind: verb, type: FISH, weight: nan}]\n",
            "trigger 1 (fish): weight should be a number from 0 to 1, not 'nan'",
        ),
        (
            TYPE + "triggers: [{trigger: go fishing, kind: verb, type: FISH}]\n",
            "a verb should be one word, with the others as particle or objects, not 'go fishing'",
        ),
        (
            TYPE + "triggers: [{trigger: fish, kind: verb, type: FISH, roles: {with: friend}}]\n",
            "a role should be one of actor, recipient, both, theme, not 'friend'",
        ),
        (
            TYPE + "triggers: [{trigger: fish, kind: verb, type: FISH, exmaple: x}]\n",
            "trigger 1 (fish): there is no field 'exmaple'; the fields are example, kind",
        ),
        (
            TYPE + "triggers: [{trigger: fish, kind: verb, type: FISH, objects: {a: b}}]\n",
            "trigger 1 (fish): objects should be a list of texts, not {'a': 'b'}",
        ),
        (
            TYPE + "triggers: [{trigger: fish, kind: verb, type: FISH, reciprocal: maybe}]\n",
            "trigger 1 (fish): reciprocal should be true or false, not 'maybe'",
        ),
        (TYPE + "trigers: []\n", "mine.yaml, the top of the file: there is no field 'trigers'"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(write: Writing, text: str, sentence: str) -> None:
    with pytest.raises(CodebookError) as caught:
        load_codebook(write(text))
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_a_folder_and_other_bytes_are_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes("name: Fläche".encode("latin-1"))
    for name, reason in (("none.yaml", "No such file"), ("latin.yaml", "UTF-8"), (".", "directory")):
        with pytest.raises(CodebookError, match=reason):
            load_codebook(tmp_path / name)
