"""How many were killed, injured or arrested, over trees by the shipped encoder and trees made by hand."""

from __future__ import annotations

import pytest

from sayso import pipeline
from sayso.coding.magnitude import Tolls
from sayso.linguistics.syntax import Syntax
from sayso.schema.analysis import Analysis
from sayso.schema.event import Magnitude
from tests.linguistics.trees import analysis

Told = tuple[int | None, int | None, str]
SENTENCES: list[tuple[str, dict[str, Told]]] = [
    (
        "The attack on the mill killed nine people and wounded at least 20.",
        {"killed": (9, 9, "nine"), "injured": (20, None, "at least 20")},
    ),
    (
        "Nine people were killed and 20 wounded in an attack on the mill.",
        {"killed": (9, 9, "Nine"), "injured": (20, 20, "20")},
    ),
    (
        "At least 12 people, including four children, were killed in the attack.",
        {"killed": (12, None, "At least 12")},
    ),
    (
        "The attack closed the port, killing two dockers and wounding five.",
        {"killed": (2, 2, "two"), "injured": (5, 5, "five")},
    ),
    (
        "Police arrested more than 40 demonstrators after the attack.",
        {"arrested": (41, None, "more than 40")},
    ),
    ("Dozens were injured in the attack.", {"injured": (24, None, "Dozens")}),
    ("Two soldiers died in the attack.", {"killed": (2, 2, "Two")}),
    ("The death toll from the attack rose to 14.", {"killed": (14, 14, "14")}),
    ("The attack, in which three guards were shot dead, lasted an hour.", {"killed": (3, 3, "three")}),
    ("The attack killed up to 30 soldiers.", {"killed": (None, 30, "up to 30")}),
    ("Nobody was hurt in the attack.", {"injured": (0, 0, "Nobody")}),
    ("No one was killed in the attack.", {"killed": (0, 0, "No one")}),
    ("The attack led to 15 arrests.", {"arrested": (15, 15, "15")}),
    (
        "The attack caused nine deaths and dozens of injuries.",
        {"killed": (9, 9, "nine"), "injured": (24, None, "dozens")},
    ),
    ("The attack followed the killing of two guards.", {"killed": (2, 2, "two")}),
    ("The attack, after the arrest of 11 students, lasted an hour.", {"arrested": (11, 11, "11")}),
    (
        "Four people were killed in the attack and three others arrested.",
        {"killed": (4, 4, "Four"), "arrested": (3, 3, "three")},
    ),
    ("Twelve villagers were killed in an attack by 40 gunmen.", {"killed": (12, 12, "Twelve")}),
    ("The attack damaged 20 houses and two bridges.", {}),
    ("Forty gunmen took part in the attack.", {}),
    ("The attack ended three days of detention.", {}),
    ("The attack killed a 23-year-old student.", {}),
]


def told(found: Magnitude) -> dict[str, Told]:
    counts = {"killed": found.killed, "injured": found.injured, "arrested": found.arrested}
    return {name: (one.low, one.high, one.span.text) for name, one in counts.items() if one}


def at(source: Analysis, word: str) -> int:
    return [source.word(n) for n in range(len(source))].index(word)


@pytest.fixture(scope="module")
def analyses() -> dict[str, Analysis]:
    texts = [text for text, _ in SENTENCES]
    return dict(zip(texts, pipeline.encoder().analyse(texts), strict=True))


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_sentence_tells_how_many_were_hit(
    text: str, expected: dict[str, Told], analyses: dict[str, Analysis]
) -> None:
    source = analyses[text]
    found = Tolls(Syntax(source)).of(at(source, "attack"), [])
    assert told(found) == expected


TWO = analysis(
    [
        "Rebels/NOUN/2/nsubj attacked/VERB/0/root and/CCONJ/4/cc killed/VERB/2/conj nine/NUM/6/nummod"
        " guards/NOUN/4/obj ,/PUNCT/10/punct and/CCONJ/10/cc police/NOUN/10/nsubj arrested/VERB/2/conj"
        " four/NUM/12/nummod men/NOUN/10/obj ./PUNCT/2/punct"
    ],
    {},
)


def test_each_number_belongs_to_the_nearest_event() -> None:
    tolls, attacked, arrested = Tolls(Syntax(TWO)), at(TWO, "attacked"), at(TWO, "arrested")
    assert told(tolls.of(attacked, [arrested])) == {"killed": (9, 9, "nine")}
    assert told(tolls.of(arrested, [attacked])) == {"arrested": (4, 4, "four")}


def test_the_only_event_of_a_sentence_takes_every_number() -> None:
    assert set(told(Tolls(Syntax(TWO)).of(at(TWO, "attacked"), []))) == {"killed", "arrested"}


def test_the_number_of_another_sentence_is_left_there() -> None:
    source = analysis(
        [
            "Rebels/NOUN/2/nsubj attacked/VERB/0/root ./PUNCT/2/punct",
            "Nine/NUM/2/nummod guards/NOUN/3/nsubj died/VERB/0/root ./PUNCT/3/punct",
        ],
        {},
    )
    assert told(Tolls(Syntax(source)).of(at(source, "attacked"), [])) == {}
    assert told(Tolls(Syntax(source)).of(at(source, "died"), [])) == {"killed": (9, 9, "Nine")}


def test_those_who_kill_are_not_counted() -> None:
    source = analysis(
        ["Nine/NUM/2/nummod men/NOUN/3/nsubj killed/VERB/0/root the/DET/5/det mayor/NOUN/3/obj"],
        {},
    )
    assert told(Tolls(Syntax(source)).of(at(source, "killed"), [])) == {}
