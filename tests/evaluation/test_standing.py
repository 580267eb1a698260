"""The standing of the first violent event of an organisation is held against the key."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

import pytest

from sayso.evaluation import standing
from sayso.evaluation.errors import CorpusError
from sayso.evaluation.muckeys import CONFIDENCES, Label, plain_name
from sayso.evaluation.standing import CONFIDENCE, Tally, answer, scores, tally, violence
from sayso.schema.attribution import Attribution
from sayso.schema.document import Document
from sayso.schema.entity import Entity
from sayso.schema.event import Event, EventDate, Magnitude, Role, Standing
from sayso.schema.profile import Profile
from sayso.schema.reading import Reading
from sayso.schema.span import Span
from tests.attribution.records import said

from .muc_files import KEY, write_corpus

TEXT = (
    "THE MINISTRY SAID THE NORTHERN\nFRONT SHELLED DRANIK. VILLAGERS SAID IT SHELLED THE PORT. "
    "THE NF KIDNAPPED A JUDGE. THE COAST GUARD MET THE UNION."
)
PROFILE = Profile(0, {}, {}, {}, {}, 0.0, {}, ())


def span(words: str, *, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span.cut(TEXT, start, start + len(words))


def role(
    words: str, *, resolved: str | None = None, name: str | None = None, entity: str | None = None
) -> Role:
    at = span(words)
    return Role(at.start, at.end, at.text, span(resolved) if resolved else None, entity, name)


def event(
    anchor: str,
    actor: Role,
    verdict: Standing = "fact",
    *,
    nth: int = 0,
    kind: str = "ASSAULT",
    chain: str = "",
) -> Event:
    at = span(anchor, nth=nth)
    return Event(
        id=f"v{at.start}",
        type=kind,
        mode=None,
        contexts=(),
        quad=None,
        anchor=at,
        mentions=(at,),
        actors=(actor,),
        recipients=(),
        place=None,
        date=EventDate(None, None, "unknown", None, "past"),
        magnitude=Magnitude(),
        attributions=tuple(chain.split()),
        factuality=(),
        standing=verdict,
        why=(),
        confidence=1.0,
    )


def reading(
    *events: Event, entities: Sequence[Entity] = (), attributions: Sequence[Attribution] = ()
) -> Reading:
    document = Document("d", None, None, None, (), None, "en", TEXT, None, ())
    return Reading(
        sayso="0",
        encoder="by hand",
        document=document,
        entities=tuple(entities),
        attributions=tuple(attributions),
        events=events,
        claims=(),
        profile=PROFILE,
    )


def label(names: str, *confidences: str) -> Label:
    return Label(
        frozenset(plain_name(name) for name in names.split("|")),
        frozenset(CONFIDENCES[one] for one in confidences),
    )


def told(names: str, read: Reading) -> str | None:
    return answer(label(names), list(violence(read)))


FRONT = role("THE NORTHERN\nFRONT")
SPEAKERS = [
    said(TEXT, "THE MINISTRY", "SAID", "SHELLED DRANIK", affiliation="government"),
    said(TEXT, "VILLAGERS", "SAID", "SHELLED DRANIK", id="a2", affiliation="witness"),
    said(TEXT, "THE COAST GUARD", "SAID", "SHELLED DRANIK", id="a3", affiliation="military"),
]


@pytest.mark.parametrize(
    ("verdict", "confidence"),
    [
        ("fact", "REPORTED AS FACT"),
        ("admitted", "CLAIMED OR ADMITTED"),
        ("reported", "SUSPECTED OR ACCUSED"),
        ("denied", "SUSPECTED OR ACCUSED"),
        ("possible", "POSSIBLE"),
        ("planned", "POSSIBLE"),
        ("negated", "ACQUITTED"),
    ],
)
def test_every_standing_has_a_word_in_the_keys(verdict: Standing, confidence: str) -> None:
    assert told("NORTHERN FRONT", reading(event("SHELLED", FRONT, verdict))) == confidence
    assert set(CONFIDENCE) == set(get_args(Standing))


@pytest.mark.parametrize(
    ("chain", "verdict", "confidence"),
    [
        ("a1", "reported", "SUSPECTED OR ACCUSED BY AUTHORITIES"),
        ("a3", "denied", "SUSPECTED OR ACCUSED BY AUTHORITIES"),
        ("a2", "reported", "SUSPECTED OR ACCUSED"),
        ("a2 a1", "reported", "SUSPECTED OR ACCUSED"),
        ("a1 a2", "reported", "SUSPECTED OR ACCUSED BY AUTHORITIES"),
        ("", "reported", "SUSPECTED OR ACCUSED"),
        ("a1", "admitted", "CLAIMED OR ADMITTED"),
        ("a1", "possible", "POSSIBLE"),
    ],
)
def test_authorities_are_the_innermost_source_of_an_accusation(
    chain: str, verdict: Standing, confidence: str
) -> None:
    read = reading(event("SHELLED", FRONT, verdict, chain=chain), attributions=SPEAKERS)
    assert told("NORTHERN FRONT", read) == confidence


@pytest.mark.parametrize(
    ("actor", "names"),
    [
        (FRONT, "NORTHERN FRONT"),
        (FRONT, "NF|THE NORTHERN FRONT"),
        (FRONT, "FRONT"),
        (role("IT", resolved="THE NORTHERN\nFRONT"), "NORTHERN FRONT"),
        (role("IT", name="Northern Front"), "NORTHERN FRONT"),
        (role("IT", entity="e1"), "NF"),
        (role("IT", entity="e1"), "NORTHERN FRONT"),
    ],
)
def test_an_actor_is_known_by_every_name_it_has_in_the_text(actor: Role, names: str) -> None:
    entity = Entity("e1", "organisation", "Northern Front", (span("NF"),))
    assert told(names, reading(event("SHELLED", actor), entities=[entity])) == "REPORTED AS FACT"


@pytest.mark.parametrize("names", ["RONT", "NORTHERN", "SOUTHERN FRONT", "NF", "COAST GUARD"])
def test_only_whole_names_count(names: str) -> None:
    found = told(names, reading(event("SHELLED", FRONT)))
    assert (found is not None) == (names == "NORTHERN")


def test_the_first_event_in_the_text_decides_whatever_the_order_of_the_records() -> None:
    later, first = event("SHELLED", FRONT, nth=1), event("SHELLED", FRONT, "reported")
    assert told("NORTHERN FRONT", reading(later, first)) == "SUSPECTED OR ACCUSED"


def test_only_violence_counts_and_only_by_its_actors() -> None:
    guard = role("THE COAST GUARD")
    assert told("COAST GUARD", reading(event("MET", guard, kind="CONSULT"))) is None
    assert told("COAST GUARD", reading(event("KIDNAPPED", guard, kind="COERCE"))) == "REPORTED AS FACT"
    assert told("UNION", reading(event("KIDNAPPED", guard, kind="COERCE"))) is None


@pytest.mark.parametrize(
    ("confidences", "verdict", "counts"),
    [
        (("REPORTED AS FACT",), "fact", (1, 1, 1, 1, 0, 0)),
        (("REPORTED AS FACT",), "reported", (1, 1, 0, 0, 0, 0)),
        (("POSSIBLE",), "reported", (1, 1, 0, 1, 1, 0)),
        (("POSSIBLE",), "planned", (1, 1, 1, 1, 1, 0)),
        (("POSSIBLE",), "fact", (1, 1, 0, 0, 1, 1)),
        (("POSSIBLE", "REPORTED AS FACT"), "fact", (1, 1, 1, 1, 0, 0)),
        (("POSSIBLE", "REPORTED AS FACT"), "admitted", (1, 1, 0, 1, 0, 0)),
        (("POSSIBLE", "ACQUITTED"), "negated", (1, 1, 1, 1, 1, 0)),
    ],
)
def test_a_found_label_is_counted_on_both_questions(
    confidences: tuple[str, ...], verdict: Standing, counts: tuple[int, ...]
) -> None:
    read = reading(event("SHELLED", FRONT, verdict))
    assert tally([label("NORTHERN FRONT", *confidences)], read) == Tally(*counts)


def test_a_label_without_an_event_is_wrong_and_no_false_fact() -> None:
    assert tally([label("NORTHERN FRONT", "POSSIBLE")], reading()) == Tally(labels=1)


def test_always_fact_gets_every_allegation_wrong() -> None:
    labels = [
        label("NORTHERN FRONT", "REPORTED AS FACT"),
        label("NF", "POSSIBLE"),
        label("UNION", "POSSIBLE"),
    ]
    read = reading(event("SHELLED", FRONT), event("KIDNAPPED", role("THE NF")))
    assert scores([tally(labels, read)]) == pytest.approx(
        {
            "found": 200 / 3,
            "accuracy": 100 / 3,
            "accuracy_found": 50.0,
            "fact_accuracy": 50.0,
            "false_fact_rate": 100.0,
        }
    )


def test_shares_of_nothing_are_zero() -> None:
    assert set(scores([]).values()) == set(scores([Tally(labels=2)]).values()) == {0.0}


def test_a_whole_folder_gives_every_score_with_its_interval(tmp_path: Path) -> None:
    seen: list[Any] = []
    found = standing.evaluate(write_corpus(tmp_path), progress=lambda *done: seen.append(done))
    assert (found.task, found.documents, seen) == ("standing", 1, [(1, 1)])
    names = ["found", "accuracy", "accuracy_found", "fact_accuracy", "false_fact_rate"]
    assert list(found.scores) == list(found.intervals) == names
    assert all(found.intervals[name] == (found.scores[name], found.scores[name]) for name in names)


def test_keys_that_name_nobody_say_so(tmp_path: Path) -> None:
    emptied = "\n".join(line for line in KEY.splitlines() if not line.startswith("11."))
    with pytest.raises(CorpusError, match="name no organisation"):
        standing.evaluate(write_corpus(tmp_path, key=emptied.replace("POSSIBLE", "-")))
