"""Passages written for training, with who says what and which events they tell. See `training/passages`.

Every annotation is a stretch of the passage itself; `#2` after it means its second occurrence.
What `sayso corrections export` writes (.jsonl) is read as well, as far as a person looked at every record.

python -m sayso_training.passages FILE...      checks files and counts what they hold
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Stretch = tuple[int, int]

TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST "
    "ACCUSE REJECT THREATEN SANCTION PROTEST MOBILIZE COERCE ASSAULT"
).split()
MODALITIES = ("actual", "possible", "planned", "negated")
STANDINGS = ("fact", "negated", "planned", "denied", "admitted", "reported", "possible")
ATTITUDES = "assertion denial belief knowledge intention demand question no_comment".split()
_NUMBERED = re.compile(r"(.*?)#(\d+)", re.DOTALL)
_KEYS = {"text", "said", "events", "other", "facts"}
_SAID_KEYS = {"id", "in", "source", "cue", "content", "attitude"}
_EVENT_KEYS = {"anchor", "type", "mode", "local", "actors", "recipients", "standing"}


class PassageError(ValueError):
    """An annotation that does not fit its passage."""


@dataclass(frozen=True)
class Said:
    """One attribution: characters of its parts, and the index of the one it stands in."""

    source: Stretch | None
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]
    attitude: str
    parent: int | None


@dataclass(frozen=True)
class Told:
    """One event: characters of its anchor and of who takes part."""

    anchor: Stretch
    type: str
    modality: str
    actors: tuple[Stretch, ...]
    recipients: tuple[Stretch, ...]
    standing: str


@dataclass(frozen=True)
class Passage:
    """A text with everything that is said and told in it.

    Attributes:
        facts: characters of a word, and how certain the author makes the reader that it happened,
            from -3 (it did not) to 3 (it did), 0 for open.
    """

    text: str
    said: tuple[Said, ...]
    told: tuple[Told, ...]
    facts: tuple[tuple[Stretch, float], ...]


def read_passages(path: Path) -> Iterator[Passage]:
    """The passages of a file, or of all YAML files of a folder. PassageError names what does not fit."""
    files = sorted([*path.glob("*.yaml"), *path.glob("*.jsonl")]) if path.is_dir() else [path]
    for file in files:
        for number, entry in enumerate(_entries(file), 1):
            try:
                yield _passage(entry)
            except PassageError as error:
                raise PassageError(f"{file.name}, passage {number}: {error}") from error


def _entries(file: Path) -> list[Any]:
    text = file.read_text(encoding="utf-8")
    if file.suffix != ".jsonl":
        return list(yaml.safe_load(text) or [])
    rows = (json.loads(line) for line in text.split("\n") if line)
    return [_corrected(row) for row in rows if row.get("complete")]


def _corrected(row: Mapping[str, Any]) -> dict[str, Any]:
    """A corrected passage without what is not learned from."""
    return {
        "text": row["text"],
        "said": [{key: one[key] for key in _SAID_KEYS if key in one} for one in row["said"]],
        "events": [{key: one[key] for key in _EVENT_KEYS if key in one} for one in row["events"]],
    }


def _passage(entry: Mapping[str, Any]) -> Passage:
    _only(entry, _KEYS)
    text = str(entry.get("text", "")).strip()
    if not text:
        raise PassageError("there is no text")
    said = entry.get("said") or []
    names = {one["id"]: index for index, one in enumerate(said) if "id" in one}
    return Passage(
        text=text,
        said=tuple(_said(text, one, names) for one in said),
        told=tuple(_told(text, one) for one in entry.get("events") or []),
        facts=tuple((locate(text, one["word"]), float(one["value"])) for one in entry.get("facts") or []),
    )


def _said(text: str, one: Mapping[str, Any], names: Mapping[str, int]) -> Said:
    _only(one, _SAID_KEYS)
    if "in" in one and one["in"] not in names:
        raise PassageError(f"an attribution stands in {one['in']!r}, which no attribution has as its id")
    source = one.get("source")
    return Said(
        source=locate(text, source) if source else None,
        cue=tuple(locate(text, part) for part in _list(one.get("cue"))),
        content=tuple(locate(text, part) for part in _list(one.get("content"))),
        attitude=_one_of(one.get("attitude", "assertion"), ATTITUDES),
        parent=names[one["in"]] if "in" in one else None,
    )


def _told(text: str, one: Mapping[str, Any]) -> Told:
    _only(one, _EVENT_KEYS)
    return Told(
        anchor=locate(text, one.get("anchor")),
        type=_one_of(one.get("type"), TYPES),
        modality=_one_of(one.get("local"), MODALITIES),
        actors=tuple(locate(text, part) for part in _list(one.get("actors"))),
        recipients=tuple(locate(text, part) for part in _list(one.get("recipients"))),
        standing=_one_of(one.get("standing"), STANDINGS),
    )


def locate(text: str, wanted: Any) -> Stretch:
    """Half-open characters of a stretch; one that occurs more than once needs its number."""
    if not isinstance(wanted, str) or not wanted.strip():
        raise PassageError(f"{wanted!r} is not a stretch of the text")
    numbered = _NUMBERED.fullmatch(wanted)
    words, number = (numbered[1], int(numbered[2])) if numbered else (wanted, 0)
    words = words.strip()
    places = [match.start() for match in re.finditer(_whole(words), text)]
    if not places:
        raise PassageError(f"{words!r} is not in the text")
    if not number and len(places) > 1:
        raise PassageError(f"{words!r} is in the text {len(places)} times: add #1 or another number")
    if number > len(places):
        raise PassageError(f"{words!r} is in the text {len(places)} times, not {number}")
    begin = places[max(number, 1) - 1]
    return begin, begin + len(words)


def _whole(words: str) -> str:
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return before + re.escape(words) + after


def _list(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


def _only(entry: Mapping[str, Any], known: set[str]) -> None:
    if unknown := sorted(set(entry) - known):
        raise PassageError(f"unknown key {unknown[0]!r}, expected one of {', '.join(sorted(known))}")


def _one_of(value: Any, known: Sequence[str]) -> str:
    if value not in known:
        raise PassageError(f"{value!r} is none of {', '.join(known)}")
    return str(value)


def main() -> None:
    parser = argparse.ArgumentParser(description="Check passages and count what they hold.")
    parser.add_argument("files", type=Path, nargs="+")
    passages, wrong = [], 0
    for path in parser.parse_args().files:
        for number, entry in enumerate(_entries(path), 1):
            try:
                passages.append(_passage(entry))
            except PassageError as error:
                wrong += 1
                print(f"{path.name}, passage {number}: {error}")
    types = Counter(event.type for passage in passages for event in passage.told)
    standings = Counter(event.standing for passage in passages for event in passage.told)
    print(
        f"{len(passages)} passages in order, {wrong} not; {sum(len(p.said) for p in passages)} attributions"
    )
    for counts in (types, standings):
        print(", ".join(f"{name} {count}" for name, count in counts.most_common()))
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
