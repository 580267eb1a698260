"""The table of claims, as pandas reads it."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pandas as pd

from sayso.export.exported import Exported
from sayso.export.formats.csv_claims import write
from tests.export.formats.given import border, made, whole


def table(*documents: Exported) -> pd.DataFrame:
    return pd.read_csv(StringIO(whole(write, *documents)), dtype=str, keep_default_na=False)


def test_every_claim_is_a_row_that_says_who_makes_it() -> None:
    read = table(border())
    assert list(read["claim"]) == [claim.id for claim in border().reading.claims]
    assert all(read["holder"])


def test_the_authors_own_claim_stands_as_its_event_is_told() -> None:
    read = table(border())
    own = read[read["holder"] == "the author"]
    events = {event.id: event.standing for event in border().reading.events}
    assert len(own) > 0
    assert [events[id] for id in own["events"]] == list(own["standings"])


def test_a_claim_through_others_names_all_of_them_innermost_first() -> None:
    row = table(made()).set_index("claim").loc["c2"]
    assert row["holder"] == "drivers < The minister, Ilena Brask"
    assert (row["source_text"], row["source_identity"], row["cue"]) == (
        "drivers", "unnamed_group", "had told her",
    )  # fmt: skip
    assert (row["events"], row["types"], row["standings"]) == ("v2", "ASSAULT", "denied")
    assert row["review"] == "accepted"


def test_an_interrupted_quotation_is_one_claim() -> None:
    row = table(made()).set_index("claim").loc["c3"]
    assert row["content"] == '"They aimed at lorries," … "in daylight."'
    text = made().reading.document.text
    start, end = int(str(row["start"])), int(str(row["end"]))
    assert text[start:end].startswith('"They aimed at lorries," she said')


def test_a_denial_is_counted_as_one() -> None:
    row = table(made()).set_index("claim").loc["c4"]
    assert (row["attitude"], row["origins"], row["against"]) == ("denial", "1", "1")


def test_only_what_was_asked_for_is_a_row() -> None:
    assert list(table(replace(made(), chosen=frozenset(("v3", "c1"))))["claim"]) == ["c1"]
