"""`/api/v1/ledger`, `/api/v1/export`: the ledger as a whole."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import Response, StreamingResponse

from sayso import __version__
from sayso.api.handling import Reader, Served
from sayso.api.v1.resource import LINES, Answer, Resource, stream
from sayso.api.v1.shapes import Whole
from sayso.ledger.across.bringing import waiting
from sayso.ledger.exporting import export

router = Resource("ledger")


@router.get("/ledger", response_model=Whole)
def ledger(request: Request, ledger: Reader, settings: Served) -> Response:
    """What the ledger holds, in numbers."""
    counted = request.app.state.overview(None)
    told = {"name": settings.name, "version": __version__, "overview": counted, "waiting": waiting(ledger)}
    return Answer(told)


@router.get(
    "/export",
    response_class=StreamingResponse,
    responses={200: {"content": {LINES: {"schema": {"type": "string"}}}}},
)
def export_all(ledger: Reader, settings: Served) -> Response:
    """Every record, one JSON object to a line, as `sayso export` writes them; `sayso ingest` reads them.

    Users and tokens are never among them.
    """
    return stream(export(ledger), f"{settings.name.removesuffix('.ledger')}.jsonl")
