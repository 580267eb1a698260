"""Whatever is asked, both stores answer, and answer alike."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from sayso.ledger import ordering, searching
from sayso.ledger.asking import Filter
from sayso.ledger.counting import facets
from sayso.ledger.errors import LedgerError
from sayso.ledger.hits import ClaimHit, EventHit, Hit, Kind
from sayso.ledger.ledger import Ledger
from sayso.ledger.ordering import Order
from sayso.ledger.searching import search
from sayso.schema.attribution import Affiliation, Naming
from sayso.schema.correction import Correction
from sayso.schema.event import Standing
from sayso.schema.reading import Reading
from sayso.text.folding import folded_words
from tests import postgres as servers
from tests.ledger.asked import DAYS, OUTLETS, copies, fill

WORDS = sorted(set(folded_words("Ostrand's army shelled a convoy police ferries ministers the")))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def filled(
    request: pytest.FixtureRequest,
    readings: tuple[Reading, ...],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Ledger]:
    """Twelve documents that no test changes."""
    path = str(tmp_path_factory.mktemp("filled") / "news.ledger")
    store = path if request.param == "sqlite" else servers.new_database(request.getfixturevalue("server"))
    with Ledger(store, create=True) as opened:
        fill(opened, copies(readings, 12))
        yield opened


@pytest.fixture(scope="module")
def both(
    server: servers.Server, readings: tuple[Reading, ...], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Ledger, Ledger]]:
    path = tmp_path_factory.mktemp("both") / "news.ledger"
    with Ledger(path, create=True) as one, Ledger(servers.new_database(server), create=True) as other:
        for ledger in (one, other):
            fill(ledger, copies(readings, 12))
        yield one, other


def ids(ledger: Ledger, words: str = "", filter: Filter | None = None, kind: Kind = "claims") -> list[str]:
    return [hit.id for hit in search(ledger, words, filter, kind=kind, limit=1000).hits]


def test_hits_come_newest_first_and_what_has_no_day_last(filled: Ledger) -> None:
    days = [hit.day for hit in search(filled, limit=1000).hits]
    dated = [day for day in days if day]
    assert dated == sorted(dated, reverse=True)
    assert days == dated + [None] * (len(days) - len(dated))
    assert set(days) == set(DAYS)


def test_the_oldest_come_first_where_that_is_asked(filled: Ledger) -> None:
    days = [hit.day for hit in search(filled, limit=1000, order="oldest").hits]
    dated = [day for day in days if day]
    assert dated == sorted(dated)
    assert days[-1] is None


@pytest.mark.parametrize(
    ("most_sorted", "kind", "order"),
    [
        *product([0, 1000], get_args(Kind), get_args(Order)),
        (3, "claims", "newest"),
        (3, "events", "oldest"),
    ],
)
def test_pages_add_up_to_the_whole_however_few_are_sorted_at_a_time(
    filled: Ledger, monkeypatch: pytest.MonkeyPatch, most_sorted: int, kind: Kind, order: Order
) -> None:
    whole = search(filled, kind=kind, limit=1000, order=order)
    assert len(whole.hits) == whole.total > 12
    assert whole.next is None
    monkeypatch.setattr(ordering, "MOST_SORTED", most_sorted)
    found: list[Hit] = []
    after = None
    while True:
        page = search(filled, kind=kind, limit=17, after=after, order=order)
        assert page.total == whole.total
        found += page.hits
        after = page.next
        if after is None:
            break
    assert found == list(whole.hits)


@pytest.mark.parametrize("most_sorted", [0, 1000])
@pytest.mark.parametrize(
    ("since", "until"), [("2024-12-31", "2025-01-01"), ("2025-01-02", None), (None, "20241231")]
)
def test_a_stretch_of_time_holds_what_lies_in_it_and_nothing_else(
    filled: Ledger, monkeypatch: pytest.MonkeyPatch, since: str | None, until: str | None, most_sorted: int
) -> None:
    monkeypatch.setattr(ordering, "MOST_SORTED", most_sorted)
    first, last = since or "0000", {"20241231": "2024-12-31", None: "9999"}.get(until, until) or ""
    found = search(filled, filter=Filter(since=since, until=until), limit=1000)
    every = search(filled, limit=1000).hits
    assert found.hits == tuple(hit for hit in every if hit.day and first <= hit.day <= last)
    assert len(found.hits) == found.total > 0


def test_a_stretch_of_time_that_ends_before_it_begins_is_refused(filled: Ledger) -> None:
    with pytest.raises(LedgerError, match="2025-03-14 is later than 2025-01-01"):
        search(filled, filter=Filter(since="2025-03-14", until="2025-01-01"))


def test_more_than_can_be_counted_is_told_as_more(filled: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "CAP", 5)
    page = search(filled, limit=3)
    assert (page.total, page.capped, len(page.hits)) == (5, True, 3)


def test_a_hit_tells_its_document_and_who_says_what(filled: Ledger) -> None:
    hit = search(filled, "banned", limit=1).hits[0]
    assert isinstance(hit, ClaimHit)
    assert hit.title == "Police arrest protesters in Dorsk"
    assert hit.content == "the march had been banned"
    assert hit.naming == "named"
    stored = filled.stored(hit.document)
    assert stored is not None
    assert stored.reading.document.text[hit.start : hit.end] == hit.content


def test_an_event_tells_on_whose_word_it_stands(filled: Ledger) -> None:
    hits = search(filled, "convoy", Filter({"type": ("assault",)}), kind="events").hits
    assert hits
    assert all(isinstance(hit, EventHit) and hit.type == "ASSAULT" for hit in hits)
    assert {hit.standing for hit in hits} <= {"denied", "reported"}


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("BANNED", ["banned"]),
        ("ban*", ["banned"]),
        ('"the march"', ["the march"]),
        ("march banned", ["march", "banned"]),
    ],
)
def test_what_answers_is_marked(filled: Ledger, words: str, marked: list[str]) -> None:
    hit = search(filled, words, limit=1).hits[0]
    assert [hit.content[start:end] for start, end in hit.marks["content"]] == marked


def test_a_name_is_marked_where_it_was_asked_for(filled: Ledger) -> None:
    hit = search(filled, filter=Filter({"source": ("tanet",)}), limit=1).hits[0]
    assert isinstance(hit, ClaimHit)
    shown = {"source": hit.source, "name": hit.name}
    assert [(shown[name] or "")[a:b] for name, spans in hit.marks.items() for a, b in spans] == ["Tanet"]


def test_words_are_not_taken_for_facets(filled: Ledger) -> None:
    for words in ("attit*", "naming", "identity*", "year", "standing=fact", "=standing=fact", "outlet*"):
        assert ids(filled, words) == []


def test_words_in_quotes_stand_side_by_side_and_others_anywhere(filled: Ledger) -> None:
    assert ids(filled, '"march the"') == []
    assert ids(filled, "march the") == ids(filled, '"the march"') != []


def test_without_leaves_out(filled: Ledger) -> None:
    without = ids(filled, "the -march")
    assert set(ids(filled, "the")) - set(without) == set(ids(filled, "the march")) != set()


def test_only_without_is_enough_where_something_else_is_asked(filled: Ledger) -> None:
    inside = Filter(since="2023-01-01")
    assert set(ids(filled, "-march", inside)) == set(ids(filled, "", inside)) - set(ids(filled, "march"))
    with pytest.raises(LedgerError, match="only what must not be there"):
        search(filled, "-march")


def test_what_a_person_rejected_is_found_only_where_that_is_asked(
    ledger: Ledger, readings: tuple[Reading, ...]
) -> None:
    fill(ledger, copies(readings, 3))
    hit = search(ledger, "march", limit=1).hits[0]
    target = {"content": [[hit.start, hit.end]], "cue": None, "record": hit.record}
    ledger.correct(
        Correction("claim", "reject", hit.document, target, by="a tester", at="2026-11-22T10:00:00Z")
    )
    assert hit.id not in ids(ledger, "march")
    assert hit.id not in ids(ledger)
    assert ids(ledger, "march", Filter({"review": ("rejected",)})) == [hit.id]


def test_an_entity_is_found_by_its_id_and_by_its_name(filled: Ledger) -> None:
    with filled.transaction() as connection:
        (id,) = searching.entities_called(connection, "Ilo Tanet")
    by_id = ids(filled, filter=Filter({"entity": (id,)}))
    assert by_id == ids(filled, filter=Filter({"entity": ("ilo tanet",)})) != []
    with pytest.raises(LedgerError, match="no entity"):
        search(filled, filter=Filter({"entity": ("Nobody At All",)}))


@pytest.mark.parametrize(
    ("filter", "told"),
    [
        (Filter({"standing": ("facts",)}), "expected some of negated"),
        (Filter({"colour": ("red",)}), "expected some of source"),
        (Filter({"type": ("ASSAULT",)}), "claims have no 'type'"),
        (Filter(since="yesterday"), "is no day"),
        (Filter(since="0001-01-01", until="2000-01-01"), "400 years"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_what_can(filled: Ledger, filter: Filter, told: str) -> None:
    with pytest.raises(LedgerError, match=told):
        search(filled, filter=filter)


@pytest.mark.parametrize(
    "words",
    [
        "'; DROP TABLE claims; --",
        '") OR ("',
        "words : march",
        "NEAR(march banned)",
        "march AND OR NOT",
        "march^2 {a b} : c",
        "a & b | !c <-> dd:*",
        "\0march\0",
        "x" * 5000,
        " ".join(["march"] * 900),
    ],
)
def test_words_are_words_whatever_a_database_would_take_them_for(filled: Ledger, words: str) -> None:
    before = search(filled).total
    assert search(filled, words).total >= 0
    assert search(filled).total == before


@pytest.mark.parametrize("words", ["\ud800", "%_\\", '"', '""', "*", "-", "😀"])
def test_what_holds_no_word_is_refused_and_does_not_find_everything(filled: Ledger, words: str) -> None:
    with pytest.raises(LedgerError, match="no letter or digit"):
        search(filled, words)
    with pytest.raises(LedgerError, match="no letter or digit"):
        search(filled, words, Filter(since="2024-01-01"))
    assert search(filled, " ").total == search(filled).total


@pytest.mark.parametrize("words", ["a*", " ".join(f"w{n}" for n in range(2000))])
def test_what_would_take_too_long_is_refused(filled: Ledger, words: str) -> None:
    with pytest.raises(LedgerError):
        search(filled, words)


@pytest.mark.parametrize("cursor", ["", "x", "2025-01-01/abc", "a/b/c", "2025-01-01/abc/c1; DROP", "9" * 50])
def test_a_place_that_is_none_is_refused(filled: Ledger, cursor: str) -> None:
    with pytest.raises(LedgerError, match="no place to go on from"):
        search(filled, after=cursor)


def test_facets_are_counted_over_what_is_found(filled: Ledger) -> None:
    counts = facets(filled, kind="events")
    page = search(filled, kind="events", limit=1000)
    assert counts.counted == page.total
    types = [hit.type for hit in page.hits if isinstance(hit, EventHit)]
    assert dict(counts.facets["type"]) == {one: types.count(one) for one in types}
    outlets = [hit.outlet for hit in page.hits if hit.outlet]
    assert dict(counts.facets["outlet"]) == {one: outlets.count(one) for one in outlets}
    assert set(dict(counts.facets["year"])) <= {"2023", "2024", "2025"}


questions = some.tuples(
    some.lists(some.sampled_from([*WORDS, "sh*", "-the", '"a convoy"', "1", "é"]), max_size=2).map(" ".join),
    some.fixed_dictionaries(
        {},
        optional={
            "naming": some.lists(some.sampled_from(get_args(Naming)), max_size=2).map(tuple),
            "affiliation": some.lists(some.sampled_from(get_args(Affiliation)), max_size=2).map(tuple),
            "standing": some.lists(some.sampled_from(get_args(Standing)), max_size=2).map(tuple),
            "outlet": some.lists(some.sampled_from([one for one in OUTLETS if one]), max_size=2).map(tuple),
            "country": some.lists(some.sampled_from(["USA", "KEN"]), max_size=1).map(tuple),
            "source": some.lists(some.sampled_from(["ministry", "tan*", "…"]), max_size=1).map(tuple),
        },
    ),
    some.one_of(some.none(), some.dates().map(str), some.sampled_from([day for day in DAYS if day])),
    some.sampled_from(get_args(Kind)),
    some.sampled_from(get_args(Order)),
)


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=questions, most_sorted=some.sampled_from([0, 2, 1000]))
def test_both_stores_answer_alike(
    both: tuple[Ledger, Ledger],
    monkeypatch: pytest.MonkeyPatch,
    asked: tuple[str, dict[str, tuple[str, ...]], str | None, Kind, Order],
    most_sorted: int,
) -> None:
    monkeypatch.setattr(ordering, "MOST_SORTED", most_sorted)
    words, values, since, kind, order = asked
    answers = []
    for ledger in both:
        try:
            answers.append(search(ledger, words, Filter(values, since=since), kind=kind, order=order))
        except LedgerError as error:
            answers.append(str(error))  # type: ignore[arg-type]
    assert answers[0] == answers[1]


def test_a_ledger_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="does not exist"):
        Ledger(tmp_path / "none.ledger")
