"""Documents laid beside each other."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from sqlalchemy import update

from sayso.ledger.across import bringing, linking
from sayso.ledger.across.bringing import bring_up, refresh, waiting
from sayso.ledger.across.origins import origins, origins_json
from sayso.ledger.choosing import choose
from sayso.ledger.deciding import about, assigning, decide, undoing
from sayso.ledger.doctor import examine, rebuild
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import event_ties, stories
from tests.ledger.across.press import copies, press, put, standing


def id_of(name: str) -> str:
    return press()[name].document.id


def origin_of(ledger: Ledger) -> dict[str, str]:
    """For each document the one that its account begins with."""
    return {document: one.id for one in origins(ledger).origins for document in one.documents}


def test_a_copy_rests_on_the_wire_story_and_an_own_report_does_not(ledger: Ledger) -> None:
    put(ledger, *press().values())
    began = origin_of(ledger)
    assert began[id_of("edited")] == began[id_of("abridged")] == id_of("wire")
    assert began[id_of("own")] == id_of("own")
    assert began[id_of("strike")] == id_of("strike")


def test_the_account_that_credits_another_has_its_origin(ledger: Ledger) -> None:
    put(ledger, *press().values())
    assert origin_of(ledger)[id_of("crediting")] == id_of("denial")


def test_tellings_of_one_event_are_tied_and_another_event_is_not(ledger: Ledger) -> None:
    put(ledger, *press().values())
    told = standing(ledger)["events counted"]
    assert len(told) >= 1
    blast = max(told, key=lambda row: int(row[1]))
    assert blast[0].startswith(id_of("wire"))
    assert blast[1] >= 4  # documents
    assert blast[3] >= 2  # origins
    tied = {row[0].split(":")[0] for row in standing(ledger)["events tied"]}
    assert id_of("strike") not in tied


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_ingest_makes_no_difference(ledger: Ledger, tmp_path: Path, seed: int) -> None:
    every = [*press().values(), *copies(8)]
    put(ledger, *every)
    shuffled = random.Random(seed).sample(every, len(every))
    with Ledger(tmp_path / "other.ledger", create=True) as other:
        for at in range(0, len(shuffled), 4):
            put(other, *shuffled[at : at + 4])
        assert standing(other) == standing(ledger)


def test_the_latest_first_and_one_by_one_gives_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "FIRST", 2)  # so that each early one takes the place of another
    every = sorted((*press().values(), *copies(6)), key=lambda each: each.document.published or "")
    with (
        Ledger(tmp_path / "a.ledger", create=True) as one,
        Ledger(tmp_path / "b.ledger", create=True) as other,
    ):
        put(one, *every)
        for reading in reversed(every):
            put(other, reading)
        assert standing(one) == standing(other)


def test_ten_copies_of_one_story_are_one_origin_with_a_reason_for_each(ledger: Ledger) -> None:
    put(ledger, press()["wire"], press()["own"], *copies(10))
    found = origins(ledger)
    assert (found.articles, len(found.origins)) == (12, 2)
    (copied,) = (one for one in found.origins if len(one.documents) > 1)
    assert copied.id == id_of("wire")
    reasons = {reason.between[0] for reason in copied.reasons}
    assert reasons == set(copied.documents) - {id_of("wire")}
    assert all(reason.passages for reason in copied.reasons)


def test_a_run_that_was_broken_off_goes_on(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bringing, "AT_ONCE", 2)
    put(ledger, *press().values(), laid=False)
    assert waiting(ledger) == len(press())

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring_up(ledger, at=stop)
    assert waiting(ledger) == len(press()) - 2
    bring_up(ledger)
    assert origin_of(ledger)[id_of("edited")] == id_of("wire")


def test_a_ledger_that_is_open_for_reading_is_brought_up_through_another_connection(store: str) -> None:
    with Ledger(store, create=True) as ledger:
        put(ledger, *press().values(), laid=False)
    with Ledger(store) as reader:
        assert refresh(reader) == 0
        assert waiting(reader) == 0


def _tied(ledger: Ledger) -> str:
    """Some event that is tied to an earlier one."""
    return str(standing(ledger)["events tied"][0][0])


def test_a_rejected_event_tells_of_nothing_and_counts_again_when_that_is_undone(ledger: Ledger) -> None:
    put(ledger, *press().values())
    before = standing(ledger)
    (written,) = decide(ledger, [about(choose(ledger, _tied(ledger)), "reject")], by="Mara Tesk")
    bring_up(ledger)
    assert len(standing(ledger)["events tied"]) < len(before["events tied"])
    decide(ledger, [undoing(ledger, written.correction.id)], by="Mara Tesk")
    bring_up(ledger)
    assert standing(ledger) == before


def test_outlets_of_one_family_are_one_account_of_one_event(ledger: Ledger) -> None:
    put(ledger, press()["wire"], press()["own"])
    assert len(origins(ledger).origins) == 2
    drafts = [assigning(ledger, outlet, "Tarn Media") for outlet in ("Nordan Press Agency", "Tesk Mail")]
    written = decide(ledger, drafts, by="Mara Tesk")
    bring_up(ledger)
    found = origins(ledger)
    assert (found.publishers, len(found.origins)) == (1, 1)
    assert [reason.kind for reason in found.origins[0].reasons] == ["family"]
    decide(ledger, [undoing(ledger, written[0].correction.id)], by="Mara Tesk")
    bring_up(ledger)
    assert len(origins(ledger).origins) == 2


def test_a_newer_coding_leaves_what_is_said_across_documents_as_it_would_be(ledger: Ledger) -> None:
    put(ledger, *press().values())
    before = standing(ledger)
    for reading in press().values():
        ledger.recode(reading.document.id, reading, mark="two")
    assert waiting(ledger) == len(press())
    bring_up(ledger)
    assert standing(ledger) == before


def test_the_doctor_finds_ties_that_do_not_hang_together_and_repair_mends_them(ledger: Ledger) -> None:
    put(ledger, *press().values())
    assert list(examine(ledger)) == []
    before = standing(ledger)
    with ledger.transaction() as connection:
        connection.execute(update(event_ties).values(root=event_ties.c.event))
    assert any("another cluster" in each for each in examine(ledger))
    rebuild(ledger)
    bring_up(ledger)
    assert list(examine(ledger)) == []
    assert standing(ledger) == before


def test_the_doctor_finds_a_document_that_was_never_laid_beside_the_others(ledger: Ledger) -> None:
    put(ledger, press()["wire"], press()["own"])
    with ledger.transaction() as connection:
        connection.execute(update(stories).values(rank=5))
    assert any("fingerprints" in each for each in examine(ledger))


def test_origins_of_an_event_are_those_of_all_that_tell_it(ledger: Ledger) -> None:
    put(ledger, *press().values())
    blast = max(standing(ledger)["events counted"], key=lambda row: int(row[1]))
    found = origins(ledger, blast[0])
    told = {document for one in found.origins for document in one.documents}
    assert {id_of("wire"), id_of("own")} <= told
    assert id_of("strike") not in told


def test_every_document_is_in_exactly_one_origin(ledger: Ledger) -> None:
    put(ledger, *press().values(), *copies(3))
    told = origins_json(ledger, origins(ledger))
    listed = [each["id"] for one in told["origins"] for each in one["documents"]]
    assert sorted(listed) == sorted(ledger.ids())
    assert told["documents"] == len(listed)
    passage = next(one for one in told["origins"] if one["reasons"])["reasons"][0]["passages"][0]
    assert passage["text"]


def test_a_level_that_cannot_be_and_an_id_that_nothing_has_are_refused(ledger: Ledger) -> None:
    put(ledger, press()["wire"])
    with pytest.raises(LedgerError, match="level"):
        origins(ledger, level=0)
    with pytest.raises(LedgerError, match="v999"):
        origins(ledger, f"{id_of('wire')}:v999")


def test_a_higher_level_asks_for_more_of_the_words(ledger: Ledger) -> None:
    put(ledger, *press().values(), *copies(2))
    assert len(origins(ledger, level=1.0).origins) >= len(origins(ledger).origins)
