"""ProQuest: full documents as text, HTML, RTF or DOCX.

    ____________________________________________________________
    Document 3 of 37
    Title: Ministry denies withdrawal
    Author: Doe, Jane
    Publication info: The Corrin Courier; Corrin [Corrin]05 Mar 2020: 4.
    Full text: The first paragraph.
    ...
    Subject: ...
    Publication title: The Corrin Courier; Corrin
    Publication date: Mar 5, 2020
    ProQuest document ID: 2370000001
    ____________________________________________________________

A report's head, a table of contents and the address of the service are parts of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from sayso.inputs.layout import (
    Announced,
    Entry,
    Fields,
    Layout,
    Lines,
    day_of,
    filled,
    found_in,
    gathered,
    key_of,
    listed_names,
    text_of,
)
from sayso.reading.article import Metadata

EXPECTS = "ProQuest with “Title:”, “Full text:”, “Publication title:” and “____” between documents"

_LABELS = (
    "Abstract", "Abstract (summary)", "Accession number", "Author", "Authors", "Author affiliation",
    "Caption", "Classification", "Column", "Company", "Company / organization", "Company/organization",
    "Contributor", "Copyright", "Correspondence author", "Correspondent", "Country of publication",
    "Credit", "Database", "Dateline", "DOI", "Document feature", "Document status", "Document type",
    "Document URL", "Edition", "eISSN", "First page", "Full text", "Full Text", "Identifier / keyword",
    "Identifier/keyword", "Identifiers", "Illustration", "ISBN", "ISSN", "ISSN-L", "Issue",
    "Journal subject", "Language", "Language of publication", "Last page", "Last updated", "Last Updated",
    "Links", "Location", "Milestone dates", "NAICS", "Notes", "Number of pages", "Online publication date",
    "Page count", "Pages", "People", "Person", "Place of publication", "Product name",
    "ProQuest document ID", "ProQuest Document ID", "Publication date", "Publication info",
    "Publication information", "Publication note", "Publication subject", "Publication title",
    "Publication year", "Publisher", "Section", "Series", "Source attribution", "Source type", "Startpage",
    "Subject", "Subtitle", "Supplement", "Ticker symbol", "Title", "Volume", "Word count",
)  # fmt: skip
_NAMED = "|".join(re.escape(label) for label in sorted(_LABELS, key=len, reverse=True))
_LABEL = re.compile(rf"\s*({_NAMED})\s*:(?:\s+(.*)|\s*)")
_SEPARATOR = re.compile(r"\s*_{10,}\s*")
_NUMBERED = re.compile(r"\s*Document (\d{1,6}) of (\d{1,6})\s*")
_TEXT = "full_text"
_ABSENT = re.compile(
    r"\s*(?:full\s+text\s+)?(?:is\s+)?(?:not available|unavailable|none)\.?\s*", re.IGNORECASE
)
_LINE_OF_ITS_OWN = re.compile(r"\s*(?:Illustration|Caption|Word count)\s*")
# "The Corrin Courier; Corrin [Corrin]05 Mar 2020: 4."
_INFO = re.compile(r"(?P<outlet>[^;\[]+?)\s*(?:;[^\[]*)?(?:\[|(?=\d{1,2} [A-Z][a-z]{2,8} \d{4})|$)")
_NOT_OF_A_DOCUMENT = frozenset(("database", "copyright", "links"))


def recognises(lines: Lines) -> bool:
    keys = {key_of(match[1]) for line in lines if (match := _LABEL.fullmatch(line))}
    parted = any(_SEPARATOR.fullmatch(line) or _NUMBERED.fullmatch(line) for line in lines)
    named = keys & {"proquest_document_id", "publication_title", "publication_info", "document_url"}
    told = [_TEXT in keys, bool(named), parted]
    return "title" in keys and told.count(True) >= 2


def announced(lines: Lines) -> Announced | None:
    match = next((match for line in lines if (match := _NUMBERED.fullmatch(line))), None)
    return None if match is None else Announced(int(match[2]), match[0].strip())


def entries(lines: Lines) -> Iterator[Entry]:
    for part in _parts(lines):
        keys = {key_of(match[1]) for line in part if (match := _LABEL.fullmatch(line))}
        if keys - _NOT_OF_A_DOCUMENT:
            yield _entry(part)


def _parts(lines: Lines) -> Iterator[list[str]]:
    """The lines between two separators, or between two lines that count the documents."""
    part: list[str] = []
    for line in lines:
        if _SEPARATOR.fullmatch(line) or _NUMBERED.fullmatch(line):
            yield part
            part = []
        else:
            part.append(line)
    yield part


def _entry(lines: list[str]) -> Entry:
    blocks = [list(group) for blank, group in groupby(lines, lambda line: not line.strip()) if not blank]
    fields, text = _read(blocks)
    told = _told(fields)
    ids = sum(1 for line in lines if (match := _LABEL.fullmatch(line)) and "document_id" in key_of(match[1]))
    if ids > 1:
        return Entry(
            fault=f"{ids} documents stand together without a line “____” or “Document 1 of …” between them"
        )
    if not text or _ABSENT.fullmatch(text):
        has = (
            "an abstract only"
            if fields.get("abstract") or fields.get("abstract_summary")
            else "no abstract either"
        )
        return Entry(told=told, fields=fields, fault=f"it has no “Full text:” ({has}); {found_in(lines)}")
    return Entry(text, told, fields)


def _read(blocks: list[list[str]]) -> tuple[Fields, str]:
    """The fields of a document and its text."""
    start = next((at for at, block in enumerate(blocks) if _key(block) == _TEXT), None)
    if start is None:
        return _fields(blocks), ""
    end = _end_of_text(blocks, start + 1)
    match = _LABEL.fullmatch(blocks[start][0])
    first = [(match[2] or "") if match else "", *blocks[start][1:]]
    text = text_of(line for block in (first, *blocks[start + 1 : end]) for line in (*block, ""))
    return _fields([*blocks[:start], *blocks[end:]]), text


def _key(block: list[str]) -> str:
    match = _LABEL.fullmatch(block[0])
    return key_of(match[1]) if match else ""


def _end_of_text(blocks: list[list[str]], start: int) -> int:
    """Where the labels begin again: one of them alone may be a paragraph ("Location: the harbour")."""
    for at in range(start, len(blocks)):
        if not _heads(blocks[at]):
            continue
        several = len(blocks[at]) > 1 and _LABEL.fullmatch(blocks[at][1])
        if several or at + 1 == len(blocks) or _heads(blocks[at + 1]):
            return at
    return len(blocks)


def _heads(block: list[str]) -> bool:
    return bool(_LABEL.fullmatch(block[0]) or _LINE_OF_ITS_OWN.fullmatch(block[0]))


def _fields(blocks: list[list[str]]) -> Fields:
    """What the labels say."""
    return gathered(_once(line for block in blocks for line in filled(block)))


def _once(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Keys and values; a label that comes again, as the title does, counts once."""
    seen: set[str] = set()
    key = ""
    for line in lines:
        match = _LABEL.fullmatch(line)
        if match:
            key = "" if key_of(match[1]) in seen else key_of(match[1])
            seen.add(key)
        yield key, (match[2] or "") if match else line


def _told(fields: Fields) -> Metadata:
    """Takes title and authors out of the fields; what else is read there stays."""
    info = _INFO.match(str(fields.get("publication_info", fields.get("publication_information", ""))))
    outlet = str(fields.get("publication_title", info["outlet"] if info else ""))
    authors = fields.pop("author", None) or fields.pop("authors", None) or ""
    days = (
        fields.get(key, "") for key in ("publication_date", "online_publication_date", "publication_info")
    )
    return Metadata(
        title=str(fields.pop("title", "")) or None,
        outlet=outlet.partition(";")[0].strip() or None,
        authors=listed_names(str(authors)),
        published=next((day for value in days if (day := day_of(str(value)))), None),
    )


LAYOUT = Layout("ProQuest", EXPECTS, recognises, entries, announced)
