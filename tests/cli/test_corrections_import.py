"""From a ledger to INCEpTION and back: what is changed there, as cassis changes it, becomes decisions."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import cassis
import pytest

from sayso.export.formats.inception import write
from sayso.ledger.correcting import corrected, standing_ones
from sayso.ledger.ledger import Ledger
from sayso.runs.exporting import exported
from sayso.schema.event import Event
from sayso.schema.location import location_of
from sayso.schema.reading import Reading
from tests.cli.within import ran

Change = Callable[[Any], None]


@pytest.fixture
def path(tmp_path: Path, reading: Reading) -> Path:
    """A ledger file with one document."""
    path = tmp_path / "news.ledger"
    with Ledger(path, create=True) as ledger:
        ledger.add(reading, location_of(reading.document, name="border.txt"), mark="made by hand")
    return path


def sent(path: Path) -> bytes:
    """The archive as it is exported now."""
    with Ledger(path) as ledger:
        return b"".join(write(exported(ledger)))


def back(path: Path, archive: bytes, change: Change) -> Path:
    """What INCEpTION gives back: the one document of the archive, after a change."""
    whole = zipfile.ZipFile(BytesIO(archive))
    (name,) = (one for one in whole.namelist() if one.endswith(".json"))
    made = cassis.load_cas_from_json(whole.read(name).decode())
    change(made)
    corrected_one = path.with_name("corrected.json")
    made.to_json(corrected_one)
    return corrected_one


def one(cas: Any, record: str) -> Any:
    """The annotation of a record."""
    types = ("Event", "Participant", "Cue", "Source", "Content", "Export")
    every = (each for name in types for each in cas.select(f"sayso.{name}"))
    return next(each for each in every if each.record == record)


def imported(path: Path, file: Path, by: str = "Anna") -> tuple[list[str], str]:
    """What is printed: lines without their ids, and what is said besides."""
    told = ran("corrections", "import", str(file), "--ledger", str(path), "--by", by)
    assert told.returncode == 0, told.stderr.decode()
    lines = told.stdout.decode().splitlines()
    return [line.partition(" ")[2] if line.startswith("x") else line for line in lines], told.stderr.decode()


def now(path: Path) -> tuple[dict[str, Event], dict[str, str], Reading]:
    """Events of the only document by their ids, what was decided about records, and the reading."""
    with Ledger(path) as ledger:
        (id,) = ledger.ids()
        stored = ledger.stored(id)
        assert stored is not None
        laid = corrected(stored.reading, standing_ones(ledger.corrections(id)))
    return {event.id: event for event in laid.reading.events}, dict(laid.reviews), laid.reading


def test_a_changed_event_is_edited_in_the_ledger_and_can_be_undone(path: Path) -> None:
    def change(cas: Any) -> None:
        event = one(cas, "v2")
        event.event_type, event.mode, event.standing = "COERCE", None, "reported"

    lines, _ = imported(path, back(path, sent(path), change))
    events, reviews, reading = now(path)
    id = reading.document.id
    assert lines == [f"edited: {id}:v2 type=COERCE mode= standing=reported"]
    assert (events["v2"].type, events["v2"].mode, events["v2"].standing) == ("COERCE", None, "reported")
    assert reviews["v2"] == "edited"
    with Ledger(path) as ledger:
        (decision,) = ledger.corrections()
    assert decision.by == "Anna"
    assert ran("correct", "undo", decision.id, "--ledger", str(path), "--by", "Bo").returncode == 0
    assert now(path)[0]["v2"].type == "ASSAULT"


def test_what_is_deleted_is_rejected(path: Path) -> None:
    def change(cas: Any) -> None:
        for record in ("v3", "a4", "v2.recipient.1"):
            cas.remove(one(cas, record))

    lines, said = imported(path, back(path, sent(path), change))
    events, reviews, reading = now(path)
    id = reading.document.id
    assert lines == [f"rejected: {id}:{record}" for record in ("c4", "v2, recipient", "v3")]
    assert reviews["v3"] == reviews["c4"] == "rejected"
    assert [role.text for role in events["v2"].recipients] == ["lorries"]
    assert not said


def test_who_is_taken_from_an_event_takes_no_part_in_it(path: Path) -> None:
    def change(cas: Any) -> None:
        event = one(cas, "v2")
        event.recipients.elements = event.recipients.elements[:1]

    imported(path, back(path, sent(path), change))
    assert [role.text for role in now(path)[0]["v2"].recipients] == ["convoy"]


def test_a_source_and_an_attitude_are_edits_of_one_claim(path: Path) -> None:
    def change(cas: Any) -> None:
        one(cas, "a4").attitude = "assertion"
        source = one(cas, "a4.source")
        source.affiliation, source.country = "military", "ken"

    lines, _ = imported(path, back(path, sent(path), change))
    reading = now(path)[2]
    (claim,) = (each for each in reading.claims if each.id == "c4")
    assert len(lines) == 1
    assert (claim.attitude, claim.source.affiliation, claim.source.country) == (
        "assertion",
        "military",
        "KEN",
    )


def test_signs_that_cannot_be_seen_are_left_out_of_a_name(path: Path) -> None:
    def change(cas: Any) -> None:
        one(cas, "v1.actor.1").name = " The\u202e Karvian\x00\nstate \ud83d"

    archive = sent(path)
    whole = zipfile.ZipFile(BytesIO(archive))
    (part,) = (each for each in whole.namelist() if each.endswith(".json"))
    made = cassis.load_cas_from_json(whole.read(part).decode())
    change(made)
    file = path.with_name("corrected.json")
    file.write_text(made.to_json(ensure_ascii=True))
    imported(path, file)
    assert now(path)[0]["v1"].actors[0].name == "The Karvian state \ufffd"


def test_a_participant_is_edited(path: Path) -> None:
    def change(cas: Any) -> None:
        one(cas, "v1.actor.1").country = "KEN"

    imported(path, back(path, sent(path), change))
    assert now(path)[0]["v1"].actors[0].country == "KEN"


def test_a_decision_accepts_what_is_as_it_should_be(path: Path) -> None:
    def change(cas: Any) -> None:
        one(cas, "v1").decision = "accept"
        one(cas, "a1").decision = "Accept"
        one(cas, "v4").decision = "reject"

    imported(path, back(path, sent(path), change))
    reviews = now(path)[1]
    assert (reviews["v1"], reviews["c1"], reviews["v4"]) == ("accepted", "accepted", "rejected")


def test_nothing_changed_is_no_decision(path: Path) -> None:
    lines, said = imported(path, back(path, sent(path), lambda cas: None))
    assert lines == []
    assert said == "nothing changed since it was exported, so nothing is written\n"
    assert now(path)[1] == {}


def test_the_same_file_twice_decides_once(path: Path) -> None:
    file = back(path, sent(path), lambda cas: cas.remove(one(cas, "v3")))
    imported(path, file)
    lines, _ = imported(path, file)
    assert [line.endswith(", as before") for line in lines] == [True]
    with Ledger(path) as ledger:
        assert len(ledger.corrections()) == 1


def test_what_was_undone_since_is_not_decided_again(path: Path) -> None:
    file = back(path, sent(path), lambda cas: cas.remove(one(cas, "v3")))
    imported(path, file)
    with Ledger(path) as ledger:
        (decision,) = ledger.corrections()
    assert ran("correct", "undo", decision.id, "--ledger", str(path), "--by", "Bo").returncode == 0
    lines, said = imported(path, file)
    assert "undone since" in lines[0]
    assert "1 change left" in said
    assert now(path)[1] == {}


def test_what_others_decided_since_the_export_stays(path: Path) -> None:
    archive = sent(path)
    id = now(path)[2].document.id
    arguments = ("--ledger", str(path), "--by", "Bo")
    assert ran("correct", "edit", f"{id}:v2", "standing=admitted", *arguments).returncode == 0
    assert ran("correct", "reject", f"{id}:v4", *arguments).returncode == 0

    def change(cas: Any) -> None:
        one(cas, "v2").standing = "reported"
        one(cas, "v5").standing = "planned"

    lines, _ = imported(path, back(path, archive, change))
    events, reviews, _ = now(path)
    assert events["v2"].standing == "admitted"
    assert events["v5"].standing == "planned"
    assert reviews["v4"] == "rejected"
    assert any("Bo decided otherwise" in line for line in lines)


def test_a_second_round_begins_where_the_first_ended(path: Path) -> None:
    def first(cas: Any) -> None:
        cas.remove(one(cas, "v2.recipient.1"))
        one(cas, "v2").standing = "reported"

    def second(cas: Any) -> None:
        assert one(cas, "v2").standing == "reported"
        assert one(cas, "v2.recipient.1").get_covered_text() == "lorries"
        one(cas, "v2.recipient.1").name = "Karvian lorries"

    imported(path, back(path, sent(path), first))
    imported(path, back(path, sent(path), second))
    (left,) = now(path)[0]["v2"].recipients
    assert left.name == "Karvian lorries"


def moved(cas: Any) -> None:
    one(cas, "v1").end += 1


def added(cas: Any) -> None:
    kind = cas.typesystem.get_type("sayso.Event")
    cas.add(kind(begin=0, end=6, event_type="AID"))


def copied(cas: Any) -> None:
    kind = cas.typesystem.get_type("sayso.Event")
    cas.add(kind(begin=0, end=6, record="v1"))


def told_elsewhere(cas: Any) -> None:
    one(cas, "v1").vouched_for_by = "Karvia"


def no_type(cas: Any) -> None:
    one(cas, "v1").event_type = "EXPLODE"


def no_claim(cas: Any) -> None:
    one(cas, "a1").attitude = "belief"


def of_no_claim(cas: Any) -> None:
    one(cas, "a5").decision = "reject"


def no_decision(cas: Any) -> None:
    one(cas, "v1").decision = "perhaps"


def another_source(cas: Any) -> None:
    one(cas, "a3").source.elements[0].target = one(cas, "a4.source")


def another_side(cas: Any) -> None:
    event = one(cas, "v1")
    event.recipients.elements = [*event.recipients.elements, event.actors.elements.pop()]


def without_content(cas: Any) -> None:
    cas.remove(one(cas, "a1.content.1"))


def without_export(cas: Any) -> None:
    cas.remove(one(cas, "export"))


def other_state(cas: Any) -> None:
    one(cas, "export").state = "0" * 16


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (moved, "was moved to"),
        (added, "Event on “Karvia” is new"),
        (copied, "Event on “Karvia” is new"),
        (told_elsewhere, "vouched_for_by was set to “Karvia”"),
        (no_type, "'EXPLODE' is no type"),
        (no_claim, "'belief' is no attitude"),
        (of_no_claim, "it makes no claim"),
        (no_decision, "'perhaps' is no decision"),
        (another_source, "a3.source was taken from its source"),
        (another_side, "v1.actor.1 was put among its recipients"),
        (without_content, "its Content"),
        (without_export, "its annotation of the layer Export is gone"),
        (other_state, "exported from another coding"),
    ],
)
def test_what_cannot_become_a_decision_is_told_and_the_ledger_stays(
    path: Path, change: Change, why: str
) -> None:
    lines, said = imported(path, back(path, sent(path), change))
    assert lines
    assert all(line.startswith("left: ") for line in lines)
    assert any(why in line for line in lines)
    assert "left" in said
    assert now(path)[1] == {}


def test_one_value_that_cannot_be_set_leaves_the_others(path: Path) -> None:
    def change(cas: Any) -> None:
        event = one(cas, "v1")
        event.standing, event.contexts = "denied", "no such context"

    lines, _ = imported(path, back(path, sent(path), change))
    assert now(path)[0]["v1"].standing == "denied"
    assert [line for line in lines if line.startswith("left: ") and "no such context" in line]


def test_a_mode_that_is_none_of_the_new_type_is_left(path: Path) -> None:
    def change(cas: Any) -> None:
        event = one(cas, "v2")
        event.event_type, event.mode = "COERCE", "beat"

    lines, _ = imported(path, back(path, sent(path), change))
    event = now(path)[0]["v2"]
    assert (event.type, event.mode) == ("COERCE", None)
    assert [line for line in lines if "'beat' is no mode of COERCE" in line]


def test_what_was_changed_about_a_rejected_event_is_told(path: Path) -> None:
    def change(cas: Any) -> None:
        one(cas, "v2").standing = "reported"
        one(cas, "v2.actor.1").name = "Nobody"
        one(cas, "v2").decision = "reject"

    lines, _ = imported(path, back(path, sent(path), change))
    assert now(path)[1]["v2"] == "rejected"
    assert sorted(line.rpartition(": ")[2] for line in lines if line.startswith("left: ")) == [
        "name was changed as well, but it is rejected",
        "standing was changed as well, but it is rejected",
    ]


def test_a_decision_that_is_none_leaves_what_was_changed_besides(path: Path) -> None:
    def change(cas: Any) -> None:
        one(cas, "v1").decision = "perhaps"
        one(cas, "v1").standing = "reported"

    imported(path, back(path, sent(path), change))
    assert now(path)[0]["v1"].standing == "reported"


def test_a_text_that_the_ledger_does_not_hold_is_told(path: Path, tmp_path: Path) -> None:
    file = back(path, sent(path), lambda cas: None)
    other = tmp_path / "other.ledger"
    with Ledger(other, create=True):
        pass
    told = ran("corrections", "import", str(file), "--ledger", str(other), "--by", "Anna")
    assert told.returncode == 1
    assert told.stdout.decode().splitlines() == [
        "left: corrected.json: its text is that of no document of this ledger"
    ]
    assert told.stderr.decode() == "nothing is written: no document of this ledger has a text of this file\n"


def test_the_same_text_twice_in_an_archive_is_taken_once(path: Path, tmp_path: Path) -> None:
    content = back(path, sent(path), lambda cas: cas.remove(one(cas, "v3"))).read_bytes()
    twice = tmp_path / "twice.zip"
    with zipfile.ZipFile(twice, "w") as archive:
        archive.writestr("anna.json", content)
        archive.writestr("bo.json", content)
    lines, _ = imported(path, twice)
    assert [line.partition(":")[0] for line in lines] == ["rejected", "left"]
    assert "import one of the two" in lines[1]


@pytest.mark.parametrize("content", [b"", b"{}", b"PK\x03\x04"])
def test_a_file_that_is_no_cas_is_refused_in_one_sentence(path: Path, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bad.json"
    file.write_bytes(content)
    told = ran("corrections", "import", str(file), "--ledger", str(path), "--by", "Anna")
    assert told.returncode != 0
    assert len(told.stderr.decode().splitlines()) == 1
    assert "Traceback" not in told.stderr.decode()
