"""`/changes`: what was decided and by whom; a decision comes in as a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from sayso.api.accounts.who import Editor, Person
from sayso.api.forms import Filled
from sayso.api.handling import Pages, Reader, page
from sayso.api.problems import is_program
from sayso.api.signing import given, sign, signer
from sayso.api.writing import Writing
from sayso.codebook import load_codebook
from sayso.ledger.choosing import choose
from sayso.ledger.decided import last_decided
from sayso.ledger.deciding import (
    Written,
    about,
    assigning,
    decide,
    judging,
    merging,
    rating,
    splitting,
    undoing,
)
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.naming import names_of
from sayso.ledger.values import values_of
from sayso.schema.correction import Correction
from sayso.workbench import addresses
from sayso.workbench.decisions import DONE, changes, entities_in
from sayso.workbench.editing import changed

router = Pages()
_PAGE = 50
_MOST_SKIPPED = 1_000_000


@router.page("/changes")
def made(request: Request, ledger: Reader, who: Person, skip: int = 0) -> HTMLResponse:
    """All that was decided, the last first; undone decisions too, since nothing is deleted."""
    skip = min(max(skip, 0), _MOST_SKIPPED)
    some, total = last_decided(ledger, limit=_PAGE, skip=skip)
    return page(
        request,
        "changes.html",
        changes=list(changes(some, names_of(ledger, entities_in(some)))),
        total=total,
        skip=skip,
        page_size=_PAGE,
        signed=signer(request, who),
        may_sign=who.by == "alone",
        asked=bool(given(request)),
    )


@router.post("/changes", include_in_schema=False)
def change(request: Request, ledger: Writing, who: Editor, form: Filled) -> Response:
    """A decision: `action` and what it is about. Back to where it was made, or JSON for a script."""
    back = addresses.ours(form.get("back", ""), otherwise="/changes")
    if form.get("action") == "sign":
        answer = RedirectResponse(back, 303)
        sign(answer, request, who, form.get("by", ""))
        return answer
    if form.get("action") == "verdict" and who.by == "alone" and not given(request):
        raise HTTPException(403, "A verdict is published under a person's name; sign with yours first")
    written = decide(ledger, list(_drafts(ledger, form)), by=signer(request, who))
    request.app.state.jobs.lay()  # what others tell of it may be another thing now
    if is_program(request.scope):
        return JSONResponse({"changes": [_told(one) for one in written]}, 201)
    return RedirectResponse(_with_last(back, written), 303)


def _drafts(ledger: Ledger, form: Mapping[str, str]) -> Iterator[Correction]:
    action, id = form.get("action", ""), form.get("id", "")
    if action in ("accept", "reject"):
        yield about(choose(ledger, id), "accept" if action == "accept" else "reject")
    elif action == "edit":
        chosen = choose(ledger, id)
        book = load_codebook()
        yield about(chosen, "edit", values_of(chosen, changed(chosen, form), book))
    elif action == "merge":
        yield merging(ledger, [id, *_others(form)])
    elif action == "split":
        yield splitting(ledger, [id])
    elif action == "rate":
        yield rating(ledger, form.get("source", ""), form.get("letter", ""))
    elif action == "assign":
        yield assigning(ledger, form.get("outlet", ""), form.get("family", ""))
    elif action == "verdict":
        yield judging(choose(ledger, id), form.get("verdict", ""), form.get("url", ""))
    elif action == "undo":
        yield undoing(ledger, id)
    else:
        raise HTTPException(
            400,
            f"{action!r:.40} is no decision; expected accept, reject, edit, merge, split, rate, assign,"
            " verdict or undo",
        )


def _others(form: Mapping[str, str]) -> list[str]:
    if not form.get("with", "").strip():
        raise LedgerError("nobody is named to be made one with; give a name in full, or an id")
    return [form["with"]]


def _with_last(back: str, written: list[Written]) -> str:
    """The page that was left, which tells what was done there and can undo it."""
    path, mark, place = back.partition("#")
    bare, _, query = path.partition("?")
    if bare != addresses.REVIEW:
        return back
    kept = [one for one in query.split("&") if one and not one.startswith("done=")]
    last = [urlencode({"done": written[-1].correction.id})] if written else []
    return f"{bare}?{'&'.join([*kept, *last])}{mark}{place}"


def _told(one: Written) -> dict[str, object]:
    return {"id": one.correction.id, "done": DONE[one.correction.action], "new": one.new}
