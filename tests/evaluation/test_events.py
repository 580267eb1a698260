"""Types of event where source and target are given, over a table in the layout of PLV."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso import pipeline
from sayso.codebook import load_codebook
from sayso.evaluation.errors import CorpusError
from sayso.evaluation.events import QUADS, ROOTS, Row, Verdict, code, macro_f1, read_rows, scores
from sayso.schema.analysis import Analysis, EventScores, Links, Pairing, Stretch

HEADING = "\tsentence_id\tsentence\tmarked_sentence\tsource\ttarget\tgold_penta\tgold_root\n"
SENTENCE = "Karvia told Ostrand that Karvia would leave."


def table(path: Path, *rows: str, heading: str = HEADING) -> Path:
    (path / "plv.tsv").write_bytes((heading + "".join(f"\t{row}\n" for row in rows)).encode("utf-8"))
    return path / "plv.tsv"


def test_marks_tell_two_places_of_the_same_words_apart(tmp_path: Path) -> None:
    marked = "Karvia told <t>Ostrand</t> that <s>Karvia</s> would leave."
    (row,) = read_rows(table(tmp_path, f"1\t{SENTENCE}\t{marked}\tKarvia\tOstrand\t2\tYIELD"))
    assert row == Row(SENTENCE, (25, 31), (12, 19), "YIELD", "2")


@pytest.mark.parametrize("marked", ["", "Another <s>Karvia</s>, <t>Ostrand</t>.", "<s></s>", "</s>Karvia<s>"])
def test_without_marks_that_fit_a_phrase_is_where_its_words_stand_first(tmp_path: Path, marked: str) -> None:
    (row,) = read_rows(table(tmp_path, f"1\t{SENTENCE}\t{marked}\tKarvia\tOstrand\t2\tYIELD"))
    assert (row.source, row.target) == ((0, 6), (12, 19))


def test_a_phrase_that_the_sentence_lacks_is_not_known(tmp_path: Path) -> None:
    (row,) = read_rows(table(tmp_path, f"1\t{SENTENCE}\t{SENTENCE}\tthe navy\t\t2\tYIELD"))
    assert (row.source, row.target) == (None, None)


def test_windows_line_ends_quoted_cells_and_odd_spaces_are_read(tmp_path: Path) -> None:
    path = table(
        tmp_path, '1\t"He said ""no"".\u2028Twice."\t\tHe\t\t3\tREJECT\r', heading="\ufeff" + HEADING
    )
    assert read_rows(path) == [Row('He said "no".\u2028Twice.', (0, 2), None, "REJECT", "3")]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "no column 'sentence'"),
        (b"Just an article.\n", "no column 'sentence'"),
        (b"sentence\tsource\ttarget\tgold_penta\nA\tB\tC\t1\n", "no column 'gold_root'"),
        (HEADING.encode(), "no sentences"),
        (HEADING.encode() + b"0\t1\tA sentence alone\n", "line 2"),
        (b"\xff\xfe\x00\x81", "no table of text"),
        (HEADING.encode() + b"0\t1\t" + b"x" * 200_000 + b"\n", "no table of text"),
    ],
)
def test_another_file_says_what_it_should_be(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "a.tsv").write_bytes(content)
    with pytest.raises(CorpusError, match=message):
        read_rows(tmp_path / "a.tsv")


def test_every_type_of_plover_has_a_root_and_a_quad() -> None:
    roots = {ROOTS.get(kind.name, kind.name) for kind in load_codebook().types}
    assert roots == set(QUADS)
    assert len(roots) == 15


def sentence(types: tuple[str, ...], chances: list[float]) -> Analysis:
    """Five words of which the second names an event of these types; no phrase is pointed to."""
    words = SENTENCE.split()[:5]
    starts = np.array([SENTENCE.index(word) for word in words])
    scored = np.full((5, 1 + len(types)), 1e-9)
    scored[1, 1:] = chances
    count, none = len(types), np.zeros((5, 0), np.float32)
    links = Links((Stretch(0, 5, 0, np.zeros((5, 2), np.float32), np.zeros((5, 1), np.float32)),))
    return Analysis(
        text=SENTENCE,
        starts=starts,
        ends=starts + np.array([len(word) for word in words]),
        sentences=np.array([[0, 5]]),
        upos=("X",) * 5,
        heads=np.full(5, -1),
        deprels=("root",) * 5,
        mentions=(),
        roles=(),
        nested=(),
        content=np.zeros(5, np.float32),
        content_cue=Links(()),
        cue_source=Links(()),
        events=EventScores(
            types=types,
            type=np.log(scored).astype(np.float32),
            modalities=(),
            modality=none,
            factuality=np.zeros(5, np.float32),
            actor=links,
            recipient=links,
            pairing=Pairing(
                first=none,
                second=none,
                nobody=np.zeros((2, 0), np.float32),
                weight=np.zeros((0, count), np.float32),
                bias=np.zeros(count, np.float32),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("types", "chances", "answer"),
    [
        (("AID", "CONCEDE", "RETREAT"), [0.4, 0.35, 0.25], ("YIELD", "2")),
        (("AID", "CONCEDE", "RETREAT"), [0.6, 0.2, 0.2], ("AID", "2")),
        (("ASSAULT", "AGREE", "CONSULT"), [0.4, 0.35, 0.25], ("ASSAULT", "1")),
    ],
)
def test_probabilities_of_types_add_up_to_roots_and_quads(
    types: tuple[str, ...], chances: list[float], answer: tuple[str, str]
) -> None:
    row = Row(SENTENCE, (0, 6), (12, 19), "", "")
    assert code(row, sentence(types, chances)) == answer
    assert code(Row(SENTENCE, None, None, "", ""), sentence(types, chances)) == answer


def test_the_shipped_encoder_gives_a_root_with_or_without_phrases() -> None:
    analysis = pipeline.analyse(SENTENCE)
    for source in ((0, 6), None):
        root, quad = code(Row(SENTENCE, source, None, "", ""), analysis)
        assert root in QUADS
        assert quad in QUADS.values()


def test_macro_f1_counts_every_label_of_gold_alike() -> None:
    pairs = Counter({("AID", "AID"): 8, ("AID", "AGREE"): 2, ("AGREE", "AGREE"): 1})
    assert macro_f1(pairs) == pytest.approx((200 * 8 / 18 + 200 * 1 / 4) / 2)


LABELS = st.sampled_from("ABC")


@settings(deadline=None)
@given(st.lists(st.tuples(LABELS, LABELS), min_size=1))
def test_macro_f1_is_what_its_definition_says(pairs: list[tuple[str, str]]) -> None:
    each = []
    for label in {gold for gold, _ in pairs}:
        right = sum(gold == found == label for gold, found in pairs)
        missed = sum(gold == label != found for gold, found in pairs)
        wrong = sum(gold != label == found for gold, found in pairs)
        each.append(200 * right / (2 * right + missed + wrong))
    assert macro_f1(Counter(pairs)) == pytest.approx(sum(each) / len(each))


def test_scores_are_percentages() -> None:
    verdicts = [Verdict(("AID", "AID"), ("2", "2")), Verdict(("AGREE", "AID"), ("1", "2"))]
    assert scores(verdicts) == pytest.approx(
        {"root_macro_f1": 100 / 3, "quad_macro_f1": 100 / 3, "root_accuracy": 50.0}
    )
