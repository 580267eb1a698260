"""docs/api.md tells every address, and no other one; what it shows is what comes."""

from __future__ import annotations

import json
import re
from pathlib import Path

from starlette.testclient import TestClient

TEXT = (Path(__file__).parents[3] / "docs" / "api.md").read_text("utf-8")
ROW = re.compile(r"^\| `(GET|POST|PUT|DELETE) (/api/v1/\S+)` \|", re.MULTILINE)
ACTIONS = re.compile(r"^\| ((?:`\w+`(?:, )?)+) \|", re.MULTILINE)


def test_every_address_is_told(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    there = {(method.upper(), path) for path, methods in paths.items() for method in methods}
    assert set(ROW.findall(TEXT)) == there


def test_every_action_is_told(client: TestClient) -> None:
    schemas = client.get("/api/v1/openapi.json").json()["components"]["schemas"]
    bodies = ("Review", "Edit", "Merge", "Rate", "Assign", "Verdict")
    kinds = [schemas[body]["properties"]["action"] for body in bodies]
    known = {action for kind in kinds for action in kind.get("enum", [kind.get("const")])}
    told = {word for row in ACTIONS.findall(TEXT) for word in re.findall(r"\w+", row)}
    assert told == known


def test_a_problem_has_the_shape_that_is_shown(client: TestClient) -> None:
    (shown,) = re.findall(r"```json\n(.*?)\n```", TEXT, re.DOTALL)
    told = client.get("/api/v1/claims?colour=red").json()
    expected = json.loads(shown)
    assert (told["title"], told["status"]) == (expected["title"], expected["status"])
    assert told["detail"].startswith(expected["detail"].rstrip("…"))
