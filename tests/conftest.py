"""A reading made by hand, for whatever shows or stores readings; and both stores."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from sayso.schema.attribution import Attribution, Source
from sayso.schema.claim import Claim
from sayso.schema.document import Document, Passage, document_id
from sayso.schema.entity import Entity
from sayso.schema.event import Count, Event, EventDate, Factuality, Magnitude, Place, Reason, Role, Standing
from sayso.schema.profile import Flag, Profile
from sayso.schema.reading import Reading
from sayso.schema.span import Span
from tests import postgres as servers
from tests.once import once

# A machine that is busy with something else is no fault of the code: no deadlines.
# `pytest --hypothesis-profile=thorough` tries more.
settings.register_profile("quick", deadline=None, max_examples=30)
settings.register_profile("thorough", deadline=None, max_examples=1_000)
settings.load_profile("quick")
MOST_PROCESSES = 8


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """The whole suite is shared out among the processors; `-n 0` keeps it in one process."""
    whole = config.args_source == config.ArgsSource.TESTPATHS and not config.option.collectonly
    if whole and config.pluginmanager.hasplugin("xdist") and not hasattr(config, "workerinput"):
        if config.option.numprocesses is None and not config.option.usepdb:
            config.option.numprocesses = min(_processors(), MOST_PROCESSES) if _processors() > 1 else 0
        if config.option.dist == "no":
            # tests that follow each other share what was made for them
            config.option.dist = "worksteal"


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first, so that no process is left alone with it at the end."""
    items.sort(key=lambda item: item.path.name != "test_browser.py")


TEXT = """Karvia accuses Ostrand of shelling convoy

TELMARA, 14 March 2025 — The minister, Ilena Brask, said drivers had told her that “the first shells came\
 from the east”.
"They aimed at lorries," she said, "in daylight."
Ostrand denies the accusation. The shelling reportedly <b>stopped</b> & began again.
At least nine drivers were hurt on Monday. A relief mission may leave Telmara next week.
"""
BRASK: dict[str, Any] = {
    "identity": "named_person",
    "naming": "named",
    "affiliation": "government",
    "role": "decision_maker",
    "country": "KAR",
}
DRIVERS: dict[str, Any] = {
    "identity": "unnamed_group",
    "naming": "collective",
    "affiliation": "witness",
    "role": "eyewitness",
}
OSTRAND: dict[str, Any] = {"identity": "named_group", "naming": "named", "affiliation": "government"}
NOBODY: dict[str, Any] = {"identity": "none_given", "naming": "implicit", "affiliation": "unknown"}


def span(words: str, *, after: str = "") -> Span:
    """The first place of these words in TEXT after the words `after`."""
    start = TEXT.index(words, TEXT.index(after))
    return Span.cut(TEXT, start, start + len(words))


def source(words: str | None, *, after: str = "", resolved: Span | None = None, **kinds: Any) -> Source:
    at = span(words, after=after) if words else None
    fields: dict[str, Any] = {"entity": None, "role": None, "country": None} | kinds
    start, end, text = (at.start, at.end, at.text) if at else (None, None, None)
    return Source(start=start, end=end, text=text, resolved=resolved, **fields)


def attributions() -> tuple[Attribution, ...]:
    east = span("“the first shells came from the east”")
    return (
        Attribution(
            id="a1",
            source=source("The minister, Ilena Brask", **BRASK),
            cue=span("said"),
            content=(span("drivers had told her that “the first shells came from the east”"),),
            form="mixed",
            attitude="assertion",
            channel="unknown",
            parent=None,
        ),
        Attribution(
            id="a2",
            source=source("drivers", **DRIVERS),
            cue=span("had told her"),
            content=(east,),
            form="direct",
            attitude="assertion",
            channel="interview",
            parent="a1",
        ),
        Attribution(
            id="a3",
            source=source("she", after="lorries,", resolved=span("Ilena Brask"), **BRASK),
            cue=span("said", after="lorries,"),
            content=(span('"They aimed at lorries,"'), span('"in daylight."')),
            form="direct",
            attitude="assertion",
            channel="statement",
            parent=None,
        ),
        Attribution(
            id="a4",
            source=source("Ostrand", after="daylight", **OSTRAND),
            cue=span("denies"),
            content=(span("the accusation"),),
            form="indirect",
            attitude="denial",
            channel="unknown",
            parent=None,
        ),
        Attribution(
            id="a5",
            source=source(None, **NOBODY),
            cue=span("reportedly"),
            content=(span("The shelling"), span("<b>stopped</b> & began again")),
            form="indirect",
            attitude="belief",
            channel="unknown",
            parent=None,
        ),
    )


def claims(said: tuple[Attribution, ...]) -> tuple[Claim, ...]:
    return tuple(
        Claim(f"c{n}", one.id, one.source, one.attitude, one.content, (one.parent,) if one.parent else ())
        for n, one in enumerate((one for one in said if one.attitude in ("assertion", "denial")), 1)
    )


def taker(words: str, *, after: str = "", resolved: Span | None = None, name: str | None = None) -> Role:
    at = span(words, after=after)
    return Role(at.start, at.end, at.text, resolved, None, name)


def place(name: str, *, after: str) -> Place:
    at = span(name, after=after)
    return Place(at.start, at.end, at.text, name)


