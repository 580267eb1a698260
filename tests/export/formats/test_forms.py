"""The list of formats: each has its module, and each says what is missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sayso.export.formats import FORMS, ExportError, Form, writer
from tests.export.formats.given import border

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "src" / "sayso" / "export" / "formats"


@pytest.mark.parametrize("name", FORMS)
def test_every_format_has_its_module_and_its_page(name: str) -> None:
    assert callable(writer(name))
    pages = [path.read_text("utf-8") for path in (ROOT / "docs" / "exports").glob("*.md")]
    assert any(f"--to {name}" in page for page in pages), f"no page of docs/exports shows --to {name}"


def test_every_module_is_a_format() -> None:
    modules = {path.stem for path in FOLDER.glob("*.py")} - {"__init__"}
    assert modules == {form.module for form in FORMS.values()}


@pytest.mark.parametrize("name", [name for name, form in FORMS.items() if not form.analysed])
def test_every_format_writes_something_of_a_document_and_is_text_where_it_says_so(name: str) -> None:
    written = b"".join(writer(name)([border()]))
    if FORMS[name].binary:
        assert b"\x00" in written
    else:
        assert "\x00" not in written.decode("utf-8")


def test_a_library_that_is_missing_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for module in [one for one in sys.modules if one.startswith("sayso.export.")]:
        if module.endswith((".arrow", ".formats.parquet")):
            monkeypatch.delitem(sys.modules, module)
    with pytest.raises(ExportError, match=r"parquet needs pyarrow.*pip install 'sayso\[parquet\]'"):
        writer("parquet")


def test_a_module_of_ours_that_is_missing_is_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = {"none": Form("nowhere", "", "", "", extra="parquet")}
    monkeypatch.setattr("sayso.export.formats.FORMS", gone)
    with pytest.raises(ModuleNotFoundError):
        writer("none")


def test_the_list_of_formats_loads_none_of_their_libraries() -> None:
    heavy = ("pyarrow", "networkx", "numpy", "sqlalchemy", "jinja2")
    program = f"import sys, sayso.export.formats; print([one for one in {heavy} if one in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
