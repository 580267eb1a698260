from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.linguistics.entities import find_entities, find_groups
from sayso.linguistics.names import written

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


def test_a_bare_surname_stays_with_whoever_was_called_so_before() -> None:
    labels = {"Harriet Marsh": "Person", "Peter Marsh": "Person", "Marsh": "Person"}
    found = names("Harriet Marsh spoke . Marsh left . Peter Marsh slept . Marsh sang .", labels)
    assert found == [("Harriet Marsh", ["Harriet Marsh", "Marsh", "Marsh"]), ("Peter Marsh", ["Peter Marsh"])]


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


def kinds(tree: str, labels: dict[str, str]) -> list[tuple[str, str]]:
    """(kind, fullest name) of each entity; words are tagged as form/UPOS."""
    trees = [" ".join(f"{word}/{int(at > 0)}/dep" for at, word in enumerate(tree.split()))]
    return [(e.kind, e.name) for e in find_entities(analysis(trees, labels))]


def test_a_label_that_holds_more_than_a_name_is_cut_to_it() -> None:
    spokesman = "Tarsk/PROPN Council/PROPN spokesman/NOUN Bel/PROPN Orun/PROPN left/VERB"
    assert kinds(spokesman, {"Tarsk Council spokesman Bel Orun": "Person"}) == [("person", "Bel Orun")]
    assert kinds("Dur/PROPN said/VERB", {"Dur said": "DocumentReference"}) == [("other", "Dur")]
    owned = kinds("Herald/PROPN ’s/PART Bel/PROPN Orun/PROPN left/VERB", {"Herald ’s Bel Orun": "Person"})
    assert owned == [("other", "Herald"), ("person", "Bel Orun")]


def test_titles_and_offices_are_no_part_of_a_name_and_tell_its_gender() -> None:
    labels = {"Defence Secretary Ana Dur": "Person", "widow Terry Orun": "Person"}
    tree = "Defence/PROPN Secretary/PROPN Ana/PROPN Dur/PROPN met/VERB widow/NOUN Terry/PROPN Orun/PROPN"
    read = analysis([" ".join(f"{word}/{int(at > 0)}/dep" for at, word in enumerate(tree.split()))], labels)
    found = find_groups(read, written(read))
    assert [(group.fullest.key, group.gender) for group in found] == [
        (("ana", "dur"), "feminine"),
        (("terry", "orun"), "feminine"),
    ]


def test_a_name_ends_in_a_small_letter_only_after_a_hyphen() -> None:
    assert kinds("Bel/PROPN Ki/PROPN -/PUNCT mon/PROPN spoke/VERB", {"Bel Ki - mon": "Person"}) == [
        ("person", "Bel Ki - mon")
    ]


def test_a_party_and_a_seat_are_nobody() -> None:
    labels = {"Bel Orun , R - Tarsk": "Person"}
    assert kinds("Bel/PROPN Orun/PROPN ,/PUNCT R/PROPN -/PUNCT Tarsk/PROPN ,/PUNCT spoke/VERB", labels) == [
        ("person", "Bel Orun")
    ]


def test_persons_in_the_plural_are_a_group_whatever_the_label() -> None:
    assert kinds("Democrats/PROPN left/VERB", {"Democrats": "Person"}) == [("organisation", "Democrats")]


@pytest.mark.parametrize(
    ("tree", "labels"),
    [
        ("Mr/PROPN Justice/PROPN left/VERB", {"Mr Justice": "Organisation"}),
        ("President/PROPN Tin/PROPN Orun/PROPN left/VERB", {}),
        ("Hugh/PROPN Orun/PROPN left/VERB", {"Hugh": "Location", "Orun": "Location"}),
    ],
)
def test_titles_and_given_names_make_a_person(tree: str, labels: dict[str, str]) -> None:
    assert [kind for kind, _ in kinds(tree, labels)] == ["person"]


def test_what_is_mostly_called_a_person_is_one() -> None:
    tree = "Orun/PROPN/2/nsubj met/VERB/0/root Orun/PROPN/2/obj and/CCONJ/5/cc Orun/PROPN/3/conj"
    read = analysis([tree], {"Orun": "Person"})
    once = replace(read, mentions=(replace(read.mentions[0], kind="Organisation"), *read.mentions[1:]))
    assert [(e.kind, len(e.mentions)) for e in find_entities(once)] == [("person", 3)]


