"""Documents that are read in the background, one job at a time."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from queue import SimpleQueue
from secrets import token_hex
from threading import Event, Lock, Thread
from typing import Literal

from starlette.exceptions import HTTPException

from sayso.api.adding import READING
from sayso.api.writing import Writer
from sayso.fetching.fetched import NotModified
from sayso.inputs.item import Item
from sayso.ledger.across.bringing import bring_up
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.runs.ingesting import Outcome, ingest
from sayso.runs.setting import Setting

LOG = logging.getLogger("sayso.api")
Phase = Literal["waiting", "reading", "laying", "done", "stopped", "failed"]
Source = Callable[[Ledger], Iterable[Item | NotModified]]
_MOST_KEPT = 50
_MOST_WAITING = 10
_SHARD = 4  # documents that are read together; few, so that one sees how it goes


@dataclass(slots=True)
class Job:
    """What is read, and what became of it until now.

    Attributes:
        id: in its address.
        what: is read, in words.
        by: who asked for it.
        total: of the items as far as is known; files may hold many.
        source: gives the items.
        told: words about an item, without what nobody need know.
        tidy: is called at the end, however it comes.
        begun: when it was asked for.
        phase: where it is.
        outcomes: of all items until now.
        laid: (documents laid beside the others, all that are due).
        why: it failed, a sentence.
    """

    id: str
    what: str
    by: str
    total: int
    source: Source
    told: Callable[[str], str]
    tidy: Callable[[], object]
    begun: datetime
    phase: Phase = "waiting"
    outcomes: list[Outcome] = field(default_factory=list)
    laid: tuple[int, int] = (0, 0)
    why: str = ""
    stopping: Event = field(default_factory=Event)

    @property
    def over(self) -> bool:
        return self.phase in ("done", "stopped", "failed")


class Jobs:
    """The jobs of one workbench; a thread of their own begins with the first.

    Args:
        writer: gives the ledger for writing.
        after: is called with the ledger when a job brought something.
        originals: what is read is kept as it came in.
    """

    def __init__(
        self,
        writer: Writer,
        after: Callable[[Ledger], object] = lambda ledger: None,
        *,
        originals: bool = False,
    ) -> None:
        self._writer, self._after, self._originals = writer, after, originals
        self._known: OrderedDict[str, Job] = OrderedDict()
        self._queue: SimpleQueue[Job | None] = SimpleQueue()
        self._due = Event()
        self._news = Event()
        self._lock = Lock()
        self._thread: Thread | None = None

    def begin(
        self,
        source: Source,
        *,
        what: str,
        by: str,
        total: int,
        told: Callable[[str], str] = lambda words: words,
        tidy: Callable[[], object] = lambda: None,
    ) -> Job:
        """Puts a job behind the others.

        Raises:
            HTTPException: too many wait.
        """
        with self._lock:
            if sum(job.phase == "waiting" for job in self._known.values()) >= _MOST_WAITING:
                raise HTTPException(
                    503, f"{_MOST_WAITING} jobs are waiting already; add more when some are done"
                )
            job = Job(token_hex(6), what, by, total, source, told, tidy, datetime.now(UTC))
            self._known[job.id] = job
            self._forget()
        self._put(job)
        return job

    def lay(self) -> None:
        """Lays what is due beside the others, behind the jobs that wait; once, however often it is asked."""
        if not self._due.is_set():
            self._due.set()
            self._put(Job("", "", "", 0, lambda _: (), str, lambda: None, datetime.now(UTC)))

    def tell(self) -> None:
        """Calls `after` behind the jobs that wait: a document was brought in by somebody else."""
        self._news.set()
        self.lay()

    def _put(self, job: Job) -> None:
        with self._lock:
            if self._thread is None:
                self._thread = Thread(target=self._work, name="sayso-jobs", daemon=True)
                self._thread.start()
        self._queue.put(job)

    def find(self, id: str) -> Job | None:
        with self._lock:
            return self._known.get(id)

    def last(self) -> list[Job]:
        """The last one first."""
        with self._lock:
            return list(reversed(self._known.values()))

    def close(self, *, seconds: float = 20) -> None:
        """Lets the job that is under way end with the document that is being read."""
        for job in self.last():
            job.stopping.set()
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join(seconds)

    def _forget(self) -> None:
        over = [id for id, job in self._known.items() if job.over]
        for id in over[: max(0, len(self._known) - _MOST_KEPT)]:
            del self._known[id]

    def _work(self) -> None:
        while (job := self._queue.get()) is not None:
            try:
                self._run(job)
            except Exception as error:
                LOG.error("job %s", job.id, exc_info=error)
                job.why = str(error) if isinstance(error, LedgerError) else _BROKE
                job.phase = "failed"
            finally:
                job.tidy()

    def _run(self, job: Job) -> None:
        if job.stopping.is_set():
            job.phase = "stopped"
            return
        ledger = self._writer.open()
        with READING:
            if job.total:
                job.phase = "reading"
                _read(job, ledger, originals=self._originals)
            self._due.clear()
            job.phase = "laying"
            bring_up(ledger, at=lambda done, total: _note(job, done, total))
        job.phase = "stopped" if job.stopping.is_set() else "done"
        if self._news.is_set() or any(one.status == "read" for one in job.outcomes):
            self._news.clear()
            self._tell(ledger)

    def _tell(self, ledger: Ledger) -> None:
        """What goes wrong here is no fault of the job."""
        try:
            self._after(ledger)
        except Exception as error:
            LOG.error("after a job", exc_info=error)


_BROKE = "sayso broke on this; the log of the server tells more"


def _note(job: Job, done: int, total: int) -> None:
    job.laid = (done, total)


def _read(job: Job, ledger: Ledger, *, originals: bool) -> None:
    items = _changed(job, job.source(ledger))
    size = _SHARD if job.total > 1 else 1
    with closing(ingest(items, ledger, setting=Setting(), size=size, originals=originals)) as outcomes:
        for one in outcomes:
            job.outcomes.append(replace(one, why=job.told(one.why)))
            if job.stopping.is_set():
                return


def _changed(job: Job, found: Iterable[Item | NotModified]) -> Iterator[Item]:
    for one in found:
        if job.stopping.is_set():
            return
        if isinstance(one, NotModified):
            job.outcomes.append(Outcome(one.url, "known"))
        else:
            yield one
