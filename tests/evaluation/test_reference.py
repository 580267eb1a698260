"""The scorer gives what the reference implementation gives, to the decimal, on real gold."""

from __future__ import annotations

import importlib.util
import os
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from sayso.evaluation.attribution import report, score
from sayso.evaluation.brat import Annotated, read_split
from sayso.evaluation.wordsets import Relation, Stretch

CORPORA = Path(os.environ.get("SAYSO_CORPORA", "no-corpora"))
SPLIT = CORPORA / "polnear" / "data" / "dev"
REFERENCE = CORPORA.parent / "tools" / "score_attribution.py"

pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(
        not (SPLIT.is_dir() and REFERENCE.is_file()),
        reason="SAYSO_CORPORA names no folder with polnear/ and the reference scorer beside it",
    ),
]
NAMES = {
    "WHO-SAID-WHAT (source & content dice>=.5)": "who_said_what",
    "FULL AR overlap": "full_overlap",
    "FULL AR dice>=.5": "full_dice",
    "FULL AR exact": "full_exact",
    **{f"tok {role}": f"token_{role.lower()}" for role in ("Source", "Cue", "Content")},
    **{f"exact {role}": f"exact_{role.lower()}" for role in ("Source", "Cue", "Content")},
}


def perturbed(relations: Sequence[Relation], chance: random.Random) -> list[Relation]:
    """Gold with attributions lost, sources swapped or dropped and edges moved."""
    kept = [one for one in relations if chance.random() > 0.15]
    return [
        Relation(
            source=moved(chance.choice(kept).source if chance.random() < 0.15 else one.source, chance),
            cue=moved(one.cue, chance),
            content=moved(one.content, chance),
        )
        for one in kept
    ]


def moved(stretches: Sequence[Stretch], chance: random.Random) -> tuple[Stretch, ...]:
    def edge(at: int) -> int:
        return max(0, at + chance.choice([0] * 17 + [-30, 12, 25]))

    return tuple((start, max(start + 1, edge(end))) for start, end in ((edge(a), b) for a, b in stretches))


def as_reference(relations: Sequence[Relation]) -> list[dict[str, tuple[Stretch, ...]]]:
    return [{"Source": one.source, "Cue": one.cue, "Content": one.content} for one in relations]


def reference_report(split: Sequence[Annotated], predicted: Sequence[Sequence[Relation]]) -> dict[str, Any]:
    spec = importlib.util.spec_from_file_location("reference_scorer", REFERENCE)
    assert spec
    assert spec.loader
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    documents = [
        reference.counts(
            reference.norm(one.text, as_reference(one.attributions)),
            reference.norm(one.text, as_reference(ours)),
        )
        for one, ours in zip(split, predicted, strict=True)
    ]
    result: dict[str, Any] = reference.report(documents)
    return result


@pytest.mark.parametrize("seed", [1, 2])
def test_scores_and_intervals_are_the_references(seed: int) -> None:
    chance = random.Random(seed)
    split = list(read_split(SPLIT))
    predicted = [perturbed(one.attributions, chance) for one in split]
    ours = report("dev", [score(one, said) for one, said in zip(split, predicted, strict=True)], begun=0.0)
    reference = reference_report(split, predicted)
    for theirs, name in NAMES.items():
        precision, recall, f1, low, high, *_ = reference[theirs]
        found = (ours.scores[f"{name}.precision"], ours.scores[f"{name}.recall"], ours.scores[name])
        assert found == pytest.approx((precision, recall, f1), abs=1e-9), name
        assert ours.intervals[name] == pytest.approx((low, high), abs=1e-9), name
        assert 20 < f1 < 99, "the prediction must be neither empty nor perfect"
