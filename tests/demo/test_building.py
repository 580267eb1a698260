"""The demo shows what sayso is for: copies are one account, denials are told, numbers stand side by side."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from sayso.demo.articles import articles
from sayso.inputs.item import read_item
from sayso.ledger.across.event import EventStory, event
from sayso.ledger.across.events import event_clusters
from sayso.ledger.across.origins import origins
from sayso.ledger.across.speakers import speaker
from sayso.ledger.ledger import Ledger


@pytest.fixture(scope="module")
def ledger(demo_ledger: Path) -> Iterator[Ledger]:
    with Ledger(demo_ledger) as opened:
        yield opened


def documents(*names: str) -> set[str]:
    """The ids of articles by their file names."""
    return {read_item(item).document.id for item in articles() if Path(item.name).stem in names}


def told(ledger: Ledger, words: str) -> EventStory:
    """The event that these words find and that most origins tell."""
    return event(ledger, event_clusters(ledger, words, by="origins").events[0].id)


def test_every_article_says_where_and_when_it_was_published() -> None:
    read = [read_item(item).document for item in articles()]
    assert all(one.title and one.outlet and one.published and one.url for one in read)
    assert len({one.outlet for one in read}) >= 8
    assert all(one.url and ".example/" in one.url for one in read)
    assert all(100 <= len(one.text.split()) <= 350 for one in read)


def test_the_story_of_an_agency_and_its_copies_are_one_origin(ledger: Ledger) -> None:
    found = origins(ledger).origins
    for names in (
        ("ferry-fire-1", "ferry-fire-2", "ferry-fire-3", "ferry-fire-4"),
        ("brevna-1", "brevna-2", "brevna-3"),
    ):
        assert sum(documents(*names) <= set(origin.documents) for origin in found) == 1


def test_different_stories_of_an_agency_are_different_origins(ledger: Ledger) -> None:
    found = [set(origin.documents) for origin in origins(ledger).origins]
    stories = documents("ferry-fire-1", "brevna-1", "strike-2", "ambush-1", "geneva-1")
    assert all(len(stories & origin) <= 1 for origin in found)


def test_own_reports_are_origins_of_their_own(ledger: Ledger) -> None:
    own = documents("ferry-fire-5", "brevna-4", "brevna-5", "ambush-2", "strike-1")
    alone = {origin.documents[0] for origin in origins(ledger).origins if len(origin.documents) == 1}
    assert own <= alone


def test_two_papers_that_name_each_other_are_a_circle(ledger: Ledger) -> None:
    rings = [set(circle.documents) for circle in origins(ledger).circles]
    assert rings == [documents("ferry-search-1", "ferry-search-2")]


def test_the_shelling_is_disputed_and_its_numbers_stand_side_by_side(ledger: Ledger) -> None:
    story = told(ledger, "market Brevna")
    assert "disputed" in story.vouched.words
    assert "killed" in story.vouched.differing
    assert {toll.low for toll in story.vouched.tolls if toll.kind == "killed"} >= {7, 9}


def test_the_search_is_told_by_two_papers_and_denied_by_the_police(ledger: Ledger) -> None:
    story = told(ledger, "searched Lanner")
    assert (story.cluster.documents, story.cluster.origins, story.cluster.against) == (3, 2, 1)
    assert story.vouched.words[0] == "disputed"


def test_one_speaker_changes_his_number(ledger: Ledger) -> None:
    said = [each.content for each in speaker(ledger, "Ansel Rhode").statements]
    assert any("fourteen bodies" in content for content in said)
    assert any("nineteen bodies" in content for content in said)


def test_no_country_that_exists_takes_part_in_anything(ledger: Ledger) -> None:
    with sayso.open_ledger(ledger.name) as opened:
        for hits in (opened.events(), opened.claims()):
            found = {country for country, _ in hits.facets().facets.get("country", ())}
            assert found <= {"CHE", "KEN", "SGP"}, "these are only where others meet"
