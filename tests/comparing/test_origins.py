import random
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.comparing.article import Article
from sayso.comparing.copying import Likeness, compare
from sayso.comparing.crediting import credits_of
from sayso.comparing.origins import Origins, origins
from sayso.schema.document import Document
from tests.comparing.writing import OTHER, OWN, WIRE, article, document, joined, sentences, story

LINES = sentences(WIRE)
LEAD = "Bakers were the first to hear of it, because flour comes by night and did not come on Monday"
COPY = WIRE.replace("four", "five").replace("repaired", "mended")
SHORT = joined(*LINES[:2])


def links(*texts: str) -> list[Likeness]:
    return [compare(story(one), story(other)) for one, other in combinations(texts, 2)]


def ids(*texts: str) -> set[str]:
    return {story(text).id for text in texts}


def found(*texts: str, days: tuple[str, ...] = (), families: dict[str, str] | None = None) -> Origins:
    """The origins of texts, published by outlets "Paper 0", "Paper 1" … on these days."""
    articles = [
        article(text, f"Paper {number}", days[number] if days else "2031-05-04")
        for number, text in enumerate(texts)
    ]
    return origins(articles, links(*texts), families=families)


def together(told: Origins) -> list[set[str]]:
    return [set(origin.documents) for origin in told.origins]


def test_rewrites_of_one_wire_story_are_one_origin_and_each_merge_has_its_reason() -> None:
    lead = joined(LEAD, *LINES[1:4])
    told = found(WIRE, COPY, SHORT, lead)
    assert together(told) == [ids(WIRE, COPY, SHORT, lead)]
    (origin,) = told.origins
    assert sorted(reason.kind for reason in origin.reasons) == ["abridged", "edited", "shared"]
    assert all(reason.passages for reason in origin.reasons)


def test_two_reporters_at_one_event_are_two_origins() -> None:
    assert together(found(WIRE, OWN)) == [ids(WIRE), ids(OWN)]


def test_the_origin_is_named_after_its_earliest_document() -> None:
    told = found(WIRE, SHORT, days=("2031-05-06", "2031-05-04"))
    assert [origin.id for origin in told.origins] == [story(SHORT).id]


def test_articles_publishers_and_origins_are_counted_apart() -> None:
    places = [article(WIRE, "Tesk Mail", "2031-05-04"), article(WIRE, "Harrow Courier", "2031-05-05")]
    told = origins([*places, article(OWN, "The Tesk Mail", "2031-05-04")], links(WIRE, OWN))
    assert (told.articles, told.publishers, len(told.origins)) == (3, 2, 2)


def test_nobody_is_chained_through_one_who_took_a_paragraph_from_each() -> None:
    between = joined(*LINES[:2], *sentences(OTHER)[:2])
    told = found(WIRE, between, OTHER, days=("2031-05-04", "2031-05-05", "2031-05-04"))
    assert not any(ids(WIRE, OTHER) <= origin for origin in together(told))


def test_a_round_up_does_not_join_what_it_holds() -> None:
    told = found(WIRE, OTHER, f"{WIRE} {OTHER}", days=("2031-05-04", "2031-05-04", "2031-05-05"))
    assert not any(ids(WIRE, OTHER) <= origin for origin in together(told))


def test_different_parts_of_one_earlier_story_are_one_origin() -> None:
    halves = joined(*LINES[:3]), joined(*LINES[4:])
    told = found(WIRE, *halves, days=("2031-05-04", "2031-05-05", "2031-05-05"))
    assert together(told) == [ids(WIRE, *halves)]


def test_a_paragraph_of_the_wire_in_an_own_story_is_kept_apart_and_told() -> None:
    mixed = f"{OWN} {LINES[2]}. {OTHER}"
    told = found(WIRE, mixed)
    assert len(told.origins) == 2
    assert [(set(each.between), each.kind) for each in told.unsure] == [(ids(WIRE, mixed), "shared")]


