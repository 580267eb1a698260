"""Whether a correction is one that can be laid over records: it may come from a file that anybody wrote."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, get_args

from sayso.schema.attribution import Affiliation, Identity, Naming
from sayso.schema.attribution import Role as Part
from sayso.schema.correction import Action, Correction, CorrectionKind
from sayso.schema.event import Quad, Standing
from sayso.schema.imported import LONGEST_ID, LONGEST_PART, Imported

_AT = re.compile(r"[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_DOCUMENT = re.compile(r"[0-9a-f]{16}")
_PAGE = re.compile(r"https?://[^\s/?#@\"<>\\^`{|}]+(?:[/?#][^\s\"<>\\^`{|}\x00-\x1f\x7f]*)?")
_OF_RECORDS: tuple[Action, ...] = ("accept", "reject", "edit", "undo")
ACTIONS: Mapping[CorrectionKind, tuple[Action, ...]] = {
    "claim": (*_OF_RECORDS, "verdict"),
    "event": _OF_RECORDS,
    "role": _OF_RECORDS,
    "entity": ("merge", "split", "undo"),
    "source": ("rate", "undo"),
    "outlet": ("assign", "undo"),
}
# What a person may set; of a claim, what its source is.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "claim": ("attitude", "identity", "naming", "affiliation", "role", "country", "sector"),
    "event": ("type", "mode", "standing", "contexts"),
    "role": ("name", "country", "sector"),
}
# May be set to nothing: it is not known, or there is none.
OPEN = frozenset(("role", "country", "sector", "mode", "name"))
CLOSED: Mapping[str, tuple[str, ...]] = {
    "attitude": ("assertion", "denial"),  # what is neither is no claim
    "identity": get_args(Identity),
    "naming": get_args(Naming),
    "affiliation": get_args(Affiliation),
    "role": get_args(Part),
    "standing": get_args(Standing),
}
LETTERS = ("A", "B", "C", "D", "E", "F")
LONGEST_VERDICT = 200  # characters
_LONGEST_ADDRESS = 2_000  # characters
_COUNTRY = re.compile(r"[A-Z]{3}")
_LONGEST_TYPE = 40  # characters
_MOST_COUNTED = 1 << 63


def check_correction(one: Correction) -> None:
    """Raises ValueError, which says what is wrong with it."""
    if one.action not in ACTIONS[one.kind]:
        raise ValueError(f"a {one.kind} cannot be the object of {one.action}")
    if not _is_moment(one.at) or not one.by.strip():
        raise ValueError(f"it does not say who decided ({one.by!r:.40}) and when ({one.at!r:.40}, in UTC)")
    _check_target(one)
    _check_value(one)


def _check_target(one: Correction) -> None:
    spans = one.kind in FIELDS
    if spans != (isinstance(one.document, str) and _DOCUMENT.fullmatch(one.document) is not None):
        raise ValueError(f"{one.document!r:.40} is no document of a {one.kind}")
    target = one.target
    fits = {
        "claim": lambda: _are(_is_place, target["content"]) and len(target["content"]) > 0,
        "event": lambda: _is_place(target["anchor"]) and isinstance(target["type"], str),
        "role": lambda: (
            _is_place(target["anchor"])
            and isinstance(target["type"], str)
            and _is_place(target["role"])
            and target["side"] in ("actors", "recipients")
        ),
        "entity": lambda: _are(_is_word, target["entities"]) and len(target["entities"]) > 0,
        "source": lambda: _is_word(target["source"]),
        "outlet": lambda: _is_word(target["outlet"]),
    }
    try:
        whole = fits[one.kind]() and (target.get("cue") is None or _is_place(target["cue"]))
    except (KeyError, TypeError):
        whole = False
    if not whole:
        raise ValueError(f"it does not say which {one.kind} it is about")


def _check_value(one: Correction) -> None:
    if one.action == "edit":
        _check_edit(one)
    elif one.action == "undo" and not _is_word(one.value.get("undoes")):
        raise ValueError("it does not say what it undoes")
    elif one.action == "rate" and one.value.get("letter") not in LETTERS:
        raise ValueError(f"{one.value.get('letter')!r:.20} is no letter from A to F")
    elif one.action == "assign" and not isinstance(one.value.get("family"), str):
        raise ValueError("it does not say which family of publishers the outlet belongs to")
    elif one.action == "verdict":
        _check_verdict(one)


def _check_verdict(one: Correction) -> None:
    verdict, url = one.value.get("verdict"), one.value.get("url")
    if not isinstance(verdict, str) or not 0 < len(verdict.strip()) <= LONGEST_VERDICT:
        raise ValueError(f"{verdict!r:.40} is no verdict; expected up to {LONGEST_VERDICT} characters")
    if not isinstance(url, str) or not is_page(url):
        raise ValueError(f"{url!r:.60} is no address of a page; expected one that begins with https://")


def is_page(url: str) -> bool:
    """Whether this is written as the address of a page that people can open."""
    return len(url) <= _LONGEST_ADDRESS and _PAGE.fullmatch(url) is not None


def _check_edit(one: Correction) -> None:
    known = FIELDS[one.kind]
    chosen = {name: value for name, value in one.value.items() if name != "quad"}
    unknown = [name for name in chosen if name not in known]
    if unknown or not chosen:
        what = f"{unknown[0]!r:.40} is no field" if unknown else "nothing is set"
        raise ValueError(f"{what} of a {one.kind}; expected some of {', '.join(known)}")
    for name, value in chosen.items():
        if name == "contexts":
            fits = isinstance(value, list) and all(map(_is_word, value))
        else:
            fits = (value is None and name in OPEN) or (
                _is_word(value) and value in CLOSED.get(name, (value,))
            )
        if not fits:
            raise ValueError(f"{value!r:.40} is no {name}")
    if one.value.get("quad") not in (None, *get_args(Quad)):
        raise ValueError(f"{one.value['quad']!r:.40} is no quad")


def _is_moment(written: str) -> bool:
    try:
        return _AT.fullmatch(written) is not None and datetime.fromisoformat(written).tzinfo is not None
    except ValueError:
        return False


def _are(fits: Any, values: Any) -> bool:
    return isinstance(values, list | tuple) and all(map(fits, values))


def _is_word(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_place(value: Any) -> bool:
    """Half-open characters."""
    whole = _are(lambda at: isinstance(at, int) and not isinstance(at, bool), value)
    return whole and len(value) == 2 and 0 <= value[0] < value[1]


def check_imported(one: Imported) -> None:
    """Raises ValueError where a ledger cannot hold the row."""
    if not 0 < len(one.id) <= LONGEST_ID or len(one.part) > LONGEST_PART:
        raise ValueError(f"{one.id!r:.40} is no id of a row")
    if one.day is not None and not _is_day(one.day):
        raise ValueError(f"{one.day!r:.40} is no day")
    codes = (*one.actor.countries, *one.recipient.countries, *filter(None, (one.country,)))
    if not all(_COUNTRY.fullmatch(code) for code in codes):
        raise ValueError(f"{' '.join(codes)!r:.40} are no countries; expected codes of three letters")
    if max(len(one.type or ""), len(one.mode or "")) > _LONGEST_TYPE:
        raise ValueError(f"{one.type!r:.40} is no type of event")
    counts = (number for number in (one.mentions, one.sources) if number is not None)
    if not all(0 <= number < _MOST_COUNTED for number in counts):
        raise ValueError("it counts more mentions than there can be")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
