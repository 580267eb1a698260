"""Train a smaller encoder to answer like a larger one.

python -m sayso_training.distil training/small.toml --corpora CORPORA --start MINILM \
    --teacher runs/mean4 --out runs/small

Every head of the student is told what its teacher thinks of each label (Hinton et al. 2015,
arXiv:1503.02531), and what the heads read is told what they read there (TinyBERT, Jiao et al. 2020,
arXiv:1909.10351), over texts of which most have no annotation; where there is one, it counts as in `fit.py`.
"""

from __future__ import annotations

import random
from itertools import islice
from pathlib import Path

import torch
from sayso_training.batches import Step, make_step
from sayso_training.export import load_encoder
from sayso_training.fit import Objective, Plan, asking, begun, fit, heads_of, load_examples, loss_of, order
from sayso_training.network import INNER, LAYERS, Encoder
from sayso_training.shrinking import shrunk
from torch import Tensor
from torch.nn import functional

from sayso.encoder.pieces import Pieceworker
from sayso.encoder.wordpiece import WordPiece

States = dict[str, Tensor]

# What a pointer of a word says where the word is nothing that points is hardly ever asked.
_HARDLY = 0.02


def objective_of(plan: Plan, teacher: Encoder) -> Objective:
    """The loss of `fit`: how far the student is from its teacher, and from what is annotated."""
    settings = plan.distil

    def loss(student: Encoder, step: Step) -> tuple[Tensor, dict[str, float]]:
        with torch.no_grad():
            taught = teacher(*step.inputs)
        states = student(*step.inputs)
        parts = gaps(student, states, teacher, taught, step, plan)
        weights = {**plan.weights, "states": settings["states"]}
        far = torch.stack([weights.get(name, 1.0) * part for name, part in parts.items()]).sum()
        annotated, told = loss_of(student, states, step, plan)
        named = {f"like {name}": float(part.detach()) for name, part in parts.items()}
        return far + settings["annotated"] * annotated, named | told

    return loss


def gaps(
    student: Encoder, states: States, teacher: Encoder, taught: States, step: Step, plan: Plan
) -> dict[str, Tensor]:
    """Head -> mean divergence of the student's answers from the teacher's; `states` is of what heads read."""
    layout = student.layout
    # padding points to the special piece that a window begins with
    there = step.inputs[5] > 0
    parts = {"states": torch.stack([_apart(states[g][there], taught[g][there]) for g in taught]).mean()}
    outside: dict[str, Tensor] = {}
    for name in layout.tags:
        own, given = (
            functional.log_softmax(one.tags[name](read[layout.group(name)])[there], -1)
            for one, read in ((student, states), (teacher, taught))
        )
        parts[name] = _divergence(own, given).mean()
        outside[name] = given[:, 0].exp()
    for name in layout.pointers:
        own, given = (
            functional.log_softmax(_pointed(one.pointers[name](read[layout.group(name)]), there), -1)
            for one, read in ((student, states), (teacher, taught))
        )
        asked = plan.distil["asked"].get(name)
        weight = 1 - outside[asked] + _HARDLY if asked else torch.ones(int(there.sum()))
        parts[name] = (_divergence(own[there], given[there]) * weight).sum() / weight.sum()
        if name in layout.relations:
            parts[f"{name} label"] = _labels_apart(
                name, given.argmax(-1), there, student, states, teacher, taught
            )
    for name in layout.scores:
        own, given = (
            one.scores[name](read[layout.group(name)]).squeeze(-1)[there]
            for one, read in ((student, states), (teacher, taught))
        )
        parts[name] = functional.smooth_l1_loss(own, given)
    return parts


def _apart(own: Tensor, given: Tensor) -> Tensor:
    """Squared error as a part of the variance of what is given."""
    return ((own - given) ** 2).mean() / given.var()


def _divergence(own: Tensor, given: Tensor) -> Tensor:
    """Kullback and Leibler's, of log-probabilities along the last axis."""
    return (given.exp() * (given - own)).sum(-1)


def _pointed(scores: Tensor, there: Tensor) -> Tensor:
    targets = functional.pad(there, (1, 0), value=True)
    return scores.masked_fill(~targets[:, None, :], -1e4)


def _labels_apart(
    name: str,
    target: Tensor,
    there: Tensor,
    student: Encoder,
    states: States,
    teacher: Encoder,
    taught: States,
) -> Tensor:
    """Of the labels of each word's pointer, pointing where the teacher points."""
    group = student.layout.group(name)

    def labels(one: Encoder, read: Tensor) -> Tensor:
        return functional.log_softmax(one.relations[name](read[there], heads_of(read, target)[there]), -1)

    return _divergence(labels(student, states[group]), labels(teacher, taught[group])).mean()


def main() -> None:
    parser = asking("Distil a smaller encoder for sayso: a config with [shape] and [distil].")
    parser.add_argument("--teacher", type=Path, required=True, help="folder of the run to learn from")
    arguments = parser.parse_args()
    plan = begun(arguments)
    teacher = load_encoder(plan.layout.of_shape(LAYERS, INNER), arguments.teacher / "checkpoint.pt")
    worker = Pieceworker(WordPiece.from_file(arguments.start / "tokenizer.json"))
    batches = order(plan, load_examples(plan, arguments.corpora, worker))[: plan.settings.get("steps")]
    if arguments.after is None:
        some = (make_step(batch, random.Random(0)) for batch in islice(batches, 40))
        student = shrunk(teacher, plan.layout, plan.distil["layers"], some)
    else:
        student = load_encoder(plan.layout, arguments.after / "checkpoint.pt")
    # words that the texts do not hold must go on meaning what they mean beside those that they do
    for table in (student.words, student.positions, student.case, student.breaks, student.quotation):
        table.requires_grad_(False)
    fit(plan, student, batches, arguments.out, objective_of(plan, teacher))


if __name__ == "__main__":
    main()
