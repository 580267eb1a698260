"""The country of a source, over the phrases that tests of attribution tell the kind of."""

from __future__ import annotations

import pytest

from sayso.resolution.actors import Actors
from sayso.schema.entity import EntityKind
from tests.casefiles import written_cases

ROWS: list[dict[str, str]] = written_cases("sources")
ACTORS = Actors()


def words_of(written: str) -> str:
    """A phrase without the labels behind its words."""
    return " ".join(token.partition("/")[0] for token in written.split())


def kind_of(row: dict[str, str]) -> EntityKind | None:
    """What the entity of a phrase is where its head has a person's label."""
    written = row.get("resolved", row["phrase"]).split()
    labels = dict(token.partition("/")[::2] for token in written)
    return "person" if labels.get(row.get("head", written[-1].partition("/")[0])) == "P" else None


@pytest.mark.parametrize(
    "row", [row for row in ROWS if "country" in row], ids=lambda row: words_of(row["phrase"])
)
def test_a_source_is_of_the_country_that_a_reader_would_say(row: dict[str, str]) -> None:
    resolved = words_of(row["resolved"]) if "resolved" in row else None
    answer = ACTORS.who(words_of(row["phrase"]), resolved=resolved, kind=kind_of(row))
    assert answer.country == (None if row["country"] == "none" else row["country"])


@pytest.mark.parametrize("mention", ["Shell", "the Observer", "Shell’s chairman", "a Shell official"])
def test_a_name_that_is_a_common_word_counts_by_itself(mention: str) -> None:
    assert ACTORS.who(mention).why[0].kind == "organisation"


@pytest.mark.parametrize("mention", ["Shell shock survivors", "Economist Ada Orban", "Apple growers"])
def test_beside_other_words_it_is_the_common_word(mention: str) -> None:
    assert ACTORS.who(mention).country is None


def test_several_countries_are_of_none_of_them() -> None:
    answer = ACTORS.who("Chile, Peru and Norway")
    assert (answer.country, answer.unsure) == (None, True)
    assert ACTORS.who("Lima, Peru").country == "PER"


def test_an_apposition_tells_of_a_name_and_the_next_name_of_a_list_does_not() -> None:
    assert ACTORS.who("Ada Orban, Peru's foreign minister").sectors == ("GOV",)
    assert ACTORS.who("Ada Orban, 45, a dentist from Lima").sectors == ("MED",)
    assert ACTORS.who("Ada Orban, Major Jan Velde and others").sectors == ()
    assert ACTORS.who("Ada Orban, whose brother is a colonel").sectors == ()
