"""ARCHITECTURE.md is the contract; these tests read its tables and check the sources against them."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "sayso"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
HEAVY_ANYWHERE = (
    "torch",
    "onnxruntime",
    "trafilatura",
    "lxml",
    "rich",
    "typer",
    "jinja2",
    "numpy",
)


def table(kind: str) -> list[str]:
    blocks = dict(FENCE.findall((ROOT / "ARCHITECTURE.md").read_text("utf-8")))
    return [line for line in blocks[kind].splitlines() if line.strip()]


def layers() -> list[list[str]]:
    """Rooms from the top down; siblings share a line."""
    return [[room.strip() for room in line.split("|")] for line in table("layers")]


def modules() -> Iterator[tuple[str, Path]]:
    """Every module as its dotted name below sayso ("" is the front door itself)."""
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        yield ".".join(part for part in parts if part not in ("__init__", "__main__")), path


def imported(path: Path) -> Iterator[str]:
    """Every absolute dotted name that a module imports, wherever in the module the import stands."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; write the whole name"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def inner_imports() -> Iterator[tuple[str, str]]:
    """(importing module, imported name), both below sayso."""
    for module, path in modules():
        for name in imported(path):
            top, _, rest = name.partition(".")
            if top == "sayso" and module:
                yield module, rest


def upward() -> list[tuple[str, str]]:
    pairs = (line.split("->") for line in table("upward"))
    return [(importer.strip(), target.strip()) for importer, target in pairs]


def allowed(importer: str, target: str) -> bool:
    rank = {room: height for height, rooms in enumerate(layers()) for room in rooms}
    here, there = importer.split(".")[0], target.split(".")[0]
    return here == there or (there in rank and rank[here] < rank[there])


def test_every_room_stands_in_the_table_and_every_line_of_the_table_is_a_room() -> None:
    rooms = {module.split(".")[0] for module, _ in modules() if module}
    assert {room for line in layers() for room in line} == rooms


def test_imports_go_downward_only() -> None:
    wrong = [
        f"{importer} imports {target}"
        for importer, target in inner_imports()
        if target not in ("", "__version__")  # whatever is imported, the front door stands open already
        and not allowed(importer, target)
        and not any(importer == a and target.startswith(b) for a, b in upward())
    ]
    assert wrong == []


def test_every_upward_import_in_the_table_is_still_needed() -> None:
    for importer, target in upward():
        assert any(a == importer and b.startswith(target) for a, b in inner_imports()), (importer, target)


def test_heavy_libraries_stay_in_their_room() -> None:
    homes = {lib: room for line in table("heavy") for room, libs in [line.split(":")] for lib in libs.split()}
    strays = [
        f"{module} imports {name}"
        for module, path in modules()
        for name in imported(path)
        if (home := homes.get(name.split(".")[0])) and module.split(".")[0] != home
    ]
    assert strays == []


def test_nothing_in_the_package_imports_torch_or_training() -> None:
    tops = {name.split(".")[0] for _, path in modules() for name in imported(path)}
    assert not tops & {"torch", "training", "sayso_training"}


@pytest.mark.parametrize("module", ["sayso", "sayso.schema.reading"])
def test_importing_the_front_door_or_a_record_stays_light(module: str) -> None:
    heavy = [lib for lib in HEAVY_ANYWHERE if lib != "numpy"]
    program = f"import sys, {module}; print([lib for lib in {heavy!r} if lib in sys.modules])"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