def event(number: int, type: str, anchors: tuple[Span, ...], standing: Standing, **fields: Any) -> Event:
    """An event with nothing told but its names; `fields` tell the rest."""
    open_fields: dict[str, Any] = {
        "mode": None,
        "contexts": (),
        "quad": None,
        "actors": (),
        "recipients": (),
        "place": None,
        "date": EventDate(None, None, "unknown", None, "past"),
        "magnitude": Magnitude(),
        "attributions": (),
        "factuality": (Factuality((), "CT+"),),
        "why": (),
        "confidence": 0.9,
    }
    open_fields |= {"anchor": anchors[0], "mentions": anchors, "standing": standing} | fields
    return Event(id=f"v{number}", type=type, **open_fields)


def events() -> tuple[Event, ...]:
    shelling, shells = span("shelling"), span("shells")
    return (
        event(
            1, "ACCUSE", (span("accuses"), span("accusation")), "fact",
            mode="allege",
            actors=(taker("Karvia"),),
            recipients=(taker("Ostrand"),),
            date=EventDate("2025-03-14", "2025-03-15", "day", None, "past"),
        ),
        event(
            2, "ASSAULT", (shelling, shells), "denied",
            mode="heavy-weapons",
            contexts=("military",),
            actors=(taker("They", name="Ostrand"),),
            recipients=(taker("convoy"), taker("lorries")),
            attributions=("a2", "a1"),
            factuality=(Factuality(("a2", "a1"), "CT+"), Factuality(("a1",), "Uu"), Factuality((), "Uu")),
            why=(
                Reason("cue", span("had told her")),
                Reason("cue", span("said")),
                Reason("denial", span("denies")),
                Reason("body", shells),
            ),
        ),
        event(
            3, "RETREAT", (span("stopped"),), "reported",
            mode="ceasefire",
            attributions=("a5",),
            factuality=(Factuality(("a5",), "CT+"), Factuality((), "Uu")),
            why=(Reason("cue", span("reportedly")),),
        ),
        event(
            4, "ASSAULT", (span("hurt"),), "fact",
            recipients=(taker("drivers", after="nine"),),
            date=EventDate("2025-03-10", "2025-03-11", "day", span("on Monday"), "past"),
            magnitude=Magnitude(injured=Count(9, None, span("At least nine drivers"))),
        ),
        event(
            5, "AID", (span("leave"),), "possible",
            actors=(taker("A relief mission"),),
            place=place("Telmara", after="leave"),
            date=EventDate("2025-03-17", "2025-03-24", "week", span("next week"), "future"),
            factuality=(Factuality((), "PS+"),),
            why=(Reason("hedge", span("may")),),
        ),
    )  # fmt: skip


def profile(said: tuple[Attribution, ...], told: tuple[Event, ...]) -> Profile:
    return Profile(
        attributions=len(said),
        identity=dict(Counter(one.source.identity for one in said)),
        naming=dict(Counter(one.source.naming for one in said)),
        affiliation=dict(Counter(one.source.affiliation for one in said)),
        form=dict(Counter(one.form for one in said)),
        attributed_share=0.62,
        events=dict(Counter(one.standing for one in told)),
        flags=(Flag("plural_without_names", (span("drivers"),)),),
    )


def document() -> Document:
    headline = TEXT.index("TELMARA")
    dateline = TEXT.index("The minister")
    return Document(
        id=document_id(TEXT),
        title="Karvia accuses Ostrand of shelling convoy",
        outlet="The Telmara Courier",
        url=None,
        authors=(),
        published="2025-03-14",
        language="en",
        text=TEXT,
        wire=None,
        passages=(
            Passage("headline", 0, headline),
            Passage("dateline", headline, dateline),
            Passage("body", dateline, len(TEXT)),
        ),
    )


def made_reading() -> Reading:
    """Five attributions: one inside another, an interrupted quotation, a denial, a sourceless hedge; and
    five events of different standings.
    """
    said, told = attributions(), events()
    entities = (Entity("e1", "person", "Ilena Brask", (span("Ilena Brask"),)),)
    return Reading(
        "0.1.0", "made-by-hand", document(), entities, said, told, claims(said), profile(said, told)
    )


@pytest.fixture
def reading() -> Reading:
    """The one that `made_reading` makes."""
    return made_reading()


@pytest.fixture
def example() -> Path:
    """The article that README reads."""
    return Path(__file__).parent.parent / "examples" / "border-convoy.txt"


@pytest.fixture(scope="session")
def server() -> Iterator[servers.Server]:
    with servers.server() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The path or URL of a ledger that is still to be made."""
    if request.param == "sqlite":
        return str(tmp_path / "news.ledger")
    return servers.new_database(request.getfixturevalue("server"))


@pytest.fixture(scope="session")
def demo_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger that `sayso demo` builds; it is read, and not written to."""
    return once(tmp_path_factory, "the demo.ledger", _build_demo)


def _build_demo(path: Path) -> None:
    program = "import sys; sys.argv[0] = 'sayso'; from sayso.cli import main; main()"
    command = [sys.executable, "-c", program, "demo", "--no-serve", "--ledger", str(path)]
    built = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert built.returncode == 0, built.stderr
