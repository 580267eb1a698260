"""What all entities of FollowTheMoney have in common: ids, and values as its types take them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from sayso.export.exported import Exported
from sayso.export.urns import web
from sayso.resolution.gazetteer import Gazetteer
from sayso.resolution.gazetteer_choosing import carried
from sayso.schema.event import EventDate

_LONGEST_NAME = 300  # characters; the schema takes 384
_LONGEST_URL = 4_000  # characters; the schema takes 4,096
# What the schema takes in no value: controls and odd blanks, and letters that nobody sees.
_BLANK = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u0a00\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_UNSEEN = re.compile("[\xad\u061c\u200b-\u200f\u2060-\u2064\ufeff]")
# ISO 639-3, which the schema asks for.
_LANGUAGES: Mapping[str, str] = {
    "ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra", "he": "heb", "hi": "hin",
    "it": "ita", "ja": "jpn", "ko": "kor", "nl": "nld", "pl": "pol", "pt": "por", "ru": "rus", "sw": "swa",
    "tr": "tur", "uk": "ukr", "ur": "urd", "zh": "zho",
}  # fmt: skip

Entity = dict[str, Any]


def entity(schema: str, id: str, **values: Any) -> Entity:
    """An entity; a value is a string or several, and None, "" and () are left out."""
    lists = {name: _listed(value) for name, value in values.items()}
    return {"id": id, "schema": schema, "properties": {name: told for name, told in lists.items() if told}}


def id_of(one: Exported, *part: str) -> str:
    """Of a document, or of something in it."""
    return "-".join(("sayso", one.reading.document.id, *part))


def text(told: str) -> str:
    """As the schema takes it: composed letters, plain blanks, nothing that nobody sees."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _BLANK.sub(" ", told))).strip()


def name(told: str) -> str:
    """On one line, and cut where it is long."""
    line = " ".join(text(told).split())
    return line if len(line) <= _LONGEST_NAME else line[: _LONGEST_NAME - 1] + "…"


def url(address: str | None) -> str | None:
    """An address with a path, as the schema writes it."""
    found = web(address)
    if found is None or len(found) > _LONGEST_URL:
        return None
    return found if "/" in found.partition("://")[2] else None


def language(code: str | None) -> str | None:
    """ISO 639-3; None where it is not known."""
    return _LANGUAGES.get(code or "")


def country(code: str | None) -> str | None:
    """ISO 3166-1 alpha-2 in small letters; None for what is no country."""
    return _two().get(code or "")


def days(told: EventDate) -> tuple[str | None, str | None]:
    """The first and the last day."""
    return told.start, _day_before(told.end) if told.end else None


def _day_before(end: str) -> str | None:
    try:
        return (date.fromisoformat(end) - timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return None


@cache
def _two() -> Mapping[str, str]:
    """alpha-3 -> alpha-2."""
    countries = Gazetteer(carried()).tables["countries"]
    return {three: two.lower() for two, (three, *_) in countries.items()}


def _listed(value: Any) -> list[str]:
    values = [value] if isinstance(value, str) else [*(value or ())]
    return list(dict.fromkeys(each for each in values if each))
