"""`sayso evaluate` on events, standing and factuality, as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_main import assert_one_sentence, sayso
from tests.cli.within import ran
from tests.evaluation.muc_files import TEXTS, write_corpus

TASKS = ("events", "standing", "factuality")


def test_help_tells_every_task_with_an_example() -> None:
    shown = sayso("evaluate", "--help", COLUMNS="120").stdout.decode()
    for task in TASKS:
        assert f"sayso evaluate {task} " in shown
        assert f" {task}: " in shown


@pytest.mark.parametrize("task", TASKS)
def test_what_is_no_corpus_ends_in_one_sentence(task: str, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(TEXTS, "ascii")
    (tmp_path / "binary").write_bytes(bytes(range(256)) * 20)
    for path in (tmp_path, tmp_path / "article.txt", tmp_path / "binary", tmp_path / "nothing"):
        assert_one_sentence(ran("evaluate", task, str(path)))


def test_the_words_of_a_corpus_cannot_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"text": "Rain .", "targets": [{"span1": [0, 1], "label": "\\u001b]0;owned"}]}\n', "ascii"
    )
    run = ran("evaluate", "factuality", str(tmp_path / "a.jsonl"))
    assert_one_sentence(run)
    assert b"\x1b" not in run.stderr


def test_json_is_one_object_with_the_scores_by_their_names(tmp_path: Path) -> None:
    run = ran("evaluate", "standing", str(write_corpus(tmp_path)), "--json")
    shown = json.loads(run.stdout)
    assert set(shown) == {"task", "corpus", "documents", "scores", "intervals", "seconds"}
    assert set(shown["scores"]) == {"found", "accuracy", "accuracy_found", "fact_accuracy", "false_fact_rate"}
    assert run.stderr == b""


def test_the_table_has_a_row_for_each_score(tmp_path: Path) -> None:
    row = {"text": "Karvia left .", "targets": [{"span1": [1, 2], "label": 3}]}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), "utf-8")
    shown = ran("evaluate", "factuality", str(tmp_path / "a.jsonl")).stdout.decode()
    assert "pearson" in shown
    assert "mae" in shown
