"""A small codebook of a user's own, and the program that compiles ours."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from sayso.codebook import Codebook, load_codebook

ROOT = Path(__file__).parent.parent.parent
FISHERIES = """\
name: Fisheries disputes
types:
  - name: INSPECT
    definition: Officers go on board a boat to look at catch, nets or papers.
    quad: material conflict
    examples: [Wardens boarded two trawlers off Selm.]
    modes:
      - name: boarding
        definition: On the boat itself.
        words: [on deck, ladder]
      - name: harbour
        definition: In port.
        words: [quay, harbour]
  - name: SHARE
    definition: Fleets divide a catch or a ground between them.
triggers:
  - {trigger: board, kind: verb, type: INSPECT, mode: boarding, weight: 0.7}
  - {trigger: inspection, kind: noun, type: INSPECT, roles: {of: recipient, on: theme}}
  - {trigger: divide/split, kind: verb, type: SHARE, particle: up, objects: [catch, quota], reciprocal: yes}
  - {trigger: overfly, kind: verb, type: INSPECT}
contexts:
  - {name: stocks, definition: How many fish are left., keywords: [overfishing], hints: [cod, quota]}
forms: {overflew: overfly}
"""


@pytest.fixture(scope="session")
def plover() -> Codebook:
    return load_codebook()


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a codebook's text to a file and gives its path."""

    def writing(text: str) -> Path:
        path = tmp_path / "mine.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return writing


@pytest.fixture
def fisheries(write: Callable[[str], Path]) -> Codebook:
    return load_codebook(write(FISHERIES))


@pytest.fixture(scope="session")
def compiler() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compile_codebook", ROOT / "resources" / "compile.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def sources(compiler: ModuleType) -> Codebook:
    """The YAML files in resources/codebook, read as a user's codebook is: with every field checked."""
    from sayso.codebook.building import build

    return build(compiler.codebook_sources(), "plover.json")
