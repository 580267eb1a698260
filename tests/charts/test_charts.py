"""Frames and charts of a ledger: the same every time, copies add nothing, and no word becomes a fact."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import sayso
from sayso.charts import hits as dots
from sayso.charts import library
from sayso.charts.drawn import Drawn
from sayso.charts.front import ChartedLedger
from sayso.ledger.across.answers import TELLINGS
from sayso.ledger.errors import LedgerError
from sayso.workbench.pictures import WORDS

KINDS = ("timeline", "network", "map")
SVG = re.compile(r"<svg[^>]*>.*</svg>", re.DOTALL)


@pytest.fixture(scope="module")
def ledger(demo_ledger: Path) -> Iterator[ChartedLedger]:
    with sayso.open_ledger(demo_ledger) as opened:
        yield opened


@pytest.fixture(scope="module")
def drawn(ledger: ChartedLedger) -> dict[str, Drawn[Any]]:
    return {name: getattr(ledger, name)() for name in KINDS}


def data_of(chart: Any) -> list[dict[str, Any]]:
    """All rows that lie in a chart."""
    spec = chart.to_dict()
    own = [part["data"] for part in (spec, *spec.get("layer", ())) if "data" in part]
    named = [spec["datasets"][one["name"]] for one in own if "name" in one]
    return [row for some in (*named, *(one["values"] for one in own if "values" in one)) for row in some]


@pytest.mark.parametrize("name", KINDS)
def test_rows_tell_who_and_in_which_sentence(drawn: dict[str, Drawn[Any]], name: str) -> None:
    told = drawn[name]
    assert len(told) > 3
    assert {row.telling for row in told} == set(TELLINGS)
    for row in told:
        assert row.told == WORDS[row.telling]
        assert row.origins >= 1
        assert row.sentence
        assert row.example


@pytest.mark.parametrize("name", KINDS)
def test_the_example_of_a_mark_is_told_as_the_mark_says(
    ledger: ChartedLedger, drawn: dict[str, Drawn[Any]], name: str
) -> None:
    standing = {hit.id: hit for hit in ledger.events()}
    likes = {"fact": {"fact"}, "word": {"reported", "admitted"}, "disputed": {"denied", "negated"}}
    for row in drawn[name]:
        hit = standing[row.example]
        assert hit.standing in likes.get(row.telling, {"possible", "planned"})
        assert (row.source, row.outlet) == (hit.source, hit.outlet)
        assert hit.anchor.split()[0] in row.sentence


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("library_name", ["pandas", "polars"])
def test_frames_have_a_row_to_each(drawn: dict[str, Drawn[Any]], name: str, library_name: str) -> None:
    pytest.importorskip(library_name)
    told = drawn[name]
    frame = getattr(told, f"to_{library_name}")()
    assert list(frame.columns) == list(told.columns())
    assert len(frame) == len(told)
    assert list(frame["origins"]) == [row.origins for row in told]


def test_a_timeline_counts_origins_and_no_copies(ledger: ChartedLedger) -> None:
    told = ledger.timeline("market Brevna")
    hits = Counter(hit.day for hit in ledger.events("market Brevna"))
    records = {row.first: row.records for row in told}
    assert records == dict(hits)
    assert sum(row.origins for row in told) < sum(hits.values())


def test_a_timeline_of_claims_and_of_weeks(ledger: ChartedLedger) -> None:
    told = ledger.timeline(kind="claims", step="week")
    assert told.step == "week"
    assert {row.first for row in told} == {"2031-06-02", "2031-06-09"}
    assert "Who says what over time" in json.dumps(told.chart().to_dict())


@pytest.mark.parametrize("name", [*KINDS, "claims", "events"])
def test_a_chart_is_drawn_the_same_every_time_and_asks_nothing_of_the_network(
    ledger: ChartedLedger, name: str
) -> None:
    pytest.importorskip("vl_convert")
    one, other = (getattr(ledger, name)().chart() for _ in range(2))
    assert one.to_json() == other.to_json()
    addresses = set(re.findall(r"https?://[^\s\"\\]+", one.to_json()))
    assert all(address.startswith("https://vega.github.io/schema/") for address in addresses)


@pytest.mark.parametrize("name", [*KINDS, "claims"])
def test_a_chart_is_saved_as_a_picture(ledger: ChartedLedger, tmp_path: Path, name: str) -> None:
    pytest.importorskip("vl_convert")
    path = tmp_path / "x.svg"
    getattr(ledger, name)("Kestria").chart().save(path)
    shown = path.read_text("utf-8")
    assert SVG.search(shown)
    assert all(word in shown for word in WORDS.values())
    assert "<image" not in shown


def test_every_hit_is_a_dot_with_its_source_and_sentence(ledger: ChartedLedger) -> None:
    pytest.importorskip("altair")
    found = list(ledger.claims("Brevna"))
    rows = data_of(ledger.claims("Brevna").chart())
    assert {row["id"] for row in rows} == {hit.id for hit in found}
    for hit in found:
        (row,) = (row for row in rows if row["id"] == hit.id)
        assert row["sentence"].removesuffix(" …") in " ".join(hit.content.split())
        assert (row["told"] == WORDS["fact"]) == (hit.standing == "fact")


def test_more_dots_than_can_be_seen_are_cut_and_it_is_told(
    ledger: ChartedLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("altair")
    monkeypatch.setattr(dots, "MOST", 5)
    chart = ledger.events().chart()
    assert len(data_of(chart)) == 5
    assert "a dot to each of the first 5" in chart.to_json(ensure_ascii=False)


def test_nothing_found_is_a_chart_of_nothing(ledger: ChartedLedger) -> None:
    pytest.importorskip("vl_convert")
    for told in (ledger.timeline("nobodysaysso"), ledger.network("nobodysaysso"), ledger.map("nobodysaysso")):
        assert len(told) == 0
        assert list(told.to_pandas().columns) == list(told.columns())
        told.chart().to_dict()
    ledger.claims("nobodysaysso").chart().to_dict()


def test_parts_of_a_bar_stand_on_each_other(drawn: dict[str, Drawn[Any]]) -> None:
    pytest.importorskip("altair")
    rows = data_of(drawn["timeline"].chart())
    for day in {row["first"] for row in rows}:
        stack = [row for row in rows if row["first"] == day]
        assert [row["ground"] for row in stack] == [0, *(row["above"] for row in stack[:-1])]
        assert sum(row["origins"] for row in stack) == stack[-1]["above"]


def test_colours_are_those_of_the_workbench() -> None:
    sheet = (files("sayso.workbench") / "static" / "workbench.css").read_text("utf-8")
    tokens = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", sheet.partition("@media")[0]))
    named = {"fact": "own", "word": "others", "disputed": "disputed", "open": "to-come"}
    assert {one: tokens[name] for one, name in named.items()} == dict(library.COLOUR)
    for one, name in named.items():
        assert f".as-{one} {{ --stand: var(--{name}) }}" in sheet


def test_no_telling_is_told_by_colour_alone() -> None:
    assert len(set(library.FILL.values())) == len(set(library.COLOUR.values())) == len(TELLINGS)
    looks = {
        (library.FILL[one] == library.COLOUR[one], library.SHAPE[one], tuple(library.DASH[one]))
        for one in TELLINGS
    }
    assert len(looks) == len(TELLINGS)


def test_a_missing_library_is_told_and_a_notebook_shows_a_line(
    drawn: dict[str, Drawn[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(LedgerError, match=r"sayso\[charts\]"):
        drawn["timeline"].chart()
    assert "sayso[charts]" in drawn["timeline"]._repr_mimebundle_()["text/plain"]


def test_a_notebook_shows_the_chart(drawn: dict[str, Drawn[Any]]) -> None:
    pytest.importorskip("altair")
    shown = drawn["map"]._repr_mimebundle_()
    assert any(kind.startswith("application/vnd.vegalite.v") for kind in shown)
    assert shown["image/svg+xml"].startswith("<svg")
    assert "text/html" not in shown, "Altair's page loads a script from a server"


def test_opening_a_ledger_loads_neither_altair_nor_a_template_engine(demo_ledger: Path) -> None:
    program = (
        "import sys, sayso; sayso.open_ledger(sys.argv[1]).close();"
        " print([name for name in ('altair', 'jinja2', 'pandas', 'onnxruntime') if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(demo_ledger)], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"
