"""On whose word a text says that an organisation was violent: slot 11 of the keys of MUC-4.

A label is one organisation of one text with what the key says of it. sayso's answer is the standing of the
first violent event that has the organisation among its actors.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso import pipeline
from sayso.evaluation.bootstrap import bootstrap
from sayso.evaluation.errors import CorpusError
from sayso.evaluation.muc import Story, read_stories
from sayso.evaluation.muckeys import Confidence, Label, plain_name
from sayso.evaluation.result import Evaluation, Progress, silent
from sayso.reading import read_document
from sayso.schema.document import Document
from sayso.schema.event import Event, Role, Standing
from sayso.schema.reading import Reading

TASK = "standing"
VIOLENT = frozenset({"ASSAULT", "COERCE"})
AUTHORITIES = frozenset({"government", "military"})
FACT: Confidence = "REPORTED AS FACT"
CONFIDENCE: dict[Standing, Confidence] = {
    "fact": FACT,
    "admitted": "CLAIMED OR ADMITTED",
    "reported": "SUSPECTED OR ACCUSED",
    "denied": "SUSPECTED OR ACCUSED",
    "possible": "POSSIBLE",
    "planned": "POSSIBLE",
    "negated": "ACQUITTED",
}


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over labels, none negative.

    Attributes:
        labels: how many there are.
        found: how many have an event.
        right: found with a confidence that the key gives.
        right_side: found on the key's side of fact and not fact.
        allegations: found that the key never reports as fact.
        false_facts: of those, the ones whose event came out as fact.
    """

    labels: int = 0
    found: int = 0
    right: int = 0
    right_side: int = 0
    allegations: int = 0
    false_facts: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.labels + other.labels,
            self.found + other.found,
            self.right + other.right,
            self.right_side + other.right_side,
            self.allegations + other.allegations,
            self.false_facts + other.false_facts,
        )


@dataclass(frozen=True, slots=True)
class Violence:
    """What sayso says of one violent event.

    Attributes:
        confidence: its standing in the words of the key.
        actors: everything that they are called in the text, as `plain_name` gives it.
    """

    confidence: Confidence
    actors: tuple[str, ...]


def evaluate(path: Path, *, progress: Progress = silent) -> Evaluation:
    """Scores over the texts with labels; raises CorpusError where there are none below `path`."""
    begun = time.perf_counter()
    stories = [story for story in read_stories(path) if story.labels]
    if not stories:
        raise CorpusError(f"{path}: its keys name no organisation; give a folder of MUC-4 with filled keys")
    tallies: list[Tally] = []
    for story, reading in zip(stories, pipeline.read_batch(map(_document, stories)), strict=True):
        tallies.append(tally(story.labels, reading))
        progress(len(tallies), len(stories))
    intervals = bootstrap(tallies, scores)
    return Evaluation(TASK, str(path), len(stories), scores(tallies), intervals, time.perf_counter() - begun)


def _document(story: Story) -> Document:
    return read_document(story.text, kind="plain", date=story.published)


def tally(labels: Sequence[Label], reading: Reading) -> Tally:
    """The counts of one text."""
    told = list(violence(reading))
    return sum((_count(label, answer(label, told)) for label in labels), Tally())


def _count(label: Label, found: Confidence | None) -> Tally:
    if found is None:
        return Tally(labels=1)
    allegation = FACT not in label.confidences
    sides = {confidence == FACT for confidence in label.confidences}
    return Tally(
        labels=1,
        found=1,
        right=int(found in label.confidences),
        right_side=int((found == FACT) in sides),
        allegations=int(allegation),
        false_facts=int(allegation and found == FACT),
    )


def answer(label: Label, told: Sequence[Violence]) -> Confidence | None:
    """What sayso says of an organisation, in the words of the key; None where it sees no violence of it."""
    return next((one.confidence for one in told if _is_among(label, one.actors)), None)


def _is_among(label: Label, actors: Sequence[str]) -> bool:
    """An actor has one of the organisation's names in it, as whole words."""
    return any(f" {name} " in f" {actor} " for actor in actors for name in label.names)


def violence(reading: Reading) -> Iterator[Violence]:
    """The violent events of a text, in the order of their anchors."""
    mentions = {e.id: (e.name, *(span.text for span in e.mentions)) for e in reading.entities}
    for event in sorted(reading.events, key=lambda event: event.anchor.start):
        if event.type in VIOLENT:
            called = [name for role in event.actors for name in _called(role, mentions)]
            yield Violence(_confidence(event, reading), tuple(map(plain_name, called)))


def _called(role: Role, mentions: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Every word for who acts: as it stands there, what that stands for, and elsewhere in the text."""
    resolved = role.resolved.text if role.resolved else None
    yield from (name for name in (role.text, resolved, role.name) if name)
    yield from mentions.get(role.entity, ()) if role.entity else ()


def _confidence(event: Event, reading: Reading) -> Confidence:
    confidence = CONFIDENCE[event.standing]
    if confidence == "SUSPECTED OR ACCUSED" and _affiliation(event, reading) in AUTHORITIES:
        return "SUSPECTED OR ACCUSED BY AUTHORITIES"
    return confidence


def _affiliation(event: Event, reading: Reading) -> str | None:
    """Of the source on whose word the event stands, the innermost where there are several."""
    innermost = event.attributions[:1]
    return next((one.source.affiliation for one in reading.attributions if one.id in innermost), None)


def scores(tallies: Sequence[Tally]) -> dict[str, float]:
    """Percentages; what has nothing to be a share of is 0."""
    sums = sum(tallies, Tally())
    return {
        "found": _share(sums.found, sums.labels),
        "accuracy": _share(sums.right, sums.labels),
        "accuracy_found": _share(sums.right, sums.found),
        "fact_accuracy": _share(sums.right_side, sums.found),
        "false_fact_rate": _share(sums.false_facts, sums.allegations),
    }


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0
