"""Likenesses and credits as the ledger keeps them."""

from __future__ import annotations

import json
from typing import Any

from sayso.comparing.copying import SAME_SUBJECT, Likeness, Passage
from sayso.comparing.crediting import Credit
from sayso.schema.plain import from_plain, to_plain

_PLACES = 6  # of a part between 0 and 1
# Below so many words in common two documents have nothing to do with each other.
LEAST = 8


def is_kept(likeness: Likeness) -> bool:
    """Whether there is anything in common that origins may ask for."""
    return likeness.kind != "none" or likeness.narration >= LEAST or likeness.subject >= SAME_SUBJECT


def likeness_text(likeness: Likeness) -> str:
    """The likeness without the ids of its documents, which the row has."""
    parts = (likeness.a_in_b, likeness.b_in_a, likeness.statement, likeness.subject)
    passages = [[*each.a, *each.b, each.words, int(each.quoted)] for each in likeness.passages]
    rounded = [round(part, _PLACES) for part in parts]
    whole = [likeness.kind, *rounded, likeness.narration, likeness.quoted, passages]
    return json.dumps(whole, separators=(",", ":"))


def likeness_of(later: str, earlier: str, text: str) -> Likeness:
    """The likeness of two documents by their ids."""
    kind, a_in_b, b_in_a, statement, subject, narration, quoted, passages = json.loads(text)
    return Likeness(
        a=later,
        b=earlier,
        kind=kind,
        a_in_b=a_in_b,
        b_in_a=b_in_a,
        narration=narration,
        quoted=quoted,
        statement=statement,
        subject=subject,
        passages=tuple(_passage(each) for each in passages),
    )


def credit_text(credit: Credit) -> str:
    """The credit without its document."""
    plain: dict[str, Any] = to_plain(credit)
    del plain["document"]
    return json.dumps(plain, separators=(",", ":"))


def credit_of(document: str, text: str) -> Credit:
    """The credit that a document gives."""
    return from_plain(Credit, {"document": document, **json.loads(text)})


def _passage(kept: list[int]) -> Passage:
    a_start, a_end, b_start, b_end, words, quoted = kept
    return Passage((a_start, a_end), (b_start, b_end), words, bool(quoted))
