"""PETRARCH's dictionaries of actors and agents, read as they are.

An actors file has names with codes, on the line or on tabbed lines below, and `+` before other names:

    KARVIAN_HARBOUR_GUARD_ [IMGCOP]
    +HARBOUR_GUARD_
        [KRVGOV 010101-051231]

An agents file has nouns, `!SETS!` of words to put in, and plurals in braces:

    !PERSON! = MAN, MEN, WOMAN, WOMEN
    CATTLE!PERSON! [~AGR]
    THIEF {THIEVES} [~CRM]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sayso.resolution.cameo import Cameo, cameo_of
from sayso.resolution.errors import ActorListError
from sayso.resolution.files import read_text
from sayso.resolution.knowing import Sectors
from sayso.resolution.listed import ActorList, ListedActor

COMMENT = re.compile(r"(?:#|;).*")
CODE = re.compile(r"\[\s*(~?[A-Z]*|-+)\s*([^\]]*)\]")
SET = re.compile(r"!(\w+)!\s*=(.*)")
SLOT = re.compile(r"!(\w+)!")
PLURAL = re.compile(r"\{([^}]*)\}")
BETWEEN = re.compile(r"(\d{6}|\d{8})\s*-\s*(\d{6}|\d{8})\Z")
AFTER = re.compile(r">\s*(\d{6}|\d{8})\Z")
BEFORE = re.compile(r"<\s*(\d{6}|\d{8})\Z")
# Two-digit years from here on are of the last century; the dictionaries begin with people born about 1930.
CENTURY = 30
MAKING_SETS = 200  # names that one line may stand for


@dataclass(slots=True)
class _Entry:
    """A name with its other names, and codes with their restriction and line."""

    names: list[str]
    codes: list[tuple[str, str, int]] = field(default_factory=list)


def read_dictionary(path: Path) -> ActorList:
    """Names and nouns of a file, with lines that make no sense in `skipped`; ActorListError without any."""
    text = _text(path)
    lines = [COMMENT.sub("", line).rstrip() for line in text.splitlines()]
    if not any(CODE.search(line) for line in lines):
        raise ActorListError(
            f"{path.name}: should be a PETRARCH dictionary, names with codes such as [AFGGOV], or a YAML list"
            " that ends in .yaml; it holds no code"
        )
    reader = _Reader(cameo_of(text))
    for entry in _entries(lines, reader):
        reader.enter(entry)
    return ActorList(path.name, tuple(reader.actors), tuple(reader.nouns), tuple(reader.skipped))


def _text(path: Path) -> str:
    """The dictionaries are older than UTF-8 in their trade."""
    try:
        return read_text(path)
    except ActorListError as error:
        if "UTF-8" not in str(error):
            raise
        return read_text(path, encoding="latin-1")


def _entries(lines: list[str], reader: _Reader) -> Iterator[_Entry]:
    """Entries in order; a name on a line of its own opens one, unless it has no code yet."""
    entry: _Entry | None = None
    for number, line in enumerate(lines, 1):
        definition = SET.match(line.strip())
        if definition is not None:
            reader.sets[definition[1]] = [word.strip() for word in definition[2].split(",") if word.strip()]
            continue
        name = CODE.sub("", line).strip()
        codes = [(code, limit.strip(), number) for code, limit in CODE.findall(line)]
        if name and not name.startswith("+") and (entry is None or entry.codes):
            if entry is not None:
                yield entry
            entry = _Entry([])
        if entry is None:
            if codes:
                reader.skipped.append(f"line {number}: a code without a name before it")
            continue
        entry.names += [name.removeprefix("+").strip()] if name else []
        entry.codes += codes
    if entry is not None and entry.codes:
        yield entry


class _Reader:
    """Collects what the entries say in sayso's terms."""

    def __init__(self, cameo: Cameo) -> None:
        self.sets: dict[str, list[str]] = {}
        self.actors: list[ListedActor] = []
        self.nouns: list[tuple[str, Sectors]] = []
        self.skipped: list[str] = []
        self._cameo = cameo

    def enter(self, entry: _Entry) -> None:
        for code, limit, line in entry.codes:
            if code.startswith("~"):
                self._noun(entry, code.removeprefix("~"))
            elif code and not code.startswith("-"):
                self._actor(entry, code, limit, line)

    def _noun(self, entry: _Entry, code: str) -> None:
        country, sectors = self._cameo.read(code)
        if sectors and not country:
            self.nouns += [(noun, sectors) for name in entry.names for noun in self._forms(name)]

    def _actor(self, entry: _Entry, code: str, limit: str, line: int) -> None:
        country, sectors = self._cameo.read(code)
        ends = _ends(limit)
        if ends is None:
            self.skipped.append(f"line {line}: {limit!r} should be <YYMMDD, >YYMMDD or YYMMDD-YYMMDD")
        elif country or sectors:
            names = [_plain(form) for name in entry.names for form in self._filled(name)]
            if names:
                self.actors.append(ListedActor(names[0], tuple(names[1:]), country, sectors, *ends))

    def _forms(self, name: str) -> Iterator[str]:
        """Singular and plural: that in braces, or by rule; empty braces say that there is none."""
        braces = PLURAL.search(name)
        for noun in map(_plain, self._filled(PLURAL.sub("", name))):
            yield noun
            if braces is None:
                yield _plural(noun)
        if braces is not None:
            yield from map(_plain, self._filled(braces[1]))

    def _filled(self, name: str) -> list[str]:
        """The name with every word of its sets."""
        found = [name]
        for slot in SLOT.findall(name):
            words = self.sets.get(slot, [slot])
            found = [one.replace(f"!{slot}!", word, 1) for one in found for word in words][:MAKING_SETS]
        return [one for one in found if one.strip("_ ")]


def _plain(name: str) -> str:
    """The words of "KARVIAN_HARBOUR_GUARD_"; capitals of a dictionary say nothing about the name."""
    return " ".join(part.capitalize() for part in name.replace("_", " ").split())


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def _ends(limit: str) -> tuple[str, str] | None:
    """First and last day of a restriction, "" where open; None where it is none."""
    if not limit:
        return "", ""
    between, later, earlier = BETWEEN.match(limit), AFTER.match(limit), BEFORE.match(limit)
    if between is not None:
        return _day(between[1]), _day(between[2])
    if later is not None:
        return _day(later[1]), ""
    return ("", _day(earlier[1])) if earlier is not None else None


def _day(digits: str) -> str:
    """An ISO day of "010131" or "20010131"."""
    if len(digits) == 6:
        digits = ("19" if int(digits[:2]) >= CENTURY else "20") + digits
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
