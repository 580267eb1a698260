"""`/api/v1/documents`: the articles, what they hold, and new ones."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from starlette.exceptions import HTTPException
from starlette.responses import Response

from sayso.api.accounts.who import Editor
from sayso.api.adding import add_address, add_item
from sayso.api.handling import Reader, Served
from sayso.api.pages.documents import shown_document
from sayso.api.v1.paging import Cursor, Limit
from sayso.api.v1.resource import Answer, Resource
from sayso.api.v1.shapes import Added, Documents
from sayso.api.writing import Writing
from sayso.export.json import to_object
from sayso.inputs.fetched import page_item
from sayso.inputs.item import Item
from sayso.ledger.listing import list_documents
from sayso.ledger.shown import Provenance
from sayso.reading.article import Metadata
from sayso.runs.ingesting import Outcome
from sayso.schema.reading import Reading

router = Resource("documents")
Id = Annotated[str, Path(description="Of a document; its first characters are enough.", max_length=40)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=r"^[^\x00-\x1f]*$")]
_KINDS = ("text/plain", "text/html", "text/markdown", "application/pdf")
_FILE = {
    "requestBody": {
        "required": True,
        "content": {kind: {"schema": {"type": "string", "format": "binary"}} for kind in _KINDS},
    }
}


class Told(BaseModel):
    """An article as text, or its address, with what is known about it.

    One of `text` and `address` must be given, and not both; the rest goes with `text`.
    """

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, StringConstraints(min_length=1, max_length=1_000_000)] | None = None
    address: Annotated[str, StringConstraints(pattern=r"^https?://\S+$", max_length=2000)] | None = Field(
        None, description="Fetched as `sayso fetch` does: politely, and from no machine of this network."
    )
    title: Line | None = None
    outlet: Line | None = None
    url: Line | None = Field(None, description="Where the text was published.")
    published: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\d$")] | None = None
    authors: Annotated[list[Line], Field(max_length=50)] = []


@router.get("/documents", response_model=Documents)
def documents(
    ledger: Reader,
    outlet: Annotated[str | None, Query(max_length=500, description="The publisher, in full.")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """The documents, the last that came in first."""
    found = list_documents(ledger, outlet=outlet, limit=limit, after=cursor)
    return Answer({"documents": found.rows, "next": found.next})


@router.post("/documents", status_code=201, response_model=Added)
def add(request: Request, ledger: Writing, who: Editor, settings: Served, told: Told) -> Response:
    """Read a text, or the page behind an address, into the ledger.

    The answer is 201 for a new document, and 200 where the ledger had its text already.
    """
    if (told.text is None) == (told.address is None):
        raise HTTPException(400, "Give either text or address")
    if told.address is not None:
        if told.model_fields_set - {"address"}:
            raise HTTPException(400, "With an address nothing else is given: the page itself tells the rest")
        fetcher = request.app.state.fetcher
        return _answer(request, add_address(ledger, told.address, fetcher, originals=settings.originals))
    about = Metadata(
        title=told.title,
        outlet=told.outlet,
        url=told.url,
        published=told.published,
        authors=tuple(told.authors),
    )
    item = Item(f"text of {who.name}", content=told.text, kind="plain", told=about)
    return _answer(request, add_item(ledger, item))


@router.post("/documents/file", status_code=201, response_model=Added, openapi_extra=_FILE)
async def add_file(
    request: Request,
    ledger: Writing,
    who: Editor,
    settings: Served,
    name: Annotated[str, Query(min_length=1, max_length=200, description="What the file is called.")],
) -> Response:
    """Read a file into the ledger: plain text, HTML, Markdown or PDF, as the body of the request."""
    from anyio.to_thread import run_sync

    kind = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
    if kind not in _KINDS:
        raise HTTPException(415, f"{kind!r:.60} is not read here; expected one of {', '.join(_KINDS)}")
    content = await request.body()
    is_pdf = kind == "application/pdf"
    item = (
        Item(name, content=content, kind="pdf")
        if is_pdf
        else page_item(name, content, url="", content_type=kind)
    )
    added = await run_sync(partial(add_item, ledger, item, originals=settings.originals))
    return _answer(request, added)


@router.get("/documents/{id}", response_model=Provenance)
def provenance(ledger: Reader, id: Id) -> Response:
    """Where a document comes from: its places, its codings, and what persons decided about it."""
    return Answer(shown_document(ledger, id).provenance)


@router.get("/documents/{id}/reading", response_model=Reading)
def reading(ledger: Reader, id: Id) -> Response:
    """All records of a document with persons' corrections, as `sayso read --json` prints them."""
    return Answer(to_object(shown_document(ledger, id).reading))


def _answer(request: Request, outcome: Outcome) -> Response:
    """What became of it; who is told of new hits is told behind the answer."""
    if outcome.status == "read":
        request.app.state.jobs.tell()
    told = {"id": outcome.document, "status": outcome.status, "why": outcome.why}
    location = {"location": f"/api/v1/documents/{outcome.document}/reading"}
    return Answer(told, 201 if outcome.status == "read" else 200, headers=location)
