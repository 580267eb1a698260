"""How certain an event is, at given words, against labels of -3 to 3."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.evaluation import factuality
from sayso.evaluation.errors import CorpusError
from sayso.evaluation.factuality import Sentence, Target, answers, read_sentences, scores, write
from sayso.schema.analysis import Analysis, EventScores, Links, Pairing

ROW = {"text": "Karvia did n't leave .", "targets": [{"span1": [3, 4], "label": -3.0}]}


def corpus(path: Path, *rows: Any) -> Path:
    (path / "dev.jsonl").write_text("".join(f"{json.dumps(row)}\n\n" for row in rows), "utf-8")
    return path / "dev.jsonl"


def test_tokens_and_targets_are_read(tmp_path: Path) -> None:
    assert read_sentences(corpus(tmp_path, ROW, {"text": "Rain .", "targets": []})) == [
        Sentence(("Karvia", "did", "n't", "leave", "."), (Target(3, 4, -3.0),)),
        Sentence(("Rain", "."), ()),
    ]


@pytest.mark.parametrize(
    "row",
    [
        [],
        "Rain .",
        None,
        {},
        {"text": "Rain ."},
        {"text": ["Rain", "."], "targets": []},
        {"text": "Rain .", "targets": [1]},
        {"text": "Rain .", "targets": [{"label": 3}]},
        {"text": "Rain .", "targets": [{"span1": [0, 1]}]},
        {"text": "Rain .", "targets": [{"span1": [0], "label": 3}]},
        {"text": "Rain .", "targets": [{"span1": [0, 9], "label": 3}]},
        {"text": "Rain .", "targets": [{"span1": [-1, 1], "label": 3}]},
        {"text": "Rain .", "targets": [{"span1": [1, 1], "label": 3}]},
        {"text": "Rain .", "targets": [{"span1": ["0", "1"], "label": 3}]},
        {"text": "Rain .", "targets": [{"span1": [0, 1], "label": "sure"}]},
        {"text": "Rain .", "targets": [{"span1": [0, 1], "label": 4}]},
        {"text": "Rain .", "targets": [{"span1": [0, 1], "label": float("nan")}]},
    ],
)
def test_a_row_of_another_layout_is_told_with_its_line(tmp_path: Path, row: Any) -> None:
    with pytest.raises(CorpusError, match=r"line 3: expected .* `targets`"):
        read_sentences(corpus(tmp_path, ROW, row))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "asks about no word"),
        (b'{"text": "Rain .", "targets": []}\n', "asks about no word"),
        (b"Just an article.\n", "line 1"),
        (b"[" * 100_000, "line 1"),
        (b"\xff\xfe\x81", "no text"),
    ],
)
def test_another_file_says_what_it_should_be(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(content)
    with pytest.raises(CorpusError, match=message):
        read_sentences(tmp_path / "a.jsonl")


def test_tokens_are_set_as_a_newspaper_would() -> None:
    text, places = write(["Karvia", "did", "n't", "pay", "$", "5", "(", "yet", ")", "."])
    assert text == "Karvia didn't pay $5 (yet)."
    assert [text[start:end] for start, end in places[2:5]] == ["n't", "pay", "$"]


TOKENS = st.text(st.characters(blacklist_categories=("Z", "C")), min_size=1)


@settings(deadline=None)
@given(st.lists(TOKENS))
def test_every_token_stands_where_it_is_said_to(tokens: list[str]) -> None:
    text, places = write(tokens)
    assert [text[start:end] for start, end in places] == tokens
    assert "".join(text.split()) == "".join("".join(tokens).split())


def analysis(text: str, certain: dict[str, float]) -> Analysis:
    """The words between spaces, with how certain each is as the name of an event."""
    words = text.split()
    starts = np.array([text.index(word) for word in words], np.int64)
    none, nothing = np.zeros((len(words), 0), np.float32), Links(())
    return Analysis(
        text=text,
        starts=starts,
        ends=starts + np.array([len(word) for word in words], np.int64),
        sentences=np.array([[0, len(words)]]),
        upos=("X",) * len(words),
        heads=np.full(len(words), -1),
        deprels=("root",) * len(words),
        mentions=(),
        roles=(),
        nested=(),
        content=np.zeros(len(words), np.float32),
        content_cue=nothing,
        cue_source=nothing,
        events=EventScores(
            types=(),
            type=none,
            modalities=(),
            modality=none,
            factuality=np.array([certain.get(word, 0.0) for word in words], np.float32),
            actor=nothing,
            recipient=nothing,
            pairing=Pairing(none, none, none, none, np.zeros(0, np.float32)),
        ),
    )


def test_the_answer_is_that_of_the_last_word_of_the_target_within_bounds() -> None:
    seen = analysis("Karvia will leave Dranik", {"will": 1.0, "leave": -0.5, "Dranik": 7.0, "Karvia": -9.0})
    places = [(0, 6), (7, 11), (12, 17), (18, 24)]
    targets = [Target(1, 2, 3.0), Target(1, 3, 2.0), Target(3, 4, 1.0), Target(0, 1, 0.0)]
    assert answers(targets, places, seen) == [(3.0, 1.0), (2.0, -0.5), (1.0, 3.0), (0.0, -3.0)]


def test_a_target_that_is_no_word_for_sayso_is_left_open() -> None:
    assert answers([Target(0, 1, 3.0)], [(6, 7)], analysis("Karvia left", {"left": 2.0})) == [(3.0, 0.0)]


def test_correlation_is_a_percentage_and_the_error_is_on_the_scale() -> None:
    assert scores([[(3.0, 2.0), (-3.0, -1.0)], [], [(0.0, 2.0)]]) == pytest.approx(
        {"pearson": 100 * 0.75**0.5, "mae": 5 / 3}
    )


def test_turning_every_answer_round_turns_the_correlation() -> None:
    assert scores([[(3.0, -3.0), (-1.0, 1.0)]])["pearson"] == pytest.approx(-100.0)


@pytest.mark.parametrize(
    ("pairs", "mae"),
    [([], 0.0), ([(3.0, 1.0)], 2.0), ([(3.0, 1.0), (3.0, 2.0)], 1.5), ([(1.0, 0.0)] * 3, 1.0)],
)
def test_what_does_not_vary_has_no_correlation(pairs: list[tuple[float, float]], mae: float) -> None:
    assert scores([pairs]) == {"pearson": 0.0, "mae": mae}


def test_a_whole_file_gives_both_scores_with_their_intervals(tmp_path: Path) -> None:
    second = {"text": "Ostrand left .", "targets": [{"span1": [1, 2], "label": 3}]}
    found = factuality.evaluate(corpus(tmp_path, ROW, second))
    assert (found.task, found.documents) == ("factuality", 2)
    assert list(found.scores) == list(found.intervals) == ["pearson", "mae"]
    assert 0 <= found.intervals["mae"][0] <= found.scores["mae"] <= found.intervals["mae"][1] <= 6