def test_an_acronym_is_no_surname() -> None:
    labels = {"Bel Tor Un": "Person", "U.N.": "Organisation"}
    assert kinds("Bel/PROPN Tor/PROPN Un/PROPN met/VERB U.N./PROPN", labels) == [
        ("person", "Bel Tor Un"),
        ("organisation", "U.N."),
    ]


def test_entities_are_numbered_by_first_mention_and_cut_from_the_text() -> None:
    tree = "Tarsk/PROPN/3/nsubj and/CCONJ/3/cc Velmar/PROPN/0/root"
    read = analysis([tree], {"Tarsk": "Location", "Velmar": "Location"})
    found = find_entities(read)
    assert [e.id for e in found] == ["e1", "e2"]
    assert all(read.text[m.start : m.end] == m.text for e in found for m in e.mentions)


@pytest.mark.parametrize(
    "text",
    [
        "Kestria/PROPN denied/VERB it/PRON ./PUNCT A/DET Kestrian/ADJ officer/NOUN left/VERB",
        "Kestria/PROPN denied/VERB it/PRON ./PUNCT Kestria/PROPN 's/PART ministry/NOUN left/VERB",
        "Kestria/PROPN denied/VERB it/PRON ./PUNCT The/DET governor/NOUN of/ADP Kestria/PROPN left/VERB",
        "It/PRON rained/VERB in/ADP Kestria/PROPN ./PUNCT Snow/NOUN fell/VERB in/ADP Kestria/PROPN",
        "Norway/PROPN and/CCONJ Kestria/PROPN met/VERB ./PUNCT Kestria/PROPN and/CCONJ Norway/PROPN ate/VERB",
    ],
)
def test_what_is_done_with_a_name_tells_a_place_from_a_person(text: str) -> None:
    assert ("location", "Kestria") in kinds(text, {"Kestria": "Person", "Norway": "Location"})


@pytest.mark.parametrize(
    "text",
    [
        "Marsh/PROPN denied/VERB it/PRON",
        "Ana/PROPN Marsh/PROPN left/VERB ./PUNCT A/DET Marshan/ADJ officer/NOUN heard/VERB Marsh/PROPN",
        "Mr/PROPN Marsh/PROPN left/VERB ./PUNCT Faith/NOUN in/ADP Marsh/PROPN grew/VERB",
        "Marsh/PROPN ,/PUNCT the/DET water/NOUN minister/NOUN ,/PUNCT left/VERB ./PUNCT Faith/NOUN in/ADP"
        " Marsh/PROPN grew/VERB",
    ],
)
def test_who_is_known_to_be_somebody_is_no_place(text: str) -> None:
    found = kinds(text, {"Ana Marsh": "Person", "Mr Marsh": "Person", "Marsh": "Person"})
    assert {kind for kind, _ in found if kind != "nationality"} == {"person"}


@pytest.mark.parametrize(
    ("text", "label", "found"),
    [
        ("Metro/PROPN Sul/PROPN ,/PUNCT which/PRON runs/VERB it/PRON", "Metro Sul", "organisation"),
        (
            "Metro/PROPN Sul/PROPN ,/PUNCT the/DET operator/NOUN ,/PUNCT left/VERB",
            "Metro Sul",
            "organisation",
        ),
        ("Skerry/PROPN Air/PROPN left/VERB", "Skerry Air", "organisation"),
        ("Xiaoming/PROPN Sun/PROPN left/VERB", "Xiaoming Sun", "person"),
        ("Jan/PROPN Velde/PROPN of/ADP Tarsk/PROPN left/VERB", "Jan Velde of Tarsk", "person"),
    ],
)
def test_what_a_name_is_called_tells_an_organisation_from_a_person(text: str, label: str, found: str) -> None:
    assert kinds(text, {label: "Person"})[0][0] == found


def test_a_description_with_a_place_in_it_names_the_place_alone() -> None:
    text = "villagers/NOUN in/ADP Ouro/PROPN Sul/PROPN left/VERB"
    assert kinds(text, {"villagers in Ouro Sul": "Person"}) == [("location", "Ouro Sul")]
