"""The notebooks of examples/ run from the first cell to the last, on the demo, and carry no outputs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import sayso

EXAMPLES = Path(__file__).parent.parent / "examples"
NAMES = sorted(path.name for path in EXAMPLES.glob("*.ipynb"))
NEEDED = ("nbclient", "nbformat", "ipykernel", "altair", "pandas")
SECONDS = 240  # that one cell may take on a busy machine


def _require() -> None:
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing and os.environ.get("SAYSO_CI"):
        pytest.fail(f"{', '.join(missing)} not installed, so nothing is known about the notebooks")
    if missing:
        pytest.skip(f"{', '.join(missing)} not installed")


@pytest.fixture(scope="module")
def kernel(demo_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One kernel for all of them, since each takes seconds to load its libraries; names do not stay."""
    _require()
    from jupyter_client.manager import KernelManager

    folder = tmp_path_factory.mktemp("notebooks")
    shutil.copy(demo_ledger, folder / "demo.ledger")
    package = str(Path(sayso.__file__).parent.parent)
    paths = os.pathsep.join([package, *filter(None, [os.environ.get("PYTHONPATH")])])
    settings = {"PYTHONPATH": paths, "IPYTHONDIR": str(folder / "ipython"), "HOME": str(folder)}
    manager = KernelManager(kernel_name="python3")
    manager.start_kernel(cwd=str(folder), env=os.environ | settings)
    yield manager
    manager.shutdown_kernel(now=True)


def outputs(kernel: Any, name: str) -> list[Any]:
    """What the cells of a notebook give; a cell that fails fails the test."""
    import nbformat
    from nbclient import NotebookClient

    book: Any = nbformat.read(EXAMPLES / name, as_version=4)  # type: ignore[no-untyped-call]
    nbformat.validate(book)
    reset = nbformat.v4.new_code_cell("%reset -f")  # type: ignore[no-untyped-call]
    book.cells.insert(0, reset)
    NotebookClient(book, km=kernel, timeout=SECONDS).execute()
    return [output for cell in book.cells for output in cell.get("outputs", ())]


def test_there_are_three() -> None:
    assert len(NAMES) == 3


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_runs_and_shows_a_chart(kernel: Any, name: str) -> None:
    found = outputs(kernel, name)
    kinds = {kind for output in found for kind in output.get("data", {})}
    assert any(kind.startswith("application/vnd.vegalite") for kind in kinds)
    pages = [output["data"].get("text/html", "") for output in found if "data" in output]
    assert not [page for page in pages if "<script" in page or "http" in page], "a notebook asks nobody"
    warned = [output.text for output in found if output.get("name") == "stderr"]
    assert warned == []


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_kept_without_outputs_and_without_a_machine(name: str) -> None:
    text = (EXAMPLES / name).read_text("utf-8")
    assert len(text) < 20_000
    assert '"outputs": []' in text
    assert text.count('"outputs": []') == text.count('"execution_count": null') == text.count('"code"')
    assert "/home/" not in text
