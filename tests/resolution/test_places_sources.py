"""The gazetteer is built from the same versions wherever they are named."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_the_extra_installs_what_the_compiler_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extra = {one for one in project["optional-dependencies"]["gazetteer"] if "==" in one}
    source = (ROOT / "resources" / "places" / "compile.py").read_text("utf-8")
    named = re.search(r"^PACKAGES = \{(.*)\}$", source, re.MULTILINE)
    assert named is not None
    assert extra == {"==".join(pair) for pair in re.findall(r'"([\w.]+)": "([\w.]+)"', named[1])}
