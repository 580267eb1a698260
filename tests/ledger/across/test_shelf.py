"""What is kept at hand never decides what is found."""

from __future__ import annotations

import pytest

from sayso.ledger.across import shelf
from sayso.ledger.across.bringing import bring_up
from sayso.ledger.ledger import Ledger
from tests.ledger.across.press import press, put, standing


@pytest.mark.parametrize("records", [0, 3])
def test_a_shelf_with_hardly_any_room_gives_the_same(
    store: str, records: int, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    roomy = tmp_path_factory.mktemp("roomy") / "ledger"
    with Ledger(roomy, create=True) as ledger:
        put(ledger, *press().values())
        bring_up(ledger)
        wanted = standing(ledger)
    monkeypatch.setattr(shelf, "RECORDS", records)
    with Ledger(store, create=True) as ledger:
        put(ledger, *press().values())
        bring_up(ledger)
        assert standing(ledger) == wanted
