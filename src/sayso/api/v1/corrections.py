"""`/api/v1/corrections`: what persons decided. Nothing is overwritten: a decision is added, or undone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from fastapi import Path
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from starlette.exceptions import HTTPException
from starlette.responses import Response

from sayso.api.accounts.who import Editor
from sayso.api.handling import Reader
from sayso.api.v1.paging import Cursor, Limit
from sayso.api.v1.resource import Answer, Resource
from sayso.api.v1.shapes import Corrections, Decided
from sayso.api.writing import Writing
from sayso.codebook import load_codebook
from sayso.ledger.choosing import choose
from sayso.ledger.correcting import standing_ids
from sayso.ledger.deciding import about, assigning, decide, judging, merging, rating, splitting, undoing
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.values import values_of
from sayso.schema.checking import LONGEST_VERDICT
from sayso.schema.correction import Correction
from sayso.schema.plain import to_plain

router = Resource("corrections")
Word = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Words = Annotated[list[Word], Field(min_length=1, max_length=200)]
Value = Annotated[str, StringConstraints(max_length=300)] | list[Word] | None


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Review(_Body):
    """Claims, events or roles are coded as they should be, or there are no such in the text."""

    action: Literal["accept", "reject"]
    ids: Words = Field(description="DOCUMENT:c3, DOCUMENT:v2 or DOCUMENT:v2.actor.1.")

    def drafts(self, ledger: Ledger) -> Iterator[Correction]:
        yield from (about(choose(ledger, id), self.action) for id in self.ids)


class Edit(_Body):
    """Fields of a claim, an event or a role; null for none."""

    action: Literal["edit"]
    id: Word
    set: Annotated[dict[Word, Value], Field(min_length=1, max_length=20)]

    def drafts(self, ledger: Ledger) -> Iterator[Correction]:
        chosen = choose(ledger, self.id)
        pairs = [f"{name}={_written(value)}" for name, value in self.set.items()]
        yield about(chosen, "edit", values_of(chosen, pairs, load_codebook()))


class Merge(_Body):
    """These entities are one, or each of them stands alone; ids, or names in full."""

    action: Literal["merge", "split"]
    entities: Words

    def drafts(self, ledger: Ledger) -> Iterator[Correction]:
        yield (merging if self.action == "merge" else splitting)(ledger, self.entities)


class Rate(_Body):
    """How reliable a person holds a source to be, in the letters of the Admiralty code."""

    action: Literal["rate"]
    source: Word
    letter: Literal["A", "B", "C", "D", "E", "F"]

    def drafts(self, ledger: Ledger) -> Iterator[Correction]:
        yield rating(ledger, self.source, self.letter)


class Assign(_Body):
    """Outlets belong to one family of publishers; to none, where that is empty."""

    action: Literal["assign"]
    outlets: Words
    family: Annotated[str, StringConstraints(max_length=200)]

    def drafts(self, ledger: Ledger) -> Iterator[Correction]:
        yield from (assigning(ledger, outlet, self.family) for outlet in self.outlets)


class Verdict(_Body):
    """What a person found out about a claim, in their words, and the page where they give their reasons."""

    action: Literal["verdict"]
    id: Word
    verdict: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_VERDICT)]
    url: Annotated[str, StringConstraints(min_length=1, max_length=2000)]

    def drafts(self, ledger: Ledger) -> Iterator[Correction]:
        yield judging(choose(ledger, self.id), self.verdict, self.url)


Body = Annotated[Review | Edit | Merge | Rate | Assign | Verdict, Field(discriminator="action")]
Id = Annotated[str, Path(description="Of a correction (x…); its first characters are enough.", max_length=40)]


@router.get("/corrections", response_model=Corrections)
def corrections(ledger: Reader, limit: Limit = 50, cursor: Cursor = None) -> Response:
    """All decisions in the order in which they were made; undone ones too, since nothing is deleted."""
    known = ledger.corrections()
    standing = standing_ids(known)
    first = _place(known, cursor)
    page = known[first : first + limit]
    following = page[-1].id if first + limit < len(known) else None
    told = [_told(one) | {"stands": one.id in standing} for one in page]
    return Answer({"corrections": told, "next": following})


@router.post("/corrections", status_code=201, response_model=Decided)
def correct(ledger: Writing, who: Editor, body: Body) -> Response:
    """Decide about what was coded. It is signed with the name of whoever is logged in, or of the token; a
    verdict with that of a user, and of nothing else.
    """
    if isinstance(body, Verdict) and who.user is None:
        raise HTTPException(
            403, "A verdict is published under a person's name; log in, or use a user's token"
        )
    return _decided(ledger, body.drafts(ledger), who.name)


@router.post("/corrections/{id}/undo", status_code=201, response_model=Decided)
def undo(ledger: Writing, who: Editor, id: Id) -> Response:
    """A decision does not count any more. It is kept, and undoing the undoing restores it."""
    return _decided(ledger, iter([undoing(ledger, id)]), who.name)


def _decided(ledger: Ledger, drafts: Iterator[Correction], by: str) -> Response:
    written = decide(ledger, list(drafts), by=by)
    return Answer({"corrections": [_told(one.correction) | {"new": one.new} for one in written]}, 201)


def _told(one: Correction) -> dict[str, Any]:
    return {"id": one.id, **to_plain(one)}


def _place(known: list[Correction], cursor: str | None) -> int:
    if cursor is None:
        return 0
    for at, one in enumerate(known, 1):
        if one.id == cursor:
            return at
    raise LedgerError(f"{cursor!r:.60} is no place to go on from; give `next` of the page before")


def _written(value: str | list[str] | None) -> str:
    return ",".join(value) if isinstance(value, list) else value or ""
