"""What persons decided in a ledger reaches the formats that tell it; the same in both stores."""

from __future__ import annotations

import json

from sayso.ledger.choosing import choose
from sayso.ledger.deciding import about, decide, judging, undoing
from sayso.ledger.ledger import Ledger
from sayso.runs.exporting import pieces
from tests.export.formats.given import CHECKED, border

FORMS = ("stix", "ftm", "schemaorg", "prov-jsonld", "prov-turtle", "annotations")


def written(ledger: Ledger, to: str) -> str:
    return b"".join(pieces(ledger, to)).decode()


def test_a_verdict_is_in_every_format_that_tells_it_until_it_is_undone(store: str) -> None:
    one = border()
    id = one.reading.document.id
    with Ledger(store, create=True) as ledger:
        ledger.add(one.reading, one.locations[0], mark="one")
        before = {to: written(ledger, to) for to in FORMS}
        assert before == {to: written(ledger, to) for to in FORMS}
        assert "ClaimReview" not in before["schemaorg"]
        draft = judging(choose(ledger, f"{id}:c2"), "Not shown", CHECKED)
        [verdict] = decide(ledger, [draft], by="Ada Lind")
        after = {to: written(ledger, to) for to in FORMS}
        [review] = [
            each for each in json.loads(after["schemaorg"])["@graph"] if each["@type"] == "ClaimReview"
        ]
        assert (review["itemReviewed"]["@id"], review["author"]["name"]) == (f"urn:sayso:{id}:c2", "Ada Lind")
        assert all("Not shown" in after[to] for to in FORMS if to != "annotations")
        assert after["annotations"] == before["annotations"]
        decide(ledger, [undoing(ledger, verdict.correction.id)], by="Ada Lind")
        assert {to: written(ledger, to) for to in FORMS} == before


def test_a_claim_that_a_person_rejected_is_in_no_format(store: str) -> None:
    one = border()
    id = one.reading.document.id
    with Ledger(store, create=True) as ledger:
        ledger.add(one.reading, one.locations[0], mark="one")
        decide(ledger, [about(choose(ledger, f"{id}:c2"), "reject")], by="Bo Tarn")
        for to in FORMS:
            assert f'{id}:c2"' not in written(ledger, to)
            assert f"{id}:c2>" not in written(ledger, to)
            assert f'{id}-c2"' not in written(ledger, to)
