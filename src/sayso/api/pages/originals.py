"""`/documents/ID/original`: what came in, beside the text that was read from it."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sayso.api.guarding import POLICY
from sayso.api.handling import Pages, Reader, page
from sayso.api.pages.documents import shown_document
from sayso.ledger.errors import AbsentError
from sayso.ledger.ledger import Ledger
from sayso.ledger.originals import Original, original_of
from sayso.workbench import addresses, sanitising

router = Pages()
_SUFFIXES = {"html": "html", "plain": "txt", "markdown": "md", "pdf": "pdf"}
# Only this page shows another within itself, and that is ours.
_FRAMING = {"content-security-policy": f"{POLICY}; frame-src 'self'"}
_FRAMED = {"content-security-policy": sanitising.POLICY, "x-frame-options": "SAMEORIGIN"}


@router.page("/documents/{id}/original")
def original(request: Request, ledger: Reader, id: str) -> Response:
    found = shown_document(ledger, id)
    if found.id != id:
        return RedirectResponse(addresses.original(found.id))
    kept = _original(ledger, id)
    shown = page(
        request,
        "original.html",
        document=found.reading.document,
        kind=kept.kind,
        digest=kept.digest,
        size=len(kept.content),
    )
    shown.headers.update(_FRAMING)
    return shown


@router.page("/documents/{id}/original/frame")
def frame(ledger: Reader, id: str) -> Response:
    """Its words, with nothing in it that could act."""
    kept = _original(ledger, id)
    if kept.kind == "pdf":
        raise AbsentError("A PDF is not shown within a page; take the file")
    return HTMLResponse(sanitising.page_of(kept, title=f"Original of {id}"), headers=_FRAMED)


@router.page("/documents/{id}/original/file")
def file(ledger: Reader, id: str) -> Response:
    """Its bytes, for other programs; no browser shows it under this address."""
    kept = _original(ledger, id)
    name = f"{id}.{_SUFFIXES[kept.kind]}"
    return Response(
        kept.content,
        media_type="application/octet-stream",
        headers={
            "content-disposition": f'attachment; filename="{name}"',
            "content-security-policy": sanitising.POLICY,
        },
    )


def _original(ledger: Ledger, id: str) -> Original:
    found = original_of(ledger, id)
    if found is None:
        raise AbsentError(f"No original of {id!r:.40} is kept; `sayso ingest --keep-originals` keeps them")
    return found
