"""What is served is described, and what is described is served."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

from sayso.api.pages import ROUTERS

DOCS = (Path(__file__).parents[2] / "docs" / "workbench.md").read_text("utf-8")
NAMES = {"speakers": "Ilena Brask", "outlets": "The Telmara Courier", "places": "Telmara"}
PATHS = sorted({route.path for router in ROUTERS for route in router.routes if isinstance(route, Route)})


@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_in_the_docs(path: str) -> None:
    told = path.replace("{form}", "csv").replace("{id}", "ID").replace("{name:path}", "NAME")
    told = told.replace("/feeds/ID", "/feeds/TOKEN")
    assert re.search(rf"`{re.escape(told)}(?::\w+)?`", DOCS), told


def test_every_address_in_the_docs_is_answered(client: TestClient, document: str) -> None:
    told = {
        path
        for row in re.findall(r"^\| (`/.*?) \|", DOCS, re.MULTILINE)
        for path in re.findall(r"`(.*?)`", row)
    }
    assert len(told) >= len(PATHS)
    for path in told:
        if "TOKEN" in path or "/original" in path:
            continue  # of a token that was made, and of an original that is kept: tested with these
        there = path.replace("/entities/ID", "/entities/Ilena Brask").replace("ID", document)
        for room, name in NAMES.items():
            there = there.replace(f"/{room}/NAME", f"/{room}/{name}")
        assert client.get(there).status_code == 200, path
