"""Who says it, as foreign formats know somebody: only a name that the document knows is one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.export.speakers import Kind, Speaker, entities_of, speaker, writers
from sayso.schema.attribution import Identity
from sayso.schema.entity import EntityKind
from tests.export.formats.given import made


def test_a_name_is_that_of_the_entity_and_a_description_names_nobody() -> None:
    reading = made().reading
    brask, drivers = (one.source for one in reading.attributions[:2])
    assert speaker(brask, entities_of(reading)) == Speaker("Ilena Brask", True, "person", public=True)
    assert speaker(drivers, entities_of(reading)) == Speaker("drivers", False, "group")


def test_words_that_were_taken_for_a_name_and_are_no_entity_name_nobody() -> None:
    reading = made().reading
    unknown = replace(reading.attributions[0].source, entity=None)
    assert speaker(unknown, entities_of(reading)) == Speaker(
        "The minister, Ilena Brask", False, "person", public=True
    )


def test_a_source_without_words_is_nobody() -> None:
    assert speaker(made().reading.attributions[4].source, {}) is None


@pytest.mark.parametrize(
    ("identity", "entity", "kind"),
    [
        ("named_person", "person", "person"),
        ("named_person", "organisation", "other"),
        ("named_person", "location", "other"),
        ("named_person", "other", "person"),
        ("named_group", "organisation", "group"),
        ("named_group", "location", "group"),
        ("named_group", "person", "other"),
        ("document", "other", "other"),
    ],
)
def test_where_two_readings_of_a_name_differ_its_kind_is_left_open(
    identity: Identity, entity: EntityKind, kind: Kind
) -> None:
    reading = made().reading
    source = replace(reading.attributions[0].source, identity=identity)
    found = speaker(source, {"e1": replace(reading.entities[0], kind=entity)})
    assert found is not None
    assert found.kind == kind


def test_an_article_speaks_by_its_authors_or_else_by_its_outlet() -> None:
    document = made().reading.document
    assert [who.name for who in writers(document)] == ["Ana Orsk"]
    assert [who.name for who in writers(replace(document, authors=()))] == ["The Telmara Courier"]
    assert writers(replace(document, authors=(), outlet=None)) == ()
