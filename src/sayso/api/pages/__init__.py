"""The pages of the workbench, one module to a kind."""

from __future__ import annotations

from sayso.api.pages import (
    adding,
    deciding,
    documents,
    entities,
    hits,
    home,
    judging,
    names,
    originals,
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

_NAMED = (names.router, judging.router)
_ACROSS = (stories.router, origins.router, speakers.router, outlets.router, places.router, pictures.router)
_CHANGING = (reviewing.router, deciding.router, adding.router)
_FIRST = (home.router, hits.router, documents.router, originals.router, records.router, entities.router)
# Feeds stand before what would take `.atom` for a form of a download.
ROUTERS = (watching.router, *_FIRST, *_NAMED, *_ACROSS, *_CHANGING)
