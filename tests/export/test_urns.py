"""Names that hold everywhere, and addresses as every reader takes them."""

from __future__ import annotations

import pytest

from sayso.export.urns import digest, name_key, urn, uuid_of, web


def test_a_name_is_made_of_the_document_and_the_record() -> None:
    assert urn("e9739d9a3e2a7085", "c3") == "urn:sayso:e9739d9a3e2a7085:c3"


def test_the_same_words_have_the_same_uuid_and_digest_in_every_run() -> None:
    assert str(uuid_of("a")) == "f188ef3a-d308-5e17-87c2-25dadb9b4b3d"
    assert digest("a") == "86f7e437faa5a7fce15d1ddcb9eaeaea377667b8"
    assert digest("\ud800") == digest("?")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://a.example/x?y=1#z", "https://a.example/x?y=1#z"),
        ("https://a.example/%20", "https://a.example/%20"),
        ('https://a.example/a b"<>\\^`{|}', "https://a.example/a%20b%22%3C%3E%5C%5E%60%7B%7C%7D"),
        ("https://a.example/é\ud800", "https://a.example/%C3%A9%3F"),
        ("HTTPS://a.example", "HTTPS://a.example"),
        ("ftp://a.example", None),
        ("javascript:alert(1)", None),
        ("articles/a.txt", None),
        ("https://", None),
        (None, None),
    ],
)
def test_an_address_of_the_web_becomes_a_uri_and_nothing_else_does(
    address: str | None, told: str | None
) -> None:
    assert web(address) == told


def test_a_name_has_one_key_however_it_is_written() -> None:
    assert name_key("ÉLYSÉE Palace’s") == name_key("Elysee palace")
    assert name_key(" ? ") == "?"
