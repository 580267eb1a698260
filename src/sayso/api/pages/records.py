"""`/claims/DOC:c3`, `/events/DOC:v2` and the like: one record and where it comes from."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from sayso.api.accounts.who import who_of
from sayso.api.handling import Pages, Reader, page
from sayso.api.pages.documents import shown_document
from sayso.api.problems import absent
from sayso.api.signing import given, signer
from sayso.export.eventcards import event_card
from sayso.ledger.errors import AbsentError, LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.showing import ShownRecord, show
from sayso.schema.event import Event
from sayso.workbench import addresses
from sayso.workbench.editing import correctable
from sayso.workbench.named import named
from sayso.workbench.placing import in_place

router = Pages()


@router.page("/claims/{id}")
def claim(request: Request, ledger: Reader, id: str) -> Response:
    return _record(request, ledger, id, "claim")


@router.page("/events/{id}")
def event(request: Request, ledger: Reader, id: str) -> Response:
    return _record(request, ledger, id, "event")


@router.page("/attributions/{id}")
def attribution(request: Request, ledger: Reader, id: str) -> Response:
    return _record(request, ledger, id, "attribution")


@router.page("/mentioned/{id}")
def mentioned(request: Request, ledger: Reader, id: str) -> Response:
    return _record(request, ledger, id, "entity")


def _record(request: Request, ledger: Ledger, id: str, kind: str) -> Response:
    shown = _shown(ledger, id, kind)
    who = who_of(request)
    if shown.id != id:  # asked for by the first characters of its document
        return RedirectResponse(addresses.record(shown.id))
    reading = shown_document(ledger, shown.document.id).reading
    said = {one.id: one for one in reading.attributions}
    record = shown.record
    return page(
        request,
        "record.html",
        shown=shown,
        pieces=list(in_place(shown)),
        event=event_card(record, said) if isinstance(record, Event) else None,
        entities=named(reading),
        correcting=correctable(shown) if who.may("write") else None,
        editing="edit" in request.query_params,
        back=addresses.ours(request.query_params.get("back", ""), otherwise=request.url.path),
        signed=signer(request, who),
        may_sign=who.by == "alone",
        asked=bool(given(request)),
    )


def _shown(ledger: Ledger, id: str, kind: str) -> ShownRecord:
    try:
        found = show(ledger, id)
    except LedgerError as error:
        raise absent(error) from error
    if not isinstance(found, ShownRecord) or found.kind != kind:
        raise AbsentError(f"{id!r:.60} is no {kind}; it has another address")
    return found
