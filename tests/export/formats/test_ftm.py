"""FollowTheMoney: its own library takes every line as it is, and finds every link."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from sayso.export.exported import Counted, Exported
from sayso.export.formats.ftm import write
from sayso.schema.event import Factuality, Place, Role
from tests.export.formats.given import CHECKED, PAGE_AS_URI, TITLE, border, made, whole

model = pytest.importorskip("followthemoney", reason="needs sayso[test-ftm]; .ci/run sees to it").model


def lines(*documents: Exported) -> list[dict[str, Any]]:
    return [json.loads(line) for line in whole(write, *documents).splitlines()]


def of_schema(schema: str, *documents: Exported) -> list[dict[str, Any]]:
    return [each for each in lines(*documents) if each["schema"] == schema]


def record(id: str, of: Exported) -> dict[str, Any]:
    [found] = [each for each in lines(of) if each["id"] == f"sayso-{of.reading.document.id}-{id}"]
    told: dict[str, Any] = found["properties"]
    return told


@pytest.mark.parametrize("of", [border, made], ids=["read", "made"])
def test_the_library_takes_every_value_as_it_is(of: Callable[[], Exported]) -> None:
    found = lines(of())
    assert len(found) > 10
    for each in found:
        schema = model.get(each["schema"])
        assert schema is not None
        schema.validate({"properties": each["properties"]})
        taken = model.get_proxy(each, cleaned=False).to_dict()["properties"]
        assert {name: sorted(values) for name, values in taken.items()} == {
            name: sorted(values) for name, values in each["properties"].items()
        }


def test_every_link_leads_to_an_entity_that_may_stand_there() -> None:
    proxies = {each["id"]: model.get_proxy(each, cleaned=False) for each in lines(border(), made())}
    assert len(proxies) == len(lines(border(), made()))
    links = [
        (prop, value, proxy)
        for proxy in proxies.values()
        for prop, value in proxy.itervalues()
        if prop.type.name == "entity"
    ]
    assert len(links) > 100
    for prop, value, _ in links:
        assert prop.range is not None
        assert proxies[value].schema.is_a(prop.range)


def test_every_claim_and_event_has_its_proof_in_the_article() -> None:
    reading = border().reading
    for id in [claim.id for claim in reading.claims] + [event.id for event in reading.events]:
        assert record(id, border())["proof"] == [f"sayso-{reading.document.id}"]


def test_an_article_holds_the_text_and_what_is_known_of_it() -> None:
    [article] = of_schema("Article", made())
    told = article["properties"]
    assert told["bodyText"] == [made().reading.document.text.rstrip()]
    assert told["publisher"] == ["The Telmara Courier", "Dorsk Daily"]
    assert (told["publishedAt"], told["language"]) == (["2025-03-14"], ["eng"])
    assert told["sourceUrl"] == [PAGE_AS_URI]


def test_an_event_begins_with_how_it_is_told_and_on_whose_word() -> None:
    told = record("v2", made())
    assert told["name"][0].startswith(TITLE)
    assert "standing: denied" in told["keywords"]
    assert "Denied by: Ostrand." in told["summary"][0]
    assert "it does not say whether it is so" in told["summary"][0]


def test_how_far_it_is_told_elsewhere_is_told() -> None:
    one = replace(made(), counts={"v2": Counted("x:v1", 5, 4, 3, 1), "c4": Counted("x:c1", 2, 2, 2, 0)})
    assert "Told in 5 documents of 3 independent origins" in record("v2", one)["summary"][0]
    assert "Told in 2 documents of 2 independent origins." in record("c4", one)["summary"][0]


def test_nobody_is_involved_in_what_is_only_claimed() -> None:
    standing = {f"{each.id}": each.standing for each in border().reading.events}
    involved = [id for id in standing if "involved" in record(id, border())]
    assert {standing[id] for id in involved} <= {"fact", "admitted"}
    assert "fact" in {standing[id] for id in involved}
    assert record("v2", made())["namesMentioned"] == ["Ostrand"]


@pytest.mark.parametrize("standing", ["negated", "planned", "denied", "reported", "possible"])
def test_no_other_standing_links_anybody(standing: Any) -> None:
    one = border()
    events = tuple(replace(event, standing=standing) for event in one.reading.events)
    given = replace(one, reading=replace(one.reading, events=events))
    assert not [each for each in of_schema("Event", given) if "involved" in each["properties"]]


def test_an_admission_links_who_admits_and_nobody_else_who_is_named() -> None:
    one = border()
    told = next(each for each in one.reading.events if each.attributions)
    speaker = next(each for each in one.reading.attributions if each.id == "a9")
    assert speaker.source.text == "Karsenia"
    own = Role(625, 633, "Karsenia", None, speaker.source.entity, "Karsenia")
    mayor = replace(own, entity=None, name="Mayor Ada Lind")
    hit = replace(own, entity=None, name="Port Asten")
    admitted = replace(
        told, standing="admitted", actors=(own, mayor), recipients=(hit,), attributions=("a9",),
        factuality=(Factuality(("a9",), "CT+"),), why=(),
    )  # fmt: skip
    said = replace(speaker, attitude="assertion")
    attributions = tuple(said if each.id == "a9" else each for each in one.reading.attributions)
    given = replace(one, reading=replace(one.reading, attributions=attributions, events=(admitted,)))
    names = {each["id"]: each["properties"]["name"] for each in lines(given) if "name" in each["properties"]}
    told_of = record(told.id, given)
    assert [names[id] for id in told_of["involved"]] == [["Karsenia"]]
    assert "Mayor Ada Lind" in told_of["namesMentioned"]


def test_a_claim_is_a_note_on_those_who_make_it() -> None:
    names = {each["id"]: each["properties"]["name"] for each in lines(made()) if "name" in each["properties"]}
    told = record("c4", made())
    assert told["description"] == ["Denied by Ostrand: “the accusation”"]
    assert [names[id] for id in told["entity"]] == [["Ostrand"]]
    assert told["keywords"] == ["claim", "attitude: denial"]
    # drivers have no name, and so are told in words alone
    assert [names[id] for id in record("c2", made())["entity"]] == [["Ilena Brask"]]
    assert "review: accepted" in record("c2", made())["keywords"]


def test_a_government_is_a_public_body_and_a_name_is_of_one_document() -> None:
    one = made()
    other = replace(one, reading=replace(one.reading, document=replace(one.reading.document, id="0" * 16)))
    bodies = of_schema("PublicBody", one, other)
    assert [each["properties"]["name"] for each in bodies] == [["Ostrand"], ["Ostrand"]]
    assert len({each["id"] for each in bodies}) == 2


def test_every_name_is_mentioned_in_its_article() -> None:
    parties = {"Person", "Organization", "PublicBody", "LegalEntity"}
    named = {each["id"] for each in lines(border()) if each["schema"] in parties}
    mentions = of_schema("Mention", border())
    assert {each["properties"]["resolved"][0] for each in mentions} == named
    assert len(named) > 5


def test_a_country_and_a_last_day_are_written_as_the_schema_asks() -> None:
    one = made()
    place = Place(0, 6, "Karvia", "Nairobi", country="KEN")
    events = tuple(replace(event, place=place) for event in one.reading.events)
    told = record("v4", replace(one, reading=replace(one.reading, events=events)))
    assert (told["country"], told["location"]) == (["ke"], ["Nairobi"])
    assert (told["startDate"], told["endDate"]) == (["2025-03-10"], ["2025-03-10"])


def test_a_verdict_is_a_note_on_the_claim_and_names_its_person() -> None:
    [verdict] = [each for each in of_schema("Note", made()) if "Verdict" in each["properties"]["name"][0]]
    told = verdict["properties"]
    assert told["description"] == ["Verdict of Ada Lind: Not shown"]
    assert told["sourceUrl"] == [CHECKED]
    assert told["entity"] == [f"sayso-{made().reading.document.id}-c1"]


def test_letters_that_nobody_sees_and_long_names_are_still_taken() -> None:
    one = made()
    document = replace(
        one.reading.document, title="a\x01b\x7f " + "long " * 200, outlet="\ud800x", url="https://a"
    )
    given = replace(one, reading=replace(one.reading, document=document))
    [article] = of_schema("Article", given)
    taken = model.get_proxy(article, cleaned=False).to_dict()["properties"]
    assert taken == article["properties"]
    assert len(article["properties"]["title"][0]) == 300


def test_only_what_was_asked_for_is_told() -> None:
    found = lines(replace(made(), chosen=frozenset({"v2"})))
    assert [each["schema"] for each in found] == ["Article", "Event"]
