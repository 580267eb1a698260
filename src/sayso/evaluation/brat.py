"""PolNeAR's layout: brat standoff, `text/NAME.txt` beside `attributions/NAME_ANNOTATOR.ann`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from sayso.evaluation.errors import CorpusError
from sayso.evaluation.wordsets import ROLES, Relation, RoleName, Stretch

TEXT_BOUND = re.compile(r"(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t")
RELATION = re.compile(r"E\d+\t(Attribution\S*:T\d+(?: \S+:T\d+)*)\s*$")
ARGUMENT = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")


# One span as somebody marked it; where words between are left out it has several stretches.
Marked = tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One gold attribution.

    Attributes:
        spans: role -> its spans in the order of the annotation; a role may have none, or several.
    """

    spans: dict[RoleName, tuple[Marked, ...]]

    @property
    def relation(self) -> Relation:
        """The stretches of each role, sorted, whichever span they belong to."""
        source, cue, content = (tuple(sorted(chain(*self.spans[role]))) for role in ROLES)
        return Relation(source, cue, content)


@dataclass(frozen=True, slots=True)
class Annotated:
    """One text with its gold attributions, in the order of the file."""

    name: str
    text: str
    marked: tuple[Attribution, ...]

    @property
    def attributions(self) -> tuple[Relation, ...]:
        return tuple(one.relation for one in self.marked)


def read_split(folder: Path) -> Iterator[Annotated]:
    """The texts of a split in sorted order, each with its first annotator's attributions.

    Raises CorpusError where the folder is not laid out as PolNeAR is.
    """
    texts, annotations = folder / "text", folder / "attributions"
    if not texts.is_dir() or not annotations.is_dir():
        raise CorpusError(f"{folder} has no text/ and attributions/: give the folder of one PolNeAR split")
    names = {path.stem: path for path in sorted(texts.glob("*.txt"))}
    first = _first_annotators(annotations, names)
    for name, path in names.items():
        if name in first:
            # No newline translation: the offsets count the characters of the file as it is.
            with path.open(encoding="utf-8", newline="") as file:
                yield Annotated(name, file.read(), parse(first[name].read_text("utf-8")))


def _first_annotators(folder: Path, names: Container[str]) -> dict[str, Path]:
    """For each text name the first annotation file in sorted order (`NAME_6b86.ann`, or `NAME.ann`)."""
    found: dict[str, Path] = {}
    for path in sorted(folder.glob("*.ann")):
        name = path.stem if path.stem in names else path.stem.rpartition("_")[0]
        found.setdefault(name, path)
    return found


def parse(standoff: str) -> tuple[Attribution, ...]:
    """The attributions of one file; lines that are not well-formed brat are dropped."""
    spans: dict[str, Marked] = {}
    relations: list[str] = []
    for line in standoff.split("\n"):
        if bound := TEXT_BOUND.match(line):
            spans[bound[1]] = tuple(_stretch(part) for part in bound[2].split(";"))
        elif relation := RELATION.match(line):
            relations.append(relation[1])
    return tuple(_attribution(arguments, spans) for arguments in relations)


def _stretch(numbers: str) -> Stretch:
    start, end = numbers.split()
    return int(start), int(end)


def _attribution(arguments: str, spans: dict[str, Marked]) -> Attribution:
    found: defaultdict[str, list[Marked]] = defaultdict(list)
    for role, name in ARGUMENT.findall(arguments):
        if name in spans:
            found[role].append(spans[name])
    return Attribution({role: tuple(found[role]) for role in ROLES})
