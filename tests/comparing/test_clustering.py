from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.comparing.account import Account
from sayso.comparing.clustering import antecedent, candidates, clusters, keys, order_of
from sayso.comparing.features import MOST_KEYS
from sayso.comparing.sameness import DAYS
from tests.comparing.accounts import ARMY, FRONT, TALKS, account

FIRST = account("a:v1", ARMY)
SECOND = account("b:v2", FRONT, published="2031-03-13")
THIRD = account("c:v1", f"The market of Sella was shelled. {FRONT}", published="2031-03-14", outlet="c")
OTHER = account(
    "d:v1", TALKS, type="CONSULT", mode="visit", actors=("Karvia",), recipients=(), place="Brenholm"
)
ALL = (FIRST, SECOND, THIRD, OTHER)


def tree(accounts: tuple[Account, ...]) -> dict[str, tuple[str, ...]]:
    return {each.id: tuple(one.id for one in each.accounts) for each in clusters(accounts)}


def attached(one: Account, earlier: list[Account]) -> Account | None:
    found = antecedent(one, earlier)
    return found[0] if found else None


def test_tellings_of_one_event_are_one_cluster_named_by_the_earliest() -> None:
    assert tree(ALL) == {"a:v1": ("a:v1", "b:v2", "c:v1"), "d:v1": ("d:v1",)}


def test_every_account_but_the_first_has_a_link_that_says_why() -> None:
    cluster = clusters(ALL)[0]
    assert [link.account for link in cluster.links] == ["b:v2", "c:v1"]
    assert all(link.sameness.parts for link in cluster.links)
    assert cluster.links[0].to == "a:v1"


def test_an_account_attaches_to_the_earlier_one_that_is_most_like_it() -> None:
    assert attached(THIRD, [FIRST, SECOND, OTHER]) == SECOND
    assert attached(THIRD, [FIRST, OTHER]) == FIRST
    assert attached(OTHER, [FIRST, SECOND, THIRD]) is None


def test_of_two_that_are_as_like_it_attaches_to_the_earliest() -> None:
    twin = replace(FIRST, id="0:v1", document="0", published="2031-03-13")
    assert attached(SECOND, [FIRST, twin]) == attached(SECOND, [twin, FIRST]) == FIRST


def test_nothing_attaches_to_a_later_one_or_to_its_own_document() -> None:
    assert antecedent(FIRST, [SECOND, THIRD]) is None
    assert antecedent(replace(FIRST, id="a:v2"), [FIRST]) is None


def test_records_of_a_document_stand_in_their_order_and_what_has_no_date_comes_last() -> None:
    ordered = [replace(FIRST, id="a:v9"), replace(FIRST, id="a:v10"), SECOND, replace(FIRST, published=None)]
    assert sorted([*ordered[2:], *ordered[:2]], key=order_of) == ordered


@given(st.permutations(ALL))
def test_the_order_in_which_accounts_come_makes_no_difference(accounts: list[Account]) -> None:
    assert clusters(accounts) == clusters(ALL)


DAY = st.integers(1, 28).map(lambda day: f"2031-03-{day:02}")


@st.composite
def drawn(draw: st.DrawFn) -> list[Account]:
    texts = st.sampled_from((ARMY, FRONT, TALKS))
    return [
        account(
            f"{draw(st.sampled_from('abcdef'))}:v{number}",
            draw(texts),
            day=(day := draw(DAY)),
            until=None,
            published=day,
            dated=draw(st.booleans()),
            type=draw(st.sampled_from(("ASSAULT", "COERCE"))),
        )
        for number in range(draw(st.integers(2, 9)))
    ]


@given(drawn(), st.randoms(use_true_random=False))
def test_whatever_comes_the_clusters_are_a_partition_and_the_order_makes_no_difference(
    accounts: list[Account], chance: object
) -> None:
    found = clusters(accounts)
    assert sorted(each.id for cluster in found for each in cluster.accounts) == sorted(a.id for a in accounts)
    assert clusters(sorted(accounts, key=lambda each: chance.random())) == found  # type: ignore[attr-defined]


@given(drawn())
def test_a_new_account_changes_the_link_only_of_later_ones_that_it_is_a_candidate_of(
    accounts: list[Account],
) -> None:
    new, *known = accounts

    def links(some: list[Account]) -> dict[str, str]:
        return {link.account: link.to for cluster in clusters(some) for link in cluster.links}

    before, after = links(known), links(accounts)
    for each in known:
        if after.get(each.id) != before.get(each.id):
            assert after[each.id] == new.id
            assert candidates(each, new)
            assert order_of(new) < order_of(each)


@given(drawn())
def test_being_a_candidate_goes_both_ways(accounts: list[Account]) -> None:
    assert all(candidates(a, b) == candidates(b, a) for a in accounts for b in accounts)


def test_candidates_share_a_name_and_are_days_apart_at_most() -> None:
    def moved(days: int) -> Account:
        return replace(SECOND, day=f"2031-03-{12 + days:02}", until=None)

    assert candidates(FIRST, moved(DAYS))
    assert not candidates(FIRST, moved(DAYS + 1))
    assert not candidates(FIRST, OTHER)
    assert not candidates(FIRST, replace(SECOND, day=None, published=None))


def words(account: Account) -> set[str]:
    """The keys of an account without the group of its type."""
    return {key.partition(" ")[2] for key in keys(account)}


def test_keys_are_names_in_the_account_and_around_it_and_not_what_a_sentence_begins_with() -> None:
    known = replace(FIRST, actors=("Police",), recipients=("Ines Marabal",), place="San Avelo")
    told = words(replace(known, content="Lorries were burned, said Hector Ubal."))
    assert told >= {"hector", "ubal", "ines"}
    assert not {"lorri", "polic"} & told


def test_keys_are_few_and_who_takes_part_comes_first() -> None:
    crowd = replace(
        FIRST, recipients=("Ines Marabal",), content="On Oro, Ula, Ebo, Ino, Asa, Udo, Eri, Ola and Ari."
    )
    assert len(keys(crowd)) == MOST_KEYS
    assert {"ines", "marabal"} <= words(crowd)


def test_roles_are_keys_only_where_nothing_else_is_told() -> None:
    bare = replace(FIRST, actors=("The police",), recipients=("officials",), place=None, content="It was so.")
    assert words(bare) == {"police", "offici"}
    assert "police" not in words(replace(bare, place="Sella"))


def test_a_country_is_a_key_only_where_no_name_is_told() -> None:
    bare = replace(FIRST, actors=("police",), recipients=(), place=None, content="It was so.")
    land = replace(bare, countries=frozenset(("FRA", "IGO")))
    assert words(land) == {"FRA"}
    assert words(replace(land, place="Sella")) == {"sell"}


def test_types_that_are_never_one_event_have_no_key_in_common() -> None:
    assert keys(replace(FIRST, type="ASSAULT")).isdisjoint(keys(replace(FIRST, type="CONSULT")))
    assert not keys(replace(FIRST, type="ASSAULT")).isdisjoint(keys(replace(FIRST, type="COERCE")))


def test_no_accounts_are_no_clusters() -> None:
    assert clusters(()) == ()


@pytest.mark.parametrize("record", ["v12", "x", ""])
def test_a_record_without_a_number_can_be_ordered(record: str) -> None:
    assert order_of(replace(FIRST, id=f"a:{record}"))[:2] == ("2031-03-12", "a")
