"""docs/exports: what a page shows is what the format writes of the article that it names."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from sayso.export.exported import Exported
from sayso.export.formats import writer
from sayso.schema.correction import Correction
from tests.export.formats.given import CHECKED, ROOT, border, whole

PAGES = ROOT / "docs" / "exports"
FORMATS = ("stix", "ftm", "schemaorg", "annotations")
SHOWN = re.compile(r"^```(json|turtle)\n(.*?)^```", re.DOTALL | re.MULTILINE)


def shown(page: str, kind: str) -> list[str]:
    text = (PAGES / f"{page}.md").read_text("utf-8")
    return [block for language, block in SHOWN.findall(text) if language == kind]


@cache
def judged() -> Exported:
    """The article with the verdict that a page gives."""
    document, claim = border().reading.document.id, border().reading.claims[1]
    value = {"verdict": "Not shown", "url": CHECKED}
    target = {"record": claim.id, "content": [[0, 1]], "cue": None}
    one = Correction("claim", "verdict", document, target, value, "Ada Lind", "2025-04-05T10:00:00.000000Z")
    return replace(border(), corrections=(one,), about={one.id: claim.id})


@cache
def objects(form: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for one in (border(), judged()):
        told = whole(writer(form), one)
        if form == "ftm":
            found += [json.loads(line) for line in told.splitlines()]
        else:
            read = json.loads(told)
            found += next(value for value in read.values() if isinstance(value, list) and len(value) > 5)
    return found


def holds(written: Any, part: Any) -> bool:
    """Whether a part was written: of an object some fields, of a list all."""
    if isinstance(part, dict) and isinstance(written, dict):
        return all(name in written and holds(written[name], value) for name, value in part.items())
    if isinstance(part, list) and isinstance(written, list):
        return len(part) == len(written) and all(map(holds, written, part))
    return bool(written == part)


@pytest.mark.parametrize("form", FORMATS)
def test_every_object_that_a_page_shows_is_written(form: str) -> None:
    blocks = shown(form, "json")
    assert blocks
    for block in blocks:
        part = json.loads(block)
        assert any(holds(written, part) for written in objects(form)), block


def test_the_turtle_that_a_page_shows_is_written() -> None:
    blocks, told = shown("prov", "turtle"), whole(writer("prov-turtle"), border())
    assert len(blocks) == 2
    for block in blocks:
        assert block in told


def test_a_part_that_was_not_written_is_noticed() -> None:
    assert not any(holds(written, {"opinion": "neutral"}) for written in objects("stix"))
    assert not holds({"a": [1, 2]}, {"a": [1]})


@pytest.mark.parametrize(("page", "terms"), [("prov", r"sayso:([a-z]\w*)")])
def test_a_page_names_every_term_that_is_written(page: str, terms: str) -> None:
    told = whole(writer("prov-turtle"), judged())
    written = set(re.findall(r"^    sayso:([a-z]\w*)", told, re.MULTILINE))
    unsaid = {"kind", "start", "end", "type", "mode", "cue", "action"}
    assert written - unsaid <= set(re.findall(terms, (PAGES / f"{page}.md").read_text("utf-8")))
