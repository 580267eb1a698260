"""Brat standoff as PolNeAR publishes it, with the slips its annotators left in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.evaluation.brat import parse, read_split
from sayso.evaluation.errors import CorpusError
from sayso.evaluation.wordsets import Relation

TEXT = "The minister said the bridge, once rebuilt, would open. It reportedly cost more.\n"
STANDOFF = """T1\tSource 0 12\tThe minister
T2\tCue 13 17\tsaid
T3\tContent 18 28;44 54\tthe bridge would open
T4\tAttribution 13 17\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
T5\tCue 59 69\treportedly
T6\tContent 56 58\tIt
T7\tContent 70 79\tcost more
T8\tAttribution-no-source 59 69\treportedly
E2\tAttribution-no-source:T8 Content:T6 Cue:T5 Content2:T7
"""
FIRST = Relation(source=((0, 12),), cue=((13, 17),), content=((18, 28), (44, 54)))
SECOND = Relation(source=(), cue=((59, 69),), content=((56, 58), (70, 79)))


def split(folder: Path, files: dict[str, str]) -> Path:
    for name, body in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(body.encode())
    return folder


def relations(standoff: str) -> list[Relation]:
    return [one.relation for one in parse(standoff)]


def test_spans_in_several_parts_and_second_contents_are_one_content() -> None:
    assert relations(STANDOFF) == [FIRST, SECOND]


def test_the_parts_of_a_span_and_the_spans_of_a_role_are_told_apart() -> None:
    first, second = parse(STANDOFF)
    assert first.spans["Content"] == (((18, 28), (44, 54)),)
    assert second.spans["Content"] == (((56, 58),), ((70, 79),))
    assert second.spans["Source"] == ()


@pytest.mark.parametrize(
    "line",
    ["#1\tAnnotatorNotes T4\tunsure", "T9\tCue 5", "a line broken out of its text", "", "E9\t", "E9\tCue:T5"],
)
def test_malformed_lines_are_dropped(line: str) -> None:
    assert relations(line + "\n" + STANDOFF + line) == [FIRST, SECOND]


def test_an_argument_that_nothing_defines_leaves_its_role_empty() -> None:
    (only,) = relations("T1\tCue 0 3\tThe\nT2\tAttribution 0 3\tThe\nE1\tAttribution:T2 Cue:T1 Content:T9\n")
    assert only == Relation(source=(), cue=((0, 3),), content=())


def test_the_first_annotator_in_sorted_order_is_gold(tmp_path: Path) -> None:
    files = {
        "text/east_bridge.txt": TEXT,
        "attributions/east_bridge_b2.ann": "",
        "attributions/east_bridge_a1.ann": STANDOFF,
    }
    (annotated,) = read_split(split(tmp_path, files))
    assert (annotated.name, annotated.attributions) == ("east_bridge", (FIRST, SECOND))


def test_a_name_that_begins_another_keeps_its_own_annotations(tmp_path: Path) -> None:
    files = {
        "text/bridge.txt": TEXT,
        "text/bridge_east.txt": TEXT,
        "attributions/bridge_a1.ann": STANDOFF,
        "attributions/bridge_east_a1.ann": "",
    }
    assert [len(one.attributions) for one in read_split(split(tmp_path, files))] == [2, 0]


def test_carriage_returns_count_as_characters(tmp_path: Path) -> None:
    files = {"text/a.txt": "One\r\ntwo", "attributions/a_1.ann": ""}
    (annotated,) = read_split(split(tmp_path, files))
    assert annotated.text == "One\r\ntwo"


def test_another_folder_says_what_it_should_be(tmp_path: Path) -> None:
    with pytest.raises(
        CorpusError, match=r"no text/ and attributions/: give the folder of one PolNeAR split"
    ):
        list(read_split(tmp_path))