def test_documents_that_are_little_but_one_statement_are_one_origin() -> None:
    statement = f"“{OTHER.replace('.', ',')}”"
    one, other = f"The growers wrote: {statement}.", f"From a letter read aloud in Telmara: {statement}."
    assert [reason.kind for reason in found(one, other).origins[0].reasons] == ["quotation"]


def test_a_family_of_publishers_tells_one_event_once() -> None:
    told = found(WIRE, OWN, families={"paper 0": "Dock Street", "Paper 1": "Dock Street"})
    assert [reason.kind for reason in told.origins[0].reasons] == ["family"]
    assert (told.publishers, len(told.origins)) == (1, 1)


def test_a_family_does_not_join_what_it_tells_of_different_things() -> None:
    told = found(WIRE, OTHER, families={"Paper 0": "Dock Street", "Paper 1": "Dock Street"})
    assert len(told.origins) == 2


CREDITS = {
    "Tesk Mail": "Four drivers fell into the Tarn when Velmora’s old bridge gave way near Belmar, the Dorsk"
    " Argus reported.",
    "Dorsk Argus": "At Belmar in Velmora the river Tarn has swallowed a bridge, a convoy and four men. Our"
    " reporter counted lorries at Belmar until dawn.",
    "Sella Post": "Citing the Dorsk Argus, radio in Sella said that a bridge on the Tarn, near Belmar in"
    " Velmora, fell down under grain.",
}


def credited(texts: dict[str, str]) -> Origins:
    documents: list[Document] = [document(text, outlet=outlet) for outlet, text in texts.items()]
    given = [credit for each in documents for credit in credits_of(each, known=tuple(texts))]
    articles = [article(text, outlet, "2031-05-04") for outlet, text in texts.items()]
    return origins(articles, links(*texts.values()), given)


def test_a_report_that_rests_on_anothers_has_its_origin() -> None:
    told = credited(CREDITS)
    (origin,) = told.origins
    argus = story(CREDITS["Dorsk Argus"]).id
    assert {(reason.kind, reason.between[1]) for reason in origin.reasons} == {("credit", argus)}
    assert all(reason.credit and reason.credit.span for reason in origin.reasons)


def test_two_that_credit_an_account_which_is_not_there_have_one_origin() -> None:
    told = credited({outlet: CREDITS[outlet] for outlet in ("Tesk Mail", "Sella Post")})
    assert len(told.origins) == 1


def test_a_credit_for_a_detail_is_kept_apart_and_told() -> None:
    detail = f"{OWN} The lorries came from Dorsk, the Tesk Mail reported."
    told = credited({"Tesk Mail": WIRE, "Sella Post": detail})
    assert len(told.origins) == 2
    assert [reason.kind for reason in told.unsure] == ["credit"]


def test_a_credit_joins_nothing_that_tells_of_something_else() -> None:
    told = credited({"Dorsk Argus": OTHER, "Tesk Mail": CREDITS["Tesk Mail"]})
    assert len(told.origins) == 2


def test_known_events_decide_who_tells_of_the_same() -> None:
    texts = {outlet: CREDITS[outlet] for outlet in ("Tesk Mail", "Dorsk Argus")}
    mail, argus = (story(text).id for text in texts.values())
    credit = credits_of(document(CREDITS["Tesk Mail"], outlet="Tesk Mail"))
    articles = [article(text, outlet, "2031-05-04") for outlet, text in texts.items()]
    apart = origins(articles, [], credit, events={mail: ["e1"], argus: ["e2"]})
    joined_ = origins(articles, [], credit, events={mail: ["e1", "e2"], argus: ["e2"]})
    assert (len(apart.origins), len(joined_.origins)) == (2, 1)


def test_the_same_names_are_enough_where_an_outlet_is_credited_whatever_events_are_known() -> None:
    texts = {outlet: CREDITS[outlet] for outlet in ("Tesk Mail", "Dorsk Argus")}
    mail, argus = (story(text).id for text in texts.values())
    credit = credits_of(document(CREDITS["Tesk Mail"], outlet="Tesk Mail"))
    articles = [article(text, outlet, "2031-05-04") for outlet, text in texts.items()]
    apart = {mail: ["e1"], argus: ["e2"]}
    assert len(origins(articles, links(*texts.values()), credit, events=apart).origins) == 1
    assert len(origins(articles, links(*texts.values()), [], events=apart).origins) == 2


