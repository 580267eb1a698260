"""docs/codebook.md is run: its example loads, and the refusal it shows is the one that comes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sayso.codebook import CodebookError, load_codebook

TEXT = (Path(__file__).parent.parent.parent / "docs" / "codebook.md").read_text("utf-8")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
BLOCKS = dict(BLOCK.findall(TEXT))
EXAMPLE, REFUSAL = BLOCKS["yaml"], BLOCKS[""]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "fisheries.yaml"
    path.write_text(EXAMPLE, encoding="utf-8")
    return path


def test_the_example_loads_and_its_triggers_are_found_in_their_examples(path: Path) -> None:
    codebook = load_codebook(path)
    for trigger in codebook.entries:
        found = {one.example for _, one in codebook.scan((trigger.example or "").rstrip(".").split())}
        assert trigger.example in found


def test_the_refusal_shown_is_the_one_that_comes(path: Path) -> None:
    wrong = EXAMPLE.replace("kind: noun\n    type: INSPECT", "kind: noun\n    type: INSPET")
    path.write_text(wrong, encoding="utf-8")
    with pytest.raises(CodebookError) as caught:
        load_codebook(path)
    assert str(caught.value) == REFUSAL.strip()


def test_every_field_of_a_trigger_is_explained(path: Path) -> None:
    path.write_text(EXAMPLE.replace("weight: 0.7", "wait: 0.7"), encoding="utf-8")
    with pytest.raises(CodebookError) as caught:
        load_codebook(path)
    fields = str(caught.value).rpartition("the fields are ")[2].split(", ")
    assert "weight" in fields
    assert [field for field in fields if f"`{field}`" not in TEXT] == []
