"""Who speaks and who takes part, over attributions and events made by hand; all groups are made up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sayso.resolution.actors import Actors
from sayso.resolution.listed import ActorList, ListedActor
from sayso.resolution.participants import Participants
from sayso.schema.attribution import Attribution, Source
from sayso.schema.entity import Entity
from sayso.schema.event import Role
from sayso.schema.span import Span
from tests.attribution.records import said, span
from tests.conftest import event
from tests.linguistics.trees import analysis

FRONT = ListedActor(
    "Selm Valley Front", ("Brennish-led Selm Valley Front", "SVF"), "PER", ("REB",), start="2001"
)
LEAGUE = ListedActor("Tarsk Highland League", ("Brennish-led Tarsk Highland League",), "PER", ("REB",))
ARMY = ListedActor("Orlen Reform Army", (), "CHL", ("REB",))
ACTORS = Actors(lists=[ActorList("mine.yaml", (FRONT, LEAGUE, ARMY))])


def known(
    text: str,
    *,
    attributions: Sequence[Attribution] = (),
    roles: Sequence[Role] = (),
    entities: Sequence[Entity] = (),
) -> tuple[list[Source], list[Role]]:
    """Sources and actors of a text as the room leaves them."""
    sentences = [sentence.replace(",", " ,").split() for sentence in text.split(".") if sentence.strip()]
    read = analysis([" ".join(f"{word}/X/0/root" for word in (*words, ".")) for words in sentences], {})
    assert read.text == text
    told = [replace(event(1, "ASSAULT", (_first(text),), "fact"), actors=tuple(roles))]
    found = Participants(ACTORS, read, attributions, told, entities=entities, date="2024-05-06")
    return [one.source for one in found.attributions()], list(found.events()[0].actors)


def _first(text: str) -> Span:
    return Span.cut(text, 0, len(text.split()[0]))


def role(text: str, words: str, **fields: Any) -> Role:
    at = span(text, words)
    return Role(at.start, at.end, at.text, **({"resolved": None, "entity": None, "name": None} | fields))


def shown(one: Source | Role) -> tuple[str | None, str | None, bool]:
    return one.country, one.sector, one.unsure


def test_a_source_has_country_and_sector_as_a_participant_has() -> None:
    text = "Chilean police said the road was shut."
    (source,), (actor,) = known(
        text,
        attributions=[said(text, "Chilean police", "said", "the road was shut")],
        roles=[role(text, "Chilean police")],
    )
    assert shown(source) == shown(actor) == ("CHL", "COP", False)


def test_a_source_without_words_is_of_no_country() -> None:
    text = "The road was reportedly shut."
    (source,), _ = known(text, attributions=[said(text, None, "reportedly", "shut")])
    assert shown(source) == (None, None, False)


def test_a_pronoun_is_of_the_country_of_whom_it_stands_for() -> None:
    text = "Officials of Chile spoke. They said it was shut."
    one = said(text, "They", "said", "it was shut", resolved=span(text, "Officials of Chile"))
    (source,), _ = known(text, attributions=[one])
    assert shown(source) == ("CHL", "GOV", False)


def test_what_is_told_of_somebody_once_holds_wherever_they_are_named() -> None:
    text = "Ada Brask, Chile's foreign minister, spoke. Brask shut the road. Brask said it was shut."
    brask = Entity("e1", "person", "Ada Brask", (span(text, "Ada Brask"),))
    full = said(text, "Ada Brask, Chile's foreign minister", "spoke", "shut", entity="e1")
    again = said(text, "Brask", "said", "it was shut", id="a2", entity="e1")
    sources, (actor,) = known(
        text, attributions=[full, again], roles=[role(text, "Brask", entity="e1")], entities=[brask]
    )
    assert [shown(source)[:2] for source in sources] == [("CHL", "GOV")] * 2
    assert shown(actor)[:2] == ("CHL", "GOV")


def test_a_place_does_not_take_over_what_is_told_of_its_people() -> None:
    text = "Farmers of Selm spoke. Selm was quiet."
    selm = Entity("e1", "location", "Selm", (span(text, "Selm"),))
    farmers = said(text, "Farmers of Selm", "spoke", "quiet", entity="e1")
    _, (actor,) = known(
        text,
        attributions=[farmers],
        roles=[role(text, "Selm", entity="e1")],
        entities=[selm],
    )
    assert shown(actor) == (None, None, False)


def test_unnamed_fighters_are_those_of_the_only_group() -> None:
    text = "The Selm Valley Front took Dranik. The rebels burned a bridge."
    _, (actor,) = known(text, roles=[role(text, "The rebels")])
    assert (actor.name, actor.country, actor.sector) == ("Selm Valley Front", "PER", "REB")
    assert actor.resolved == span(text, "Selm Valley Front")


def test_fighters_of_one_of_two_groups_are_of_the_country_that_these_share_and_unsure() -> None:
    text = "The Selm Valley Front met the Tarsk Highland League. The rebels burned a bridge."
    _, (actor,) = known(text, roles=[role(text, "The rebels")])
    assert (actor.name, actor.entity, actor.resolved) == (None, None, None)
    assert shown(actor) == ("PER", "REB", True)


def test_groups_of_two_countries_leave_the_country_open() -> None:
    text = "The Selm Valley Front met the Orlen Reform Army. The rebels burned a bridge."
    _, (actor,) = known(text, roles=[role(text, "The rebels")])
    assert shown(actor) == (None, "REB", True)


def test_some_fighters_need_not_be_of_the_groups_that_are_named() -> None:
    text = "The Selm Valley Front met the Tarsk Highland League. Masked rebels burned a bridge."
    _, (actor,) = known(text, roles=[role(text, "Masked rebels")])
    assert shown(actor) == (None, "REB", False)


def test_a_force_is_the_named_group_that_the_lists_call_so() -> None:
    text = "The Selm Valley Front met the Orlen Reform Army. The Brennish-led force burned a bridge."
    _, (actor,) = known(text, roles=[role(text, "The Brennish-led force")])
    assert (actor.name, actor.country, actor.sector) == ("Selm Valley Front", "PER", "REB")


def test_a_force_that_two_named_groups_are_called_is_unsure() -> None:
    text = "The Selm Valley Front met the Tarsk Highland League. The Brennish-led force burned a bridge."
    _, (actor,) = known(text, roles=[role(text, "The Brennish-led force")])
    assert (actor.name, actor.country, actor.unsure) == (None, "PER", True)


def test_a_force_that_no_named_group_is_called_stays_by_itself() -> None:
    text = "The Selm Valley Front took Dranik. The Ostrand-backed rebels burned a bridge. The force left."
    for words in ("The Ostrand-backed rebels", "The force"):
        _, (actor,) = known(text, roles=[role(text, words)])
        assert (actor.name, actor.country, actor.unsure) == (None, None, False)
