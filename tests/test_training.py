"""What the training makes of a treebank's marks; its network needs torch and is tried where that is."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from sayso.evaluation.conllu import read_treebank

TRAINING = Path(__file__).parent.parent / "training" / "src"
LABELS = ["O", "B-Person", "I-Person", "B-Organisation", "I-Organisation", "B-Weapon", "I-Weapon"]
# "Envoy Ines Dorl of the Northern Front told her aide."
ROWS = """\
1 Envoy PROPN 2 compound Entity=(1-person-new-cf1-2-sgl
2 Ines PROPN 8 nsubj _
3 Dorl PROPN 2 flat _
4 of ADP 7 case _
5 the DET 7 det Entity=(2-organization-new-cf2-3-coref
6 Northern ADJ 7 amod _
7 Front PROPN 2 nmod Entity=2)1)
8 told VERB 0 root _
9 her PRON 10 nmod:poss Entity=(3-person-new-cf3-2-sgl(1-person-giv-cf1-1-ana)
10 aide NOUN 8 obj Entity=3)
11 . PUNCT 8 punct _
"""


@pytest.fixture
def namemarks(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(TRAINING))
    return importlib.import_module("sayso_training.namemarks")


def conllu(tmp_path: Path, rows: str) -> Path:
    written = ["# newdoc id = one"]
    for row in rows.splitlines():
        number, form, upos, head, deprel, misc = row.split(" ")
        written.append("\t".join((number, form, form, upos, "_", "_", head, deprel, "_", misc)))
    path = tmp_path / "one.conllu"
    path.write_text("\n".join([*written, "", ""]), encoding="utf-8")
    return path


def test_names_are_the_proper_nouns_around_the_head(namemarks: ModuleType, tmp_path: Path) -> None:
    trees = read_treebank(conllu(tmp_path, ROWS))[0].trees
    allowed = namemarks.name_tags(trees, LABELS)
    told = [LABELS[row.argmax()] if row.sum() == 1 else "" for row in allowed]
    assert told[:3] == ["B-Person", "I-Person", "I-Person"]
    assert told[5:7] == ["B-Organisation", "I-Organisation"]
    # a corpus may count an aide as somebody or not; whoever tells is no name in any of them
    assert allowed[9].all()
    assert np.flatnonzero(allowed[7]).tolist() == [0, 5, 6]


def test_a_treebank_without_marks_says_nothing_of_names(namemarks: ModuleType, tmp_path: Path) -> None:
    bare = "\n".join(f"{row.rpartition(' ')[0]} _" for row in ROWS.splitlines())
    assert namemarks.name_tags(read_treebank(conllu(tmp_path, bare))[0].trees, LABELS) is None
