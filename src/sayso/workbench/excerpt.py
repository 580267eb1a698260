"""The words around an event's anchor, from sentence to sentence where they are long enough for that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.comparing.account import AROUND, Account
from sayso.workbench.marking import CUT

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=\S)|\n+")
_STOP = (".", "!", "?", "…")
_CLOSING = "\"'”’)]"


def excerpt(account: Account) -> Iterator[tuple[str, bool]]:
    """(characters, whether they are the anchor), in order."""
    text, anchor = account.around or account.content, account.anchor
    begun = text[AROUND : AROUND + len(anchor)] == anchor  # the document goes on before
    at = AROUND if begun else max(text.find(anchor), 0)
    end = at + len(anchor)
    start = _start(text, at) if begun else 0
    last = _end(text, end) if len(text) - end >= AROUND else len(text)
    cut_before = begun and not _SENTENCE_END.search(text[max(0, start - 4) : start] + "x")
    yield f"{CUT} {text[start:at].lstrip()}" if cut_before else text[start:at], False
    yield text[at:end], True
    rest = text[end:last]
    yield rest if rest.rstrip(_CLOSING).endswith(_STOP) or last == len(text) else f"{rest} {CUT}", False


def _start(text: str, at: int) -> int:
    """After the first end of a sentence before the anchor, or else after the first space."""
    found = _SENTENCE_END.search(text, 0, at)
    return found.end() if found else text.find(" ", 0, at) + 1


def _end(text: str, end: int) -> int:
    """Before the last end of a sentence after the anchor, or else before the last space."""
    found = list(_SENTENCE_END.finditer(text, end))
    if found:
        return found[-1].start() + len(found[-1][0].rstrip())
    space = text.rfind(" ", end)
    return space if space > 0 else len(text)
