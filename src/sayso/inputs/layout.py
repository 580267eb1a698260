"""What a layout of an export is, and what all of them have: labels, dates, names, lines of text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.reading.article import Metadata
from sayso.reading.bylines import authors_of
from sayso.reading.dates import stated_date
from sayso.reading.wire import is_agency

NOTHING = Metadata()
Lines = Sequence[str]
Fields = dict[str, str | int]

_LABEL = re.compile(r"\s*([A-Z][\w/ -]{0,40}?)\s*:(?:\s|$)|\s*([A-Z]{2,3})(?:\t| {2,}|$)")
_SHOWN_LINES = 3
_SHOWN_LABELS = 12
_SHOWN_LETTERS = 60
_LONGEST_LINE = 300
_WORDS = re.compile(r"([\d,.]{1,12})\s?words?\b", re.IGNORECASE)
_NUMERIC_DATE = re.compile(r"\b(\d{4})/(\d{1,2})/(\d{1,2})\b")
_BY = re.compile(r"^by\s+", re.IGNORECASE)
_REVERSED = re.compile(r"([^,;\d]{1,60}),\s*([^,;\d]{1,60})")
# "Jane Doe, Diplomatic Editor"; "Staff"; "Courier reporters"
_ROLE = re.compile(
    r"\b(?:editors?|correspondents?|reporters?|writers?|columnists?|staff|bureau|chief|agenc(?:y|ies))\b",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"(?:[JS]r|I{1,3}|Ph\.?D|M\.?D)\.?")


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of an export.

    Attributes:
        text: paragraphs with a blank line between them.
        told: title, outlet, authors, day.
        fields: what else the archive says about it.
        fault: why it is none, for a person, or None.
    """

    text: str = ""
    told: Metadata = NOTHING
    fields: Mapping[str, str | int] = field(default_factory=dict)
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Announced:
    """How many documents an export says it holds, and in which words."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Layout:
    """One way in which an archive writes its documents.

    Attributes:
        name: of the archive.
        expects: what such an export has, for messages.
        recognises: whether these lines, the first ones of a file or all, are of this layout.
        entries: the documents.
        announced: their number, by the file's own words; None where it does not say.
    """

    name: str
    expects: str
    recognises: Callable[[Lines], bool]
    entries: Callable[[Lines], Iterator[Entry]]
    announced: Callable[[Lines], Announced | None]


def text_of(lines: Iterable[str]) -> str:
    """The lines as they are, with one blank line where there are several, and none around them."""
    kept: list[str] = []
    for line in lines:
        if line.strip() or (kept and kept[-1]):
            kept.append(line.rstrip())
    return "\n".join(kept).strip("\n")


def filled(lines: Iterable[str]) -> list[str]:
    """The lines that are not blank, without white space around them."""
    return [stripped for line in lines if (stripped := " ".join(line.split()))]


def labelled(lines: Iterable[str], labels: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Keys and values of lines with a label; one without goes on from the line above.

    Args:
        lines: without blank ones.
        labels: the label is its first group, what follows on the line its second.
    """
    key = ""
    for line in lines:
        match = labels.match(line)
        if match:
            key = key_of(match[1])
        yield key, (match[2] or "").strip() if match else line


def gathered(pairs: Iterable[tuple[str, str]]) -> Fields:
    """One value to a key, its parts in their order; what has no key or no value is left out."""
    parts: dict[str, list[str]] = {}
    for key, value in pairs:
        if key and value:
            parts.setdefault(key, []).append(value)
    return {key: " ".join(values) for key, values in parts.items()}


def found_in(lines: Lines) -> str:
    """What is there, for a message about what is not: how it begins and which labels it has."""
    first = filled(lines[:200])[:_SHOWN_LINES]
    labels = dict.fromkeys(match[1] or match[2] for line in lines if (match := _LABEL.match(line)))
    begins = ", ".join(f"“{line[:_SHOWN_LETTERS]}”" for line in first) or "nothing"
    named = ", ".join(list(labels)[:_SHOWN_LABELS]) or "none"
    return f"it begins with {begins}; labels found: {named}"


def day_of(value: str) -> str | None:
    """The day of "5 March 2020", "Mar 5, 2020", "2020-03-05" or "2020/03/05/"; None of anything else."""
    value = value[:_LONGEST_LINE]
    if numeric := _NUMERIC_DATE.search(value):
        year, month, day = numeric.groups()
        value = f"{year}-{month:0>2}-{day:0>2}"
    return stated_date(value)


def words_of(value: str) -> int | None:
    """The number in "1,512 words"."""
    match = _WORDS.search(value[:_LONGEST_LINE])
    digits = re.sub(r"\D", "", match[1]) if match else ""
    return int(digits) if 0 < len(digits) < 10 else None


def byline_names(value: str) -> tuple[str, ...]:
    """The names in a byline ("By Jane Doe and John Roe in Corrin"); no roles and no agencies.

    A line in which no name can be told from what is around it is one name as it is.
    """
    line = _BY.sub("", " ".join(value[:_LONGEST_LINE].split()), count=1)
    names = authors_of(f"By {line}") or ((line,) if line and not is_agency(line) else ())
    return tuple(name for name in names if not _ROLE.search(name))


def listed_names(value: str) -> tuple[str, ...]:
    """The names of "Doe, Jane; Roe, John", as people write them."""
    return tuple(_turned(" ".join(name.split())) for name in value.split(";") if name.strip())


def _turned(name: str) -> str:
    match = _REVERSED.fullmatch(name)
    return name if match is None or _SUFFIX.fullmatch(match[2]) else f"{match[2]} {match[1]}"


def key_of(label: str) -> str:
    """The name of a field: "Publication title" is `publication_title`."""
    return re.sub(r"\W+", "_", label.strip().lower()).strip("_")
