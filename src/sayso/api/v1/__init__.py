"""`/api/v1`: the same for programs, one module to a resource."""

from __future__ import annotations

from sayso.api.v1 import accounts, across, clusters, corrections, documents, entities, hits, ledger, records

# `/claims/facets` must be looked for before `/claims/{id}`.
ROUTERS = tuple(
    one.router
    for one in (ledger, documents, hits, records, entities, across, clusters, corrections, accounts)
)
