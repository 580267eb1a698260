"""The answer keys of MUC-4: which organisations a text holds answerable for violence, and on what ground.

A key is a list of templates, one for each incident of a text, with numbered slots. Slot 10 names the
organisations, slot 11 says of each how the text presents its part:

    0.  MESSAGE: ID                     TST9-MUC4-0001
    10. PERP: ORGANIZATION ID           "NORTHERN FRONT" / "NF"
                                        "COAST GUARD"
    11. PERP: ORGANIZATION CONFIDENCE   CLAIMED OR ADMITTED / REPORTED AS FACT: "NORTHERN FRONT" / "NF"
                                        POSSIBLE: "COAST GUARD"

`/` parts what is equally right, `?` marks what need not be found, `-` and `*` stand for nothing, `;` begins
a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

Confidence = Literal[
    "REPORTED AS FACT",
    "SUSPECTED OR ACCUSED",
    "SUSPECTED OR ACCUSED BY AUTHORITIES",
    "CLAIMED OR ADMITTED",
    "POSSIBLE",
    "ACQUITTED",
]
CONFIDENCES: dict[str, Confidence] = {name: name for name in get_args(Confidence)}

_ID, _ORGANISATION, _CONFIDENCE = "MESSAGE: ID", "PERP: ORGANIZATION ID", "PERP: ORGANIZATION CONFIDENCE"
_SLOT = re.compile(rf"\s*\d+\.\s+(?:(?P<name>{_ID}|{_ORGANISATION}|{_CONFIDENCE})(?!\S))?(?P<fill>.*)")
_TOKEN = re.compile(r'"(?P<quoted>(?:\\.|[^"\\])*)"|(?P<mark>[/:?();])|(?P<bare>[^"/:?();]+)')
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Label:
    """What the key says of one organisation in one text.

    Attributes:
        names: what it may be called, as `plain_name` gives them.
        confidences: each of them is right; several where the key leaves a choice or where the incidents of
            a text differ, for a label is asked for the organisation and not for one incident.
    """

    names: frozenset[str]
    confidences: frozenset[Confidence]


@dataclass(slots=True)
class _Template:
    document: str
    organisations: list[str] = field(default_factory=list)
    confidences: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Fill:
    """One line of a slot.

    Attributes:
        qualifiers: the alternatives in front of a colon, if there is one.
        names: the alternatives behind it, as `plain_name` gives them.
        optional: whether the line need not be found.
    """

    qualifiers: tuple[str, ...]
    names: frozenset[str]
    optional: bool


def plain_name(text: str) -> str:
    """The words of a name, parted by single spaces, in small letters, without an article in front."""
    words = _WORD.findall(text.casefold())
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def read_keys(text: str) -> dict[str, tuple[Label, ...]]:
    """Id of a text -> what the key says of its organisations; texts without any are there with none."""
    by_document: dict[str, list[Label]] = {}
    for template in _templates(text):
        by_document.setdefault(template.document, []).extend(_labels(template))
    return {document: tuple(_joined(labels)) for document, labels in by_document.items()}


def _templates(text: str) -> Iterator[_Template]:
    template, slot = None, None
    for line in text.splitlines():
        if line.lstrip().startswith(";"):
            continue
        match = _SLOT.match(line)
        slot = match["name"] if match else slot if line.strip() else None
        fill = match["fill"] if match else line
        if match and slot == _ID:
            if template:
                yield template
            template = _Template((fill.split() or [""])[0])
        elif template and slot == _ORGANISATION:
            template.organisations.append(fill)
        elif template and slot == _CONFIDENCE:
            template.confidences.append(fill)
    if template:
        yield template


def _labels(template: _Template) -> Iterator[Label]:
    """The labels of one incident; what is optional in either slot is left out."""
    named = [read_fill(line) for line in template.organisations]
    for fill in map(read_fill, template.confidences):
        same = [other for other in named if other.names & fill.names]
        confidences = frozenset(CONFIDENCES[name] for name in fill.qualifiers if name in CONFIDENCES)
        if fill.names and confidences and not any(one.optional for one in (fill, *same)):
            yield Label(fill.names.union(*(other.names for other in same)), confidences)


def read_fill(line: str) -> Fill:
    """One line of a slot."""
    parts: list[list[str]] = [[]]
    optional = False
    for token in _TOKEN.finditer(line):
        if token["mark"] == ";":
            break
        optional |= token["mark"] == "?"
        if token["mark"] == ":":
            parts.append([])
        said = token["quoted"] or (token["bare"] or "").strip()
        parts[-1] += [said] if said else []
    qualifiers = tuple(" ".join(said.split()) for part in parts[:-1] for said in part)
    return Fill(qualifiers, frozenset(filter(None, map(plain_name, parts[-1]))), optional)


def _joined(labels: Sequence[Label]) -> list[Label]:
    """One label for each organisation: those that share a name are one."""
    found: list[Label] = []
    for label in labels:
        same = [other for other in found if other.names & label.names]
        first = found.index(same[0]) if same else len(found)
        found = [other for other in found if other not in same]
        names = label.names.union(*(other.names for other in same))
        confidences = label.confidences.union(*(other.confidences for other in same))
        found.insert(first, Label(names, confidences))
    return found
