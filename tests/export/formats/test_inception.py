"""The archive for INCEpTION, read back by dkpro-cassis."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import cassis

from sayso.export.exported import Exported
from sayso.export.formats.inception import write
from sayso.export.uima.layers import LAYERS
from sayso.schema.document import document_id
from sayso.schema.reading import Reading
from tests.moved import moved


def archive(*documents: Exported) -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(b"".join(write(documents))))


def read_back(one: Exported) -> Any:
    """The document as cassis reads it, with the types that the archive has in XML."""
    whole = archive(one)
    types = cassis.load_typesystem(BytesIO(whole.read("TypeSystem.xml")))
    text = whole.read(f"documents/{one.reading.document.id}.json").decode()
    return cassis.load_cas_from_json(text, typesystem=types)


def test_the_text_is_the_stored_one(reading: Reading) -> None:
    assert read_back(Exported(reading)).sofa_string == reading.document.text


def test_every_event_stands_on_its_anchor_with_its_standing(reading: Reading) -> None:
    found = [
        (one.get_covered_text(), one.event_type, one.standing, one.vouched_for_by)
        for one in read_back(Exported(reading)).select("sayso.Event")
    ]
    assert sorted(found) == sorted(
        [
            ("accuses", "ACCUSE", "fact", "the author"),
            ("shelling", "ASSAULT", "denied", "drivers < The minister, Ilena Brask"),
            ("stopped", "RETREAT", "reported", "no source given"),
            ("hurt", "ASSAULT", "fact", "the author"),
            ("leave", "AID", "possible", "the author"),
        ]
    )


def test_a_cue_holds_its_source_and_all_of_its_content(reading: Reading) -> None:
    cues = {one.record: one for one in read_back(Exported(reading)).select("sayso.Cue")}
    said = cues["a3"]
    assert [link.target.get_covered_text() for link in said.source.elements] == ["she"]
    contents = [link.target.get_covered_text() for link in said.content.elements]
    assert contents == ['"They aimed at lorries,"', '"in daylight."']
    assert (said.attitude, said.claim) == ("assertion", "c3")
    assert cues["a5"].source is None
    assert cues["a5"].claim is None
    assert cues["a2"].inside == "a1"


def test_an_event_holds_who_takes_part_and_the_cues_that_it_rests_on(reading: Reading) -> None:
    shelling = next(one for one in read_back(Exported(reading)).select("sayso.Event") if one.record == "v2")
    assert [link.target.get_covered_text() for link in shelling.actors.elements] == ["They"]
    assert [link.target.name for link in shelling.actors.elements] == ["Ostrand"]
    assert [link.target.get_covered_text() for link in shelling.recipients.elements] == ["convoy", "lorries"]
    assert [link.target.record for link in shelling.cues.elements] == ["a2", "a1"]


def test_an_attribution_without_a_cue_stands_on_its_content_and_says_so(reading: Reading) -> None:
    first, *others = reading.attributions
    silent = replace(reading, attributions=(replace(first, cue=None), *others))
    cue = next(one for one in read_back(Exported(silent)).select("sayso.Cue") if one.record == "a1")
    assert cue.implied == "yes"
    assert cue.get_covered_text() == first.content[0].text


def test_characters_beyond_the_basic_plane_move_no_annotation(reading: Reading) -> None:
    wide = moved(reading, "𝔎𝔞𝔯 🛰 ")
    events = [one.get_covered_text() for one in read_back(Exported(wide)).select("sayso.Event")]
    assert sorted(events) == ["accuses", "hurt", "leave", "shelling", "stopped"]
    assert wide.document.id == document_id(wide.document.text)


def test_the_same_records_give_the_same_bytes(reading: Reading) -> None:
    assert list(write([Exported(reading)])) == list(write([Exported(reading)]))


def test_every_layer_is_a_type_of_the_description(reading: Reading) -> None:
    types = cassis.load_typesystem(BytesIO(archive(Exported(reading)).read("TypeSystem.xml")))
    for layer in LAYERS.values():
        named = {feature.name for feature in types.get_type(layer.type).features}
        assert named == {*layer.features, *layer.links}


def test_a_document_is_given_whole_whatever_was_asked_for(reading: Reading) -> None:
    some = read_back(Exported(reading, chosen=frozenset({"v2"})))
    assert len(list(some.select("sayso.Event"))) == 5


def test_a_document_without_a_word_has_no_annotation(reading: Reading) -> None:
    document = replace(reading.document, text="", passages=())
    empty = replace(reading, document=document, attributions=(), events=(), claims=(), entities=())
    assert read_back(Exported(empty)).sofa_string == ""
