"""Which agency or outlet a document says its account comes from.

The whole document: the wire field, a byline "Reuters", the `<source>` of a feed. A part of it: "told
Reuters", "according to the Courier", "citing the Guardian". A part counts for the whole where the account
begins with it (a news story gives in its first sentences what it rests on) or where most of the telling is
inside it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from sayso.comparing.outlets import is_agency, outlet_key
from sayso.comparing.story import TELLING
from sayso.schema.attribution import Attribution
from sayso.schema.document import Document
from sayso.schema.span import Span

Way = Literal["wire", "byline", "feed", "told", "citing"]

# So much of a document's telling inside what an outlet is credited with makes it that outlet's account.
MOST = 0.5
# "… the Courier reported on Tuesday": what stands this early is what the story rests on.
LEAD_SENTENCES = 2
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s|$)|\n\s*\n")
_WORD = r"[A-Z][\w’'&-]{0,40}"
_NAME = rf"(?P<name>{_WORD}(?:\s(?:of\sthe\s|of\s|and\s|&\s|de\s)?{_WORD}){{0,4}})"
# What an outlet does as one: it is told, cited, or reports.
_TOLD = re.compile(
    rf"\b(?:told|tells|speaking\sto|spoke\sto|(?:an\s|exclusive\s)?interview\s(?:with|to|in))\s(?P<the>[Tt]he\s)?{_NAME}"
)
_CITING = re.compile(
    r"\b(?:[Cc]iting|[Cc]ited\sby|[Aa]ccording\sto|[Aa]s\sreported\sby|(?:(?:was|were|been|is|are)\s|[Ff]irst\s)?"
    r"[Rr]eported\sby|[Qq]uoted\sby|[Pp]ublished\s(?:by|in)|[Rr]eports?\s(?:by|in|from)|[Ss]een\sby"
    rf"|[Oo]btained\sby|[Rr]eport(?:ing|ed)\sin)\s(?P<the>[Tt]he\s)?{_NAME}"
)
_REPORTS = re.compile(
    rf"(?<![\w-])(?P<the>[Tt]he\s)?{_NAME}(?:\s(?:newspaper|news\sagency|magazine|website|daily|channel))?\s(?:has\s|had\s|first\s)?"
    r"(?:reported|reports|revealed|wrote|said\sin\sa\sreport|quoted)\b"
)
_PATTERNS: tuple[tuple[Way, re.Pattern[str]], ...] = (
    ("told", _TOLD),
    ("citing", _CITING),
    ("citing", _REPORTS),
)
# The last word of many a newspaper's name; "told Kell" is a person.
_OUTLET_WORD = re.compile(
    r"\b(?:Times|Post|Courier|Herald|News|Tribune|Gazette|Journal|Guardian|Telegraph|Chronicle|Observer|Mirror"
    r"|Standard|Star|Sun|Mail|Express|Independent|Dispatch|Examiner|Sentinel|Inquirer|Bulletin|Monitor|Review"
    r"|Weekly|Daily|Echo|Argus|Record|Ledger|Register|Press|Newswire|Wire|Radio|TV|Television|Broadcasting"
    r"|(?:News\s)?Agency)$"
)
_OUTLET_AFTER = re.compile(
    r"\s(?:newspaper|news\s(?:agency|website|site|channel|outlet|service)|magazine|television|TV|radio|daily|weekly)\b"
)


@dataclass(frozen=True, slots=True)
class Credit:
    """One credit.

    Attributes:
        document: id of the document that gives it.
        outlet: key of who gets it; see `outlet_key`.
        name: the same as it is written.
        way: where the credit stands or how it is worded.
        carries: whether the document's account as a whole comes from there.
        span: the words of the credit, or None where it stands beside the text.
        attributions: ids of the attributions whose content rests on it.
        sure: whether the name alone tells that it is an outlet; others count where they are known for one.
    """

    document: str
    outlet: str
    name: str
    way: Way
    carries: bool
    span: Span | None
    attributions: tuple[str, ...] = ()
    sure: bool = True


def credits_of(
    document: Document,
    *,
    attributions: Iterable[Attribution] = (),
    known: Collection[str] | None = (),
    fields: Mapping[str, Any] | None = None,
) -> tuple[Credit, ...]:
    """Whom a document credits, each outlet once for each way; never the document's own outlet.

    Args:
        document: the document as it was found at one place.
        attributions: of the document; they tell which claims rest on a credit, and how much of the telling.
        known: names of outlets, for instance all of the ledger: "told Vesper" is a credit only where Vesper
            is one. Agencies, names like "Harrow Courier" and "Vesper newspaper" need none. None where it
            is not known yet which are: then all that may be credits are given, for `settled`.
        fields: what came with the document; `source` is the `<source>` of a feed.
    """
    found = (*_whole(document, fields or {}), *_worded(document, tuple(attributions)))
    own = outlet_key(document.outlet or "")
    possible = tuple(each for each in found if each.outlet not in ("", own))
    if known is None:
        return tuple(dict.fromkeys(possible))
    return settled(possible, {key for name in known if (key := outlet_key(name))})


def settled(possible: Iterable[Credit], known: Container[str]) -> tuple[Credit, ...]:
    """Of all that may be credits those that are, each outlet once for each way in each document.

    Args:
        possible: of one place in a text the longest name first.
        known: keys of the outlets that are known.
    """
    places: set[tuple[str, Way, Span]] = set()
    first: dict[tuple[str, str, Way], Credit] = {}
    for credit in possible:
        if not (credit.sure or credit.outlet in known):
            continue
        if credit.span is not None:
            place = (credit.document, credit.way, credit.span)
            if place in places:
                continue
            places.add(place)
        key = (credit.document, credit.outlet, credit.way)
        held = first.get(key)
        if held is None or (credit.carries and not held.carries):
            first[key] = replace(credit, sure=True)
    return tuple(first.values())


def _whole(document: Document, fields: Mapping[str, Any]) -> Iterator[Credit]:
    if document.wire:
        yield _beside(document, document.wire, "wire")
    for author in document.authors:
        if is_agency(author) or _OUTLET_WORD.search(author):
            yield _beside(document, author, "byline")
    source = fields.get("source")
    if isinstance(source, str) and source.strip():
        yield _beside(document, source.strip(), "feed")


def _beside(document: Document, name: str, way: Way) -> Credit:
    return Credit(document.id, outlet_key(name), name, way, carries=True, span=None)


def _worded(document: Document, attributions: tuple[Attribution, ...]) -> Iterator[Credit]:
    lead = _lead_end(document)
    for way, pattern in _PATTERNS:
        for match in pattern.finditer(document.text):
            names = list(_names(document.text, match))
            if not names or not _is_told(document, match.start()):
                continue
            resting = _resting(match, attributions)
            carries = match.start() < lead or _part(document, resting) >= MOST
            for name, sure in names:
                yield Credit(
                    document=document.id,
                    outlet=outlet_key(name),
                    name=name,
                    way=way,
                    carries=carries,
                    span=Span.cut(document.text, match.start(), match.end()),
                    attributions=tuple(each.id for each in resting),
                    sure=sure,
                )


def _names(text: str, match: re.Match[str]) -> Iterator[tuple[str, bool]]:
    """The name of a match and all that it begins with, the longest first, and whether each is sure to be an
    outlet; "told Reuters Tuesday". After a sure one nothing shorter can be meant.
    """
    name = re.sub(r"['’]s?$", "", match["name"])
    labelled = _OUTLET_AFTER.match(text, match.end("name")) is not None
    words = name.split()
    for count in range(len(words), 0, -1):
        shorter = " ".join(words[:count])
        whole = count == len(words) and (labelled or _OUTLET_WORD.search(shorter) is not None)
        sure = whole or is_agency(shorter)
        yield shorter, sure
        if sure:
            return


def _is_told(document: Document, position: int) -> bool:
    """Whether a credit stands in the account, not in a caption or among the furniture."""
    return not document.passages or any(
        each.kind in TELLING for each in document.passages if each.start <= position < each.end
    )


def _lead_end(document: Document) -> int:
    """One past the last character of the headline and the first sentences of the body."""
    start = next((each.start for each in document.passages if each.kind == "body"), 0)
    ends = (match.end() for match in _SENTENCE_END.finditer(document.text, start))
    return next((end for number, end in enumerate(ends, 1) if number == LEAD_SENTENCES), len(document.text))


def _resting(match: re.Match[str], attributions: tuple[Attribution, ...]) -> list[Attribution]:
    """The attributions that a credit belongs to: its words hold their cue or their source."""
    return [each for each in attributions if _touches(match, each.cue) or _touches(match, each.source.span)]


def _touches(match: re.Match[str], span: Span | None) -> bool:
    return span is not None and span.start < match.end() and match.start() < span.end


def _part(document: Document, resting: list[Attribution]) -> float:
    """The part of the telling passages that lies in these attributions' contents."""
    telling = sum(each.end - each.start for each in document.passages if each.kind in TELLING)
    within = {at for each in resting for span in each.content for at in range(span.start, span.end)}
    return len(within) / telling if telling else 0.0
