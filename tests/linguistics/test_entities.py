from __future__ import annotations

import pytest

from sayso.linguistics.entities import find_entities

from .trees import analysis


def names(tree: str, labels: dict[str, str]) -> list[tuple[str, list[str]]]:
    """(fullest name, texts of its mentions) of each entity; words without a tag are nouns."""
    words = tree.split()
    tags = ("PROPN" if w[0].isupper() else "NOUN" if w[0].isalnum() else "PUNCT" for w in words)
    tagged = map("/".join, zip(words, tags, strict=True))
    trees = [" ".join(f"{word}/{int(at > 0)}/dep" for at, word in enumerate(tagged))]
    return [(e.name, [m.text for m in e.mentions]) for e in find_entities(analysis(trees, labels))]


def test_a_full_name_a_surname_and_a_titled_surname_are_one() -> None:
    labels = {"Ilse Brask": "Person", "Mrs Brask": "Person", "Brask": "Person"}
    found = names("Ilse Brask spoke . Mrs Brask left . Brask slept .", labels)
    assert found == [("Ilse Brask", ["Ilse Brask", "Brask", "Brask"])]


def test_two_full_names_with_one_surname_are_two_and_the_bare_one_follows_the_last() -> None:
    labels = {"Harriet Marsh": "Person", "Peter Marsh": "Person", "Marsh": "Person"}
    found = names("Harriet Marsh spoke . Peter Marsh left . Marsh slept .", labels)
    assert found == [("Harriet Marsh", ["Harriet Marsh"]), ("Peter Marsh", ["Peter Marsh", "Marsh"])]


def test_a_bare_surname_before_two_full_names_belongs_to_neither() -> None:
    labels = {"Harriet Marsh": "Person", "Peter Marsh": "Person", "Marsh": "Person"}
    found = names("Marsh slept . Harriet Marsh spoke . Peter Marsh left .", labels)
    assert [name for name, _ in found] == ["Marsh", "Harriet Marsh", "Peter Marsh"]


def test_a_headline_surname_joins_the_one_full_name_after_it() -> None:
    found = names("Velde resigns . Jan Velde spoke .", {"Jan Velde": "Person", "Velde": "Person"})
    assert found == [("Jan Velde", ["Velde", "Jan Velde"])]


@pytest.mark.parametrize(
    "text",
    [
        "Orenia Relief Fund ( ORF ) left . ORF returned .",
        "ORF left . Orenia Relief Fund returned . ORF slept .",
    ],
)
def test_an_acronym_is_its_organisation(text: str) -> None:
    (only,) = names(text, {"Orenia Relief Fund": "Organisation", "ORF": "Organisation"})
    assert only[0] == "Orenia Relief Fund"
    assert len(only[1]) == 3


def test_accents_and_full_stops_do_not_part_a_name() -> None:
    labels = {"Ege Erdoğ": "Person", "Erdog": "Person", "O.R.F.": "Organisation", "ORF": "Organisation"}
    found = names("Ege Erdoğ met O.R.F. staff . Erdog left ORF .", labels)
    assert [name for name, _ in found] == ["Ege Erdoğ", "O.R.F."]


def test_a_town_in_the_name_of_an_office_is_not_short_for_it() -> None:
    labels = {"Tarsk Police Union": "Organisation", "Tarsk": "Location", "Police Union": "Organisation"}
    found = names("Tarsk Police Union left Tarsk . Police Union returned .", labels)
    assert found == [
        ("Tarsk Police Union", ["Tarsk Police Union", "Police Union"]),
        ("Tarsk", ["Tarsk"]),
    ]


def test_descriptions_days_and_pronouns_that_the_encoder_labels_name_nothing() -> None:
    labels = {"harbour master": "Person", "Sunday": "Location", "she": "Person", "Orenia 's envoy": "Person"}
    assert names("harbour master on Sunday she met Orenia 's envoy", labels) == []


def test_a_given_name_and_a_surname_are_a_person_whatever_the_label() -> None:
    read = analysis(["Marta/PROPN/2/flat Dur/PROPN/3/nsubj left/VERB/0/root"], {"Marta Dur": "Organisation"})
    assert [(e.kind, e.name) for e in find_entities(read)] == [("person", "Marta Dur")]


def test_entities_are_numbered_by_first_mention_and_cut_from_the_text() -> None:
    tree = "Tarsk/PROPN/3/nsubj and/CCONJ/3/cc Velmar/PROPN/0/root"
    read = analysis([tree], {"Tarsk": "Location", "Velmar": "Location"})
    found = find_entities(read)
    assert [e.id for e in found] == ["e1", "e2"]
    assert all(read.text[m.start : m.end] == m.text for e in found for m in e.mentions)
