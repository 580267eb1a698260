"""The pages of the workbench, one module to a kind."""

from __future__ import annotations

from sayso.api.pages import (
    adding,
    deciding,
    documents,
    entities,
    hits,
    home,
    origins,
    outlets,
    pictures,
    places,
    records,
    reviewing,
    speakers,
    stories,
    watching,
)

_ACROSS = (stories.router, origins.router, speakers.router, outlets.router, places.router, pictures.router)
_CHANGING = (reviewing.router, deciding.router, adding.router)
_FIRST = (home.router, hits.router, documents.router, records.router, entities.router)
# Feeds stand before what would take `.atom` for a form of a download.
ROUTERS = (watching.router, *_FIRST, *_ACROSS, *_CHANGING)
