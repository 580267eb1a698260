"""A transaction that takes too long is let go, and the ledger goes on."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from sayso.ledger.errors import SlowError
from sayso.ledger.ledger import Ledger
from sayso.ledger.limiting import limit
from sayso.ledger.overview import overview

COUNTS = (
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 1000000000)"
    " SELECT max(x) FROM n"
)


def test_what_takes_too_long_ends_and_the_next_question_is_answered(ledger: Ledger) -> None:
    limit(ledger, 0.1)
    with pytest.raises(SlowError, match="takes too long"), ledger.transaction() as connection:
        connection.execute(text(COUNTS))
    assert overview(ledger).documents == 0