def test_a_copy_that_credits_its_agency_is_not_joined_with_another_story_of_that_agency() -> None:
    """A paper prints the agency's second story on a matter: it has nothing from the first one."""
    first = CREDITS["Dorsk Argus"]
    copy = WIRE.replace("said", "stated")
    articles = [
        article(first, "Nordan Press Agency", "2031-05-03"),
        article(WIRE, "Nordan Press Agency", "2031-05-04"),
        article(copy, "Tesk Mail", "2031-05-05"),
    ]
    credit = credits_of(replace(document(copy, outlet="Tesk Mail"), wire="Nordan Press Agency"))
    events = {story(text).id: ["e1"] for text in (first, WIRE, copy)}
    found = origins(articles, links(first, WIRE, copy), credit, events=events)
    assert {frozenset(one.documents) for one in found.origins} == {
        frozenset(ids(first)),
        frozenset(ids(WIRE, copy)),
    }


def test_circular_reporting_is_found_and_named() -> None:
    ring = {
        "Tesk Mail": CREDITS["Tesk Mail"],
        "Dorsk Argus": "According to the Tesk Mail a bridge on the Tarn near Belmar in Velmora is down.",
    }
    told = credited(ring)
    (circle,) = told.circles
    assert set(circle.documents) == ids(*ring.values())
    assert {credit.name for credit in circle.credits} == {"Dorsk Argus", "Tesk Mail"}
    assert told.origins[0].circles == (circle,)


def test_nothing_at_all_has_no_origin() -> None:
    assert origins([], []) == Origins(0, 0, (), (), ())


def test_documents_that_nobody_compared_stand_alone() -> None:
    assert len(origins([Article("d1"), Article("d2")], []).origins) == 2


POOL = [WIRE, COPY, SHORT, OWN, OTHER, joined(LEAD, *LINES[1:4]), joined(*LINES[2:]), *CREDITS.values(),
        joined(*LINES[:2], *sentences(OTHER)[:2]), f"{WIRE} {OTHER}"]  # fmt: skip


@settings(deadline=None, max_examples=25)
@given(
    st.lists(st.sampled_from(range(len(POOL))), min_size=1, max_size=8, unique=True),
    st.lists(
        st.sampled_from(["2031-05-04", "2031-05-05", "2031-05-04/2031-05-06", None]), min_size=12, max_size=12
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_arrival_makes_no_difference(
    chosen: list[int], days: list[str | None], chance: random.Random
) -> None:
    texts = [POOL[number] for number in chosen]
    articles = [article(POOL[number], f"Paper {number % 4}", days[number]) for number in chosen]
    likenesses = links(*texts)
    given_ = [credit for text in texts for credit in credits_of(document(text))]
    families = {"Paper 1": "Dock Street", "Paper 2": "Dock Street"}
    once = origins(articles, likenesses, given_, families)
    turned = [link.turned if chance.random() < 0.5 else link for link in likenesses]
    for each in (articles, turned, given_):
        chance.shuffle(each)
    again = origins(articles, turned, given_, families)
    assert again == once
    assert sorted(document for origin in once.origins for document in origin.documents) == sorted(ids(*texts))


@pytest.mark.parametrize("count", [400])
def test_a_long_chain_of_copies_ends(count: int) -> None:
    words = [f"word{number}" for number in range(count + 120)]
    texts = [" ".join(words[at : at + 60]) for at in range(0, count, 10)]
    near = [
        compare(story(texts[at]), story(other))
        for at in range(len(texts))
        for other in texts[at + 1 : at + 6]
    ]
    told = origins([article(text, published="2031-05-04") for text in texts], near)
    assert sum(len(origin.documents) for origin in told.origins) == len(texts)
