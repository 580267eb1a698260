"""A user's own actors: what they say, when they hold, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.resolution.actors import Actors
from sayso.resolution.errors import ActorListError
from sayso.resolution.userlists import is_date, read_list, read_lists

GUARD = """
- name: Karvian Harbour Guard
  aliases: [Harbour Guard, KHG]
  country: IMG
  sector: [PRM, COP]
  from: 2014-03
  to: 2021
"""


def listed(folder: Path, text: str, name: str = "mine.yaml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_an_entry_adds_to_the_tables_under_all_its_names(tmp_path: Path) -> None:
    actors = Actors(lists=[read_list(listed(tmp_path, GUARD))])
    for mention in ("the Karvian Harbour Guard", "Harbour Guard officers", "KHG"):
        answer = actors.who(mention, date="2016-01-01")
        assert (answer.country, answer.name) == ("IMG", "Karvian Harbour Guard")
        assert answer.why[0].kind == "list"
    assert actors.who("khg").country is None
    assert actors.who("the Chilean army").sectors == ("MIL",)


@pytest.mark.parametrize(
    ("date", "known"),
    [("2014-02-28", False), ("2014-03-01", True), ("2021-12-31", True), ("2022-01-01", False)],
)
def test_an_entry_holds_from_its_first_day_to_its_last(tmp_path: Path, date: str, known: bool) -> None:
    actors = Actors(lists=[read_list(listed(tmp_path, GUARD))])
    assert (actors.who("KHG", date=date).country == "IMG") is known


def test_an_entry_overrides_the_tables_while_it_holds(tmp_path: Path) -> None:
    path = listed(tmp_path, "actors:\n- {name: Angela Merkel, country: CHE, sector: EDU, from: 2022}\n")
    actors = Actors(lists=[read_list(path)])
    now, then = (actors.who("Angela Merkel", date=date) for date in ("2023-01-01", "2015-01-01"))
    assert (now.country, now.sectors) == ("CHE", ("EDU",))
    assert (then.country, then.sectors) == ("DEU", ("GOV",))


def test_the_first_list_overrides_the_second(tmp_path: Path) -> None:
    first = listed(tmp_path, "- {name: Reed League, country: PER, sector: PTY}", "a.yaml")
    second = listed(tmp_path, "- {name: Reed League, country: CHL, sector: LAB}", "b.yml")
    lists = read_lists([first, second])
    assert Actors(lists=lists).who("the Reed League").country == "PER"
    assert Actors(lists=lists[::-1]).who("the Reed League").country == "CHL"


def test_an_entry_can_change_with_the_years(tmp_path: Path) -> None:
    path = listed(
        tmp_path,
        "- {name: Reed League, country: PER, sector: REB, to: 2009}\n"
        "- {name: Reed League, country: PER, sector: PTY, from: 2010}\n",
    )
    actors = Actors(lists=[read_list(path)])
    assert actors.who("Reed League", date="2005").sectors == ("REB",)
    assert actors.who("Reed League", date="2015").sectors == ("PTY",)
    assert actors.who("Reed League").country == "PER"


def test_words_that_yaml_would_make_booleans_stay_words(tmp_path: Path) -> None:
    path = listed(tmp_path, "- {name: NO, aliases: [Yes], country: KOS, sector: SOC}")
    assert [(actor.name, actor.aliases, actor.country) for actor in read_list(path).actors] == [
        ("NO", ("Yes",), "XKX")
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- {name: A, country: PERU}", r"mine\.yaml, actor 1 \(A\): country should be .* not 'PERU'"),
        ("- {name: A, country: ZZZ}", r"actor 1 \(A\): country should be"),
        (
            "- {name: A, country: PER}\n- {name: B, sector: ARMY}",
            r"actor 2 \(B\): sector should be one of COP",
        ),
        ("- {name: A, sector: [GOV, [MIL]]}", r"actor 1 \(A\): sector should be a list of texts"),
        ("- {country: PER}", r"actor 1: name is missing"),
        ("- {name: [A]}", r"actor 1: name should be a text"),
        ("- {name: A, aliases: {b: c}}", r"actor 1 \(A\): aliases should be a list"),
        ("- {name: A, since: 2010}", r"actor 1 \(A\): there is no field 'since'"),
        ("- {name: A, from: 2010-13}", r"actor 1 \(A\): from should be a year, month or day"),
        ("- {name: A, from: 2010-02-30}", r"from should be a year, month or day"),
        ("- {name: A, from: 2010, to: 2009-12}", r"to should not be before from"),
        ("- just a name", r"actor 1: should be a mapping with name"),
        ("actors: 3", r"actors should be a list"),
        ("actors: []", r"holds none"),
        ("people: [{name: A}]", r"holds none"),
        ("", r"holds none"),
        ("text", r"holds none"),
        ("- {name: A", r"should be YAML, but cannot be read.* in line"),
        ("[" * 5_000, r"should be YAML, but cannot be read"),
    ],
)
def test_what_is_wrong_is_told_with_file_entry_and_field(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ActorListError, match=message):
        read_list(listed(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("- {name: A, aliases: [B]}\n- {name: B, aliases: [A]}", "A → B → A"),
        ("- {name: A, aliases: [B]}\n- {name: B, aliases: [C]}\n- {name: C, aliases: [b]}", "B → C → B"),
    ],
)
def test_aliases_in_a_circle_are_refused_with_the_circle(tmp_path: Path, text: str, path: str) -> None:
    with pytest.raises(ActorListError, match=rf"aliases go in a circle, {path}"):
        read_list(listed(tmp_path, text))


def test_a_long_chain_of_aliases_is_no_circle(tmp_path: Path) -> None:
    chain = "\n".join(f"- {{name: N{n}, aliases: [N{n + 1}, n{n}]}}" for n in range(5_000))
    assert len(read_list(listed(tmp_path, chain)).actors) == 5_000


def test_files_that_are_no_text_or_are_not_there_are_told(tmp_path: Path) -> None:
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe\x81")
    for path in (tmp_path / "bytes.yaml", tmp_path / "nothing.yaml", tmp_path):
        with pytest.raises(ActorListError):
            read_list(path)


@given(st.text(max_size=12))
def test_only_iso_dates_are_dates(text: str) -> None:
    assert not is_date(text) or text[:4].isdigit()
