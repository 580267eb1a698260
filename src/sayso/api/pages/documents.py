"""`/documents/ID`: the article with who says what in it, and the same as files."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from sayso.api.handling import Pages, Reader, page
from sayso.api.problems import absent
from sayso.export.json import clean, to_json
from sayso.export.page import parts
from sayso.ledger.across.begun import documents_of_one_origin
from sayso.ledger.errors import AbsentError, LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.originals import kept
from sayso.ledger.showing import ShownDocument, show
from sayso.workbench import addresses
from sayso.workbench.named import named

router = Pages()


@router.page("/documents/{id}.txt")
def text(ledger: Reader, id: str) -> Response:
    """The text that every offset refers to."""
    told = clean(shown_document(ledger, id).reading.document.text)
    return Response(told, media_type="text/plain; charset=utf-8")


@router.page("/documents/{id}.json")
def records(ledger: Reader, id: str) -> Response:
    """All records, as `sayso read --json` prints them, with persons' corrections."""
    found = shown_document(ledger, id)
    headers = {"content-disposition": f'attachment; filename="{found.id}.json"'}
    return Response(to_json(found.reading, indent=1), media_type="application/json", headers=headers)


@router.page("/documents/{id}")
def document(request: Request, ledger: Reader, id: str) -> Response:
    found = shown_document(ledger, id)
    if found.id != id:  # asked for by its first characters, which may not be enough for ever
        return RedirectResponse(addresses.document(found.id))
    return page(
        request,
        "document.html",
        **parts(found.reading, links=addresses.records_of(found.reading)),
        provenance_told=found.provenance,
        entities=list(named(found.reading).values()),
        kept=kept(ledger, found.id) is not None,
        alike=documents_of_one_origin(ledger, found.id),
    )


def shown_document(ledger: Ledger, id: str) -> ShownDocument:
    """Raises AbsentError where no document has this id."""
    try:
        found = show(ledger, id)
    except LedgerError as error:
        raise absent(error) from error
    if not isinstance(found, ShownDocument):
        raise AbsentError(f"{id!r:.60} is no document; it has another address")
    return found
