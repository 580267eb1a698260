"""A card tells an event in the text's own terms: who, to whom, on whose word, and why so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.codebook import load_codebook
from sayso.export import words
from sayso.export.eventcards import EventCard, Holder, Party, event_card
from sayso.export.eventwords import GLYPH, plain, toll, what
from sayso.export.page import to_fragment
from sayso.schema.event import Count, Factuality, Magnitude, Reason
from sayso.schema.reading import Reading
from sayso.schema.span import Span


def cards(reading: Reading) -> list[EventCard]:
    known = {one.id: one for one in reading.attributions}
    return [event_card(event, known) for event in reading.events]


def test_type_and_mode_are_plain_words(reading: Reading) -> None:
    assert [card.what for card in cards(reading)][:3] == [
        "accuse · allege",
        "assault · heavy weapons",
        "retreat · ceasefire",
    ]


def test_every_name_of_the_shipped_codebook_reads_as_words() -> None:
    types = load_codebook().types
    names = [*(one.name for one in types), *(mode.name for one in types for mode in one.modes)]
    assert len(names) > 70
    assert [name for name in map(plain, names) if name != name.lower() or "-" in name or "_" in name] == []


def test_a_pronoun_among_those_who_take_part_is_shown_as_whom_it_stands_for(reading: Reading) -> None:
    assert cards(reading)[1].actors == (Party("Ostrand", "They"),)


def test_an_article_alone_is_no_other_name(reading: Reading) -> None:
    event = reading.events[1]
    named = replace(event.recipients[0], name="The convoy")
    card = event_card(replace(event, recipients=(named, named)), {})
    assert card.recipients == (Party("The convoy", ""),)


def test_the_chain_runs_outwards_and_tells_how_sure_each_is(reading: Reading) -> None:
    assert cards(reading)[1].holders == (
        Holder("a2", "drivers", "certain"),
        Holder("a1", "The minister, Ilena Brask", ""),
    )


def test_what_nobody_else_says_is_the_authors_word(reading: Reading) -> None:
    assert cards(reading)[3].holders == (Holder("", "the author", "certain"),)
    assert cards(reading)[4].holders == (Holder("", "the author", "possible"),)


def test_an_author_who_vouches_for_what_others_say_stands_at_the_end_of_the_chain(reading: Reading) -> None:
    values = (Factuality(("a2", "a1"), "CT+"), Factuality(("a1",), "CT+"), Factuality((), "CT+"))
    vouched = replace(reading.events[1], factuality=values)
    assert [one.who for one in cards(replace(reading, events=(vouched,)))[0].holders][-1] == "the author"


def test_the_words_that_decided_are_named_with_their_part(reading: Reading) -> None:
    assert cards(reading)[2].why == ("cue “reportedly”",)
    assert cards(reading)[4].why == ("hedge “may”",)


def test_a_denial_from_elsewhere_is_told_with_its_source(reading: Reading) -> None:
    assert "denial “denies” (Ostrand)" in cards(reading)[1].why


def test_only_a_fact_needs_no_word_to_decide_it(reading: Reading) -> None:
    fact = reading.events[3]
    assert event_card(fact, {}).why == ("the author’s own voice, without a hedge",)
    assert event_card(replace(fact, standing="planned"), {}).why == ()


def test_a_whole_commentary_as_a_reason_is_cut_short(reading: Reading) -> None:
    long = Reason("commentary", Span(0, 400, "we think so " * 34))
    (why,) = event_card(replace(reading.events[3], why=(long,)), {}).why
    assert len(why) < 80
    assert why.endswith(" …”")


@pytest.mark.parametrize(
    ("low", "high", "said", "told"),
    [
        (9, None, "at least nine", "at least 9 killed"),
        (None, 20, "up to 20", "at most 20 killed"),
        (4, 4, "four", "4 killed"),
        (10, 15, "between 10 and 15", "10 to 15 killed"),
        (2000, None, "thousands", "at least 2,000 killed (“thousands”)"),
        (None, None, "many", "“many” killed"),
    ],
)
def test_numbers_keep_their_bounds(low: int | None, high: int | None, said: str, told: str) -> None:
    assert toll(Magnitude(killed=Count(low, high, Span(0, len(said), said)))) == [told]


def test_a_name_is_shown_once_however_often_it_is_told(reading: Reading) -> None:
    event = reading.events[1]
    often = replace(event, mentions=(*event.mentions, Span(200, 208, "Shelling")))
    assert event_card(often, {}).anchors == ("shelling", "shells")


def test_a_type_of_ones_own_without_a_mode_is_its_name(reading: Reading) -> None:
    assert what(replace(reading.events[0], type="Land_Grab", mode=None)) == "land grab"


def test_each_standing_has_words_a_meaning_and_a_sign_of_its_own() -> None:
    assert set(words.STANDING) == set(words.STANDING_MEANS) == set(GLYPH)
    assert len(set(GLYPH.values())) == len(set(words.STANDING.values())) == len(GLYPH)


def test_no_word_for_a_standing_judges() -> None:
    told = " ".join((*words.STANDING.values(), *words.STANDING_MEANS.values())).casefold().split()
    assert not {"true", "false", "lie", "lies", "wrong", "correct", "really"} & {
        word.strip(".,") for word in told
    }


@pytest.mark.parametrize(
    ("country", "sector", "unsure", "told"),
    [
        ("KEN", "REB", False, "KEN, rebels"),
        ("KEN", None, True, "KEN ?"),
        (None, "GOV", False, "government"),
        ("IMG", "WAVE", False, "IMG, WAVE"),
        (None, "UNK", True, ""),
        (None, None, False, ""),
    ],
)
def test_country_and_sector_stand_beside_a_name(
    reading: Reading, country: str | None, sector: str | None, unsure: bool, told: str
) -> None:
    event = reading.events[1]
    role = replace(event.actors[0], country=country, sector=sector, unsure=unsure)
    (party,) = event_card(replace(event, actors=(role,)), {}).actors
    assert party == Party("Ostrand", "They", told)
    page = to_fragment(replace(reading, events=(replace(event, actors=(role,)),)))
    assert (f'<small class="belongs">{told}</small>' in page) is bool(told)


def test_a_sector_stands_beside_a_source_where_it_tells_more_than_the_affiliation(reading: Reading) -> None:
    source = reading.attributions[0].source
    kind = words.kind(replace(source, country="KEN", sector="GOV"))
    assert kind == "named person, government, decision maker, KEN"
    assert words.kind(replace(source, country=None, sector="SPY")).endswith("decision maker, intelligence")
    assert words.kind(replace(source, country="KEN", sector=None, unsure=True)).endswith(", KEN ?")
