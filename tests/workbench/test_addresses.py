"""Where everything is."""

from __future__ import annotations

import pytest

from sayso.schema.reading import Reading
from sayso.workbench import addresses


def test_every_kind_of_record_has_a_page() -> None:
    ids = ("54ed:c3", "54ed:v2", "54ed:a1", "54ed:e1")
    assert [addresses.record(id) for id in ids] == [
        "/claims/54ed:c3",
        "/events/54ed:v2",
        "/attributions/54ed:a1",
        "/mentioned/54ed:e1",
    ]


def test_a_document_is_led_to_at_one_of_its_records() -> None:
    assert addresses.document("54ed", record="c3") == "/documents/54ed#c3"


@pytest.mark.parametrize(
    ("url", "leads"),
    [
        ("https://courier.example/a", True),
        ("HTTP://courier.example", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("//courier.example/a", False),
        ("file:///etc/passwd", False),
        ("https:///x", False),
        ("", False),
        (None, False),
    ],
)
def test_links_lead_to_the_web_and_to_nothing_else(url: str | None, leads: bool) -> None:
    assert (addresses.outside(url) is not None) is leads


def test_an_attribution_leads_to_its_claim_and_one_without_to_itself(reading: Reading) -> None:
    pages = addresses.records_of(reading)
    document = reading.document.id
    assert pages["a4"] == (f"/claims/{document}:c4",)
    assert pages["a5"] == (f"/attributions/{document}:a5",)
    assert pages["v1"] == (f"/events/{document}:v1",)
    assert set(pages) == {one.id for one in reading.attributions} | {one.id for one in reading.events}
