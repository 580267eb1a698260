import random
from typing import Any

import pytest

from sayso.comparing.parties import Voice
from sayso.comparing.testimony import Testimony
from sayso.comparing.vouched import Vouched
from sayso.comparing.vouching import vouched
from tests.comparing.stating import account

MINISTRY = Voice("the Teverran defence ministry", "described", "government")
OTHER_MINISTRY = Voice("Teverra's interior ministry", "described", "government")
WITNESS = Voice("Nils Abo", "named", "witness")


def attested(document: str, standing: str = "fact", voice: Voice | None = None, **fields: Any) -> Testimony:
    return Testimony(account(document, standing, **fields), voice)


def on_word(document: str, voice: Voice, **fields: Any) -> Testimony:
    return attested(document, "reported", voice, **fields)


def told(*attested: Testimony, origins: dict[str, str] | None = None) -> Vouched:
    return vouched(attested, origins or {})


def test_each_account_stands_with_what_its_outlet_does() -> None:
    asserted, reported, hedged = attested("a"), on_word("b", MINISTRY), attested("c", "possible")
    planned, denied, negated = (
        attested(*each) for each in (("d", "planned"), ("e", "denied"), ("f", "negated"))
    )
    found = told(asserted, reported, hedged, planned, denied, negated)
    assert (found.asserts, found.reports, found.hedges) == ((asserted,), (reported,), (hedged,))
    assert (found.expects, found.denies) == ((planned,), (denied, negated))


def test_an_admission_is_asserted_in_the_outlets_own_voice_and_else_reported() -> None:
    found = told(attested("a", "admitted"), attested("b", "admitted", Voice("the Callan Front")))
    assert [each.account.document for each in found.asserts] == ["a"]
    assert [each.account.document for each in found.reports] == ["b"]


def test_two_independent_origins_corroborate() -> None:
    found = told(on_word("a", MINISTRY), on_word("b", WITNESS))
    assert found.words == ("corroborated",)
    assert found.origins_for == ("a", "b")


def test_an_account_that_is_only_likely_of_this_event_is_shown_and_corroborates_nothing() -> None:
    both = (on_word("a", MINISTRY), on_word("b", WITNESS))
    found = vouched(both, {}, likely=[both[1].account.id])
    assert found.words == ("uncorroborated",)
    assert (found.origins_for, found.likely) == (("a", "b"), (both[1].account.id,))
    denied = vouched([both[0], attested("c", "negated")], {}, likely=["c:v1"])
    assert "disputed" in denied.words


def test_ten_articles_of_one_origin_are_one() -> None:
    found = told(*(attested(f"d{n}") for n in range(10)), origins={f"d{n}": "wire" for n in range(10)})
    assert (found.origins_for, found.words) == (("wire",), ("uncorroborated",))


def test_one_origin_for_and_one_against_is_disputed_and_uncorroborated_at_once() -> None:
    found = told(attested("a"), attested("b", "negated"))
    assert found.words == ("disputed", "uncorroborated")
    assert (found.origins_for, found.origins_against) == (("a",), ("b",))


def test_what_two_origins_tell_and_one_denies_is_disputed_only() -> None:
    found = told(attested("a"), attested("b"), attested("c", "negated"))
    assert found.words == ("disputed",)


def test_an_article_in_which_one_side_denies_what_the_other_says_is_on_both_sides() -> None:
    found = told(attested("a", "denied", MINISTRY))
    assert (found.origins_for, found.origins_against) == (("a",), ("a",))


def test_officials_of_one_government_do_not_corroborate_each_other() -> None:
    found = told(on_word("a", MINISTRY), on_word("b", OTHER_MINISTRY))
    assert len(found.origins_for) == 2
    assert found.one_party
    assert found.words == ("uncorroborated",)


def test_an_actors_account_of_its_own_deed_is_a_claim_and_no_confirmation() -> None:
    front = Voice("a spokesman for the Callan Front", "described", "armed_group")
    actors = ("the Callan Front",)
    found = told(*(attested(each, "admitted", front, actors=actors) for each in ("a", "b", "c")))
    assert found.by_actor
    assert found.one_party
    assert found.words == ("uncorroborated",)


def test_an_outlets_own_word_is_of_no_party() -> None:
    assert not told(attested("a"), on_word("b", MINISTRY)).one_party


@pytest.mark.parametrize("standing", ["planned", "possible"])
def test_what_is_planned_or_left_open_has_no_word(standing: str) -> None:
    found = told(attested("a", standing))
    assert (found.words, found.origins_for, found.origins_against) == ((), (), ())


def test_the_earliest_account_and_the_changes_of_each_outlet_are_shown() -> None:
    first = attested(
        "a", "reported", MINISTRY, outlet="Tarn Post", published="2031-03-02", toll={"killed": (9, None)}
    )
    same = attested(
        "b", "reported", MINISTRY, outlet="the Tarn Post", published="2031-03-03", toll={"killed": (9, None)}
    )
    more = attested(
        "c", "reported", MINISTRY, outlet="Tarn Post", published="2031-03-04", toll={"killed": (14, 14)}
    )
    other = attested("d", outlet="Vesper", published="2031-03-05")
    found = told(other, more, same, first)
    assert found.earliest == first
    assert [(each.day, each.account, each.before) for each in found.timeline] == [
        ("2031-03-02", "a:v1", None),
        ("2031-03-03", "b:v1", None),
        ("2031-03-04", "c:v1", "b:v1"),
        ("2031-03-05", "d:v1", None),
    ]


def test_differing_tolls_stand_side_by_side_with_who_gives_them() -> None:
    nine, more = (
        on_word("a", MINISTRY, toll={"killed": (9, 9)}),
        on_word("b", WITNESS, toll={"killed": (20, None)}),
    )
    again = on_word("c", MINISTRY, toll={"killed": (9, 9), "injured": (3, 3)})
    found = told(more, again, nine)
    assert [(each.kind, each.low, each.high, each.testimonies) for each in found.tolls] == [
        ("injured", 3, 3, (again,)),
        ("killed", 9, 9, (nine, again)),
        ("killed", 20, None, (more,)),
    ]
    assert found.differing == ("killed",)


def test_outlets_that_wrote_near_it_and_do_not_tell_it_are_silent() -> None:
    found = vouched(
        [attested("a", outlet="Tarn Post")], {}, near=["The Tarn Post", "Vesper", "Quay News", "Vesper"]
    )
    assert found.silent == ("Quay News", "Vesper")


def test_nothing_told_is_nothing_vouched() -> None:
    found = told()
    assert (found.earliest, found.words, found.timeline, found.one_party) == (None, (), (), False)


def test_the_order_of_accounts_makes_no_difference() -> None:
    many = [
        attested("a", toll={"killed": (9, 9)}),
        on_word("b", WITNESS, published=None),
        attested("c", "denied"),
        on_word("d", MINISTRY, toll={"killed": (12, None)}),
        attested("e", "planned", outlet=None),
    ]
    shuffled = random.Random(1).sample(many, len(many))
    assert told(*shuffled) == told(*many)
