"""PolNeAR's layout: brat standoff, `text/NAME.txt` beside `attributions/NAME_ANNOTATOR.ann`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluation.errors import CorpusError
from sayso.evaluation.wordsets import ROLES, Relation, Stretch

TEXT_BOUND = re.compile(r"(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t")
RELATION = re.compile(r"E\d+\t(Attribution\S*:T\d+(?: \S+:T\d+)*)\s*$")
ARGUMENT = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")


@dataclass(frozen=True, slots=True)
class Annotated:
    """One text with its gold attributions, in the order of the file."""

    name: str
    text: str
    attributions: tuple[Relation, ...]


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


def parse(standoff: str) -> tuple[Relation, ...]:
    """The attributions of one file; lines that are not well-formed brat are dropped."""
    stretches: dict[str, list[Stretch]] = {}
    relations: list[str] = []
    for line in standoff.split("\n"):
        if bound := TEXT_BOUND.match(line):
            stretches[bound[1]] = [_stretch(part) for part in bound[2].split(";")]
        elif relation := RELATION.match(line):
            relations.append(relation[1])
    return tuple(_attribution(arguments, stretches) for arguments in relations)


def _stretch(numbers: str) -> Stretch:
    start, end = numbers.split()
    return int(start), int(end)


def _attribution(arguments: str, stretches: dict[str, list[Stretch]]) -> Relation:
    roles: defaultdict[str, list[Stretch]] = defaultdict(list)
    for role, name in ARGUMENT.findall(arguments):
        roles[role].extend(stretches.get(name, ()))
    source, cue, content = (tuple(sorted(roles[role])) for role in ROLES)
    return Relation(source, cue, content)
