"""`/outlets/NAME` and `/compare`: what an outlet published and how it sources it, and two side by side."""

from __future__ import annotations

from typing import Any

from fastapi import Request
from starlette.responses import Response

from sayso.api.handling import Pages, Reader, page
from sayso.api.kept import Kept
from sayso.api.problems import absent, sentence
from sayso.comparing.outlets import outlet_key
from sayso.ledger.across.begun import titles
from sayso.ledger.across.judged import families
from sayso.ledger.across.outlet import outlet as outlet_of
from sayso.ledger.across.outlets import Comparison
from sayso.ledger.errors import BusyError, LedgerError, SlowError
from sayso.ledger.ledger import Ledger
from sayso.ledger.overview import Overview
from sayso.workbench import addresses
from sayso.workbench.given import given, skipped

router = Pages()
_PAGE = 30


@router.page("/outlets/{name:path}")
def outlet(request: Request, ledger: Reader, name: str) -> Response:
    skip = skipped(given(request.query_params.multi_items(), "skip")["skip"])
    try:
        found = outlet_of(ledger, name, limit=_PAGE, skip=skip)
    except LedgerError as error:
        raise absent(error) from error
    here = addresses.outlet(name)
    end = skip + len(found.documents)
    others = [other for other in _outlets(request) if other != found.name]
    return page(
        request,
        "outlet.html",
        outlet=found,
        others=others,
        family=_family(ledger, found.name),
        skip=skip,
        first=here,
        next=addresses.with_query(here, [("skip", str(end))]) if end < found.articles else None,
    )


@router.page("/compare")
def comparison(request: Request, ledger: Reader) -> Response:
    asked = {"a": "", "b": "", "since": "", "until": ""}
    problem, found = "", None
    try:
        asked = dict(given(request.query_params.multi_items(), *asked))
        if asked["a"] and asked["b"]:
            kept: Kept = request.app.state.kept
            found = kept.comparisons((asked["a"], asked["b"], asked["since"] or None, asked["until"] or None))
    except (BusyError, SlowError):
        raise
    except LedgerError as error:
        problem = sentence(str(error))
    shown = _sides(ledger, found) if found else {}
    return page(
        request,
        "compare.html",
        status=400 if problem else 200,
        asked=asked,
        problem=problem,
        outlets=_outlets(request),
        found=found,
        **shown,
    )


def _family(ledger: Ledger, name: str) -> str:
    """Of publishers, as a person said; "" for none."""
    key = outlet_key(name)
    mine = (one.value["family"] for one in families(ledger) if outlet_key(one.target["outlet"]) == key)
    return next(mine, "")


def _outlets(request: Request) -> list[str]:
    """The largest outlets of the ledger, by their names."""
    counted: Overview = request.app.state.overview(None)
    return sorted({name for name, _ in counted.outlets if name}, key=str.casefold)


def _sides(ledger: Ledger, found: Comparison) -> dict[str, Any]:
    sides = (found.one, found.other)
    ids = {id for each in found.alike for id in (*each.one, *each.other, each.origin)}
    kinds = [
        (kind, values)
        for kind in ("naming", "affiliation")
        if (values := _values(*(getattr(side.sourcing, kind) for side in sides)))
    ]
    return {"sides": sides, "kinds": kinds, "titles": titles(ledger, ids)}


def _values(one: dict[str, int], other: dict[str, int]) -> list[str]:
    """The values of both, the more frequent first."""
    total = {value: one.get(value, 0) + other.get(value, 0) for value in (*one, *other)}
    return sorted(total, key=lambda value: (-total[value], value))
