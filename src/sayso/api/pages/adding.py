"""`/add`: files, a text or addresses into the ledger; `/add/JOB`: how far it is, and what became of each."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fastapi import Request
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sayso.api.accounts.who import Editor
from sayso.api.handling import Pages, page
from sayso.api.jobs import Job, Jobs
from sayso.api.signing import signer
from sayso.api.uploads import MOST_FILES, Sent, keep_files, words_of
from sayso.fetching.fetched import NotModified
from sayso.inputs.item import Item
from sayso.ledger.ledger import Ledger
from sayso.reading.article import Metadata
from sayso.runs.gathering import fetch_items
from sayso.runs.remembering import Remembered
from sayso.workbench import addresses
from sayso.workbench.coverage import coverage
from sayso.workbench.rendering import counted

router = Pages()
MOST_ADDRESSES = 50
_ADDRESS = re.compile(r"https?://\S{1,2000}", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LONGEST_LINE = 500
_FIELDS = ("text", "title", "outlet", "published", "addresses")


def _jobs(request: Request) -> Jobs:
    found: Jobs = request.app.state.jobs
    return found


@router.page("/add")
def add(request: Request, who: Editor) -> HTMLResponse:
    return _form(request, {})


@router.post("/add", include_in_schema=False)
async def added(request: Request, who: Editor, form: Sent) -> Response:
    """Begins a job: `what` says of which of the forms it is."""
    try:
        job = await _begun(request, form, by=signer(request, who))
    except HTTPException as error:
        if error.status_code != 400:
            raise
        given = {name: words_of(form, name) for name in _FIELDS}
        return _form(request, given, problem=str(error.detail), status=400)
    finally:
        await form.close()
    return RedirectResponse(addresses.job(job.id), 303)


@router.page("/add/{id}")
def job(request: Request, who: Editor, id: str) -> HTMLResponse:
    found = _job(request, id)
    return page(request, "job.html", job=found, coverage=coverage(found.outcomes))


@router.post("/add/{id}", include_in_schema=False)
def stop(request: Request, who: Editor, id: str) -> Response:
    """Ends a job with the document that is being read."""
    _job(request, id).stopping.set()
    return RedirectResponse(addresses.job(id), 303)


def _job(request: Request, id: str) -> Job:
    found = _jobs(request).find(id)
    if found is None:
        raise HTTPException(404, "There is no such job any more; what it read is in the ledger")
    return found


def _form(request: Request, given: dict[str, str], *, problem: str = "", status: int = 200) -> HTMLResponse:
    return page(
        request,
        "add.html",
        status=status,
        given={name: given.get(name, "") for name in _FIELDS},
        problem=problem,
        jobs=_jobs(request).last()[:10],
        most_files=MOST_FILES,
        most_addresses=MOST_ADDRESSES,
        most_megabytes=request.app.state.settings.most_upload // 1_000_000,
    )


async def _begun(request: Request, form: FormData, *, by: str) -> Job:
    what, jobs = words_of(form, "what"), _jobs(request)
    if what == "files":
        kept = await keep_files(form)
        told = kept.files[0].name if len(kept.files) == 1 else counted(len(kept.files), "file")
        try:
            return jobs.begin(
                lambda _: kept.items(),
                what=told,
                by=by,
                total=len(kept.files),
                told=kept.told,
                tidy=kept.remove,
            )
        except HTTPException:
            kept.remove()
            raise
    if what == "text":
        item = _text(form, by)
        return jobs.begin(lambda _: [item], what=item.told.title or "a text", by=by, total=1)
    if what == "addresses":
        urls = _addresses(words_of(form, "addresses"))
        told = urls[0][:120] if len(urls) == 1 else counted(len(urls), "address", "addresses")
        return jobs.begin(lambda ledger: _fetched(request, ledger, urls), what=told, by=by, total=len(urls))
    raise HTTPException(400, "Nothing is given; choose files, paste a text, or name an address")


def _fetched(request: Request, ledger: Ledger, urls: list[str]) -> Iterable[Item | NotModified]:
    """As `sayso fetch` does: politely, and from no machine of this network."""
    return fetch_items(urls, fetcher=request.app.state.fetcher, memory=Remembered(ledger))


def _text(form: FormData, by: str) -> Item:
    text = words_of(form, "text")
    published = words_of(form, "published").strip()
    if not text.strip():
        raise HTTPException(400, "There is no text; paste that of an article")
    if published and not _DAY.fullmatch(published):
        raise HTTPException(400, f"{published!r:.40} is no day; expected such as 2026-11-22")
    title, outlet = _line(form, "title"), _line(form, "outlet")
    told = Metadata(title=title or None, outlet=outlet or None, published=published or None)
    return Item(f"text of {by}", content=text, kind="plain", told=told)


def _line(form: FormData, name: str) -> str:
    return " ".join(words_of(form, name).split())[:_LONGEST_LINE]


def _addresses(given: str) -> list[str]:
    found = list(dict.fromkeys(given.split()))
    wrong = next((one for one in found if not _ADDRESS.fullmatch(one)), None)
    if wrong is not None:
        raise HTTPException(
            400, f"{wrong!r:.80} is no address; expected such as https://courier.example/2026/ferry"
        )
    if not found or len(found) > MOST_ADDRESSES:
        raise HTTPException(
            400, f"{len(found)} addresses are given; give 1 to {MOST_ADDRESSES}, one to a line"
        )
    return found
