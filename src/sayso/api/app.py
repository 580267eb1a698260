"""The application: a ledger, pages over it, and the guards before them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from anyio.to_thread import current_default_thread_limiter, run_sync
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from sayso import __version__
from sayso.api import v1
from sayso.api.accounts import pages as accounts
from sayso.api.accounts.attempts import Attempts
from sayso.api.accounts.identifying import Identified
from sayso.api.guarding import Guarded
from sayso.api.jobs import Jobs
from sayso.api.kept import Kept
from sayso.api.pages import ROUTERS
from sayso.api.problems import handle
from sayso.api.settings import Settings
from sayso.api.statics import Statics
from sayso.api.v1.describing import described
from sayso.api.writing import Writer
from sayso.export.formats import ExportError
from sayso.fetching.fetcher import Fetcher
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.limiting import limit
from sayso.runs.telling import tell

# Newer versions of the framework can measure requests and send that to an address in the environment, and
# have a limit of their own to bodies, whose answer would not pass the guards. Older ones ignore these.
_QUIET: dict[str, Any] = {
    "telemetry": {"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    "max_body_size": None,
}


def create_app(ledger: Ledger, settings: Settings) -> FastAPI:
    """The workbench over this ledger, which stays open for as long as it is served.

    Args:
        ledger: opened for reading; whoever opened it closes it.
        settings: how it is served.
    """
    limit(ledger, settings.query_seconds)
    app = FastAPI(
        title="sayso",
        version=__version__,
        description="Who says what, on whose say-so.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,  # its page loads scripts from elsewhere
        redoc_url=None,
        lifespan=_lifespan,
        **_QUIET,
    )
    app.state.ledger = ledger
    app.state.settings = settings
    app.state.writer = Writer(ledger.name)
    app.state.attempts = Attempts()
    app.state.fetcher = Fetcher()
    app.state.jobs = Jobs(app.state.writer, after=tell, originals=settings.originals)
    kept = app.state.kept = Kept(ledger)
    app.state.overview, app.state.counts, app.state.pictures = kept.overview, kept.counts, kept.pictures
    for kind in (HTTPException, RequestValidationError, LedgerError, ExportError):
        app.add_exception_handler(kind, handle)
    for router in (*ROUTERS, accounts.router, *v1.ROUTERS):
        app.include_router(router)
    app.mount("/static", Statics())
    app.openapi = lambda: described(app)  # type: ignore[method-assign]
    app.add_middleware(Identified, ledger=ledger, settings=settings)
    app.add_middleware(Guarded, settings=settings)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    # more threads than the ledger has connections would only wait for one
    current_default_thread_limiter().total_tokens = app.state.settings.threads
    yield
    await run_sync(app.state.jobs.close)
    app.state.writer.close()
