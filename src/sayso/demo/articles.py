"""The articles of the demo, as they lie in the package.

Three stories run through them. A ferry burns: one agency's account stands in four papers, the number of
dead changes, a ministry denies, two papers name each other as the source of a third thing. A village on a
border is shelled: each state accuses the other, an armed group claims what its leaders disown, and how many
died depends on whom one asks. Dockers strike, calmly told. No side is in the right by how it is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from sayso.inputs.item import Item

PLACE = "demo/"  # before the name of each file: where a ledger says that it has it from


def articles() -> Iterator[Item]:
    """One item to an article, in the order of their names."""
    folder = files("sayso.demo") / "articles"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".md"):
            yield Item(PLACE + file.name, content=file.read_text("utf-8"), kind="markdown")
