"""Facts inside quotations are counted, and nothing else."""

from __future__ import annotations

from sayso.evaluation.leaks import Leaks, leak_interval, leak_rate, leaks
from sayso.evaluation.wordsets import Relation

SAID = [Relation(source=((0, 4),), cue=((5, 9),), content=((10, 40), (50, 60)))]


def test_only_facts_inside_a_content_leak() -> None:
    events = [((12, 18), "fact"), ((20, 25), "reported"), ((52, 55), "fact"), ((70, 75), "fact")]
    assert leaks(SAID, events) == Leaks(inside=3, facts=2)


def test_an_event_that_reaches_out_of_a_content_is_outside() -> None:
    assert leaks(SAID, [((38, 42), "fact")]) == Leaks(0, 0)


def test_the_rate_is_taken_over_all_documents() -> None:
    documents = [Leaks(inside=3, facts=0), Leaks(inside=1, facts=1), Leaks(0, 0)]
    assert leak_rate(documents) == {"leak_rate": 25.0}
    assert leak_rate([]) == {"leak_rate": 0.0}
    low, high = leak_interval(documents)["leak_rate"]
    assert 0 <= low <= 25 <= high <= 100
