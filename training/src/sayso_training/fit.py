"""Train the encoder: each run is one command with one seed, one config and one log.

python -m sayso_training.fit training/config.toml --corpora CORPORA --start MINILM --out runs/one
"""

from __future__ import annotations

import argparse
import json
import random
import time
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sayso_training.batches import Cut, Step, epoch_of, make_step
from sayso_training.corpora import CORPORA
from sayso_training.example import Example, Ints, Pair, bio
from sayso_training.guessing import Guesser
from sayso_training.losses import pair_loss, pointer_loss, score_loss, tag_loss
from sayso_training.network import Encoder, Layout
from torch.nn import functional

from sayso.encoder.pieces import Pieceworker
from sayso.encoder.wordpiece import WordPiece


@dataclass(frozen=True)
class Plan:
    """A config file, read.

    Attributes:
        layout: the heads.
        corpora: each with `loader`, `path`, `passes` (how often it is read in all), `budget` (padded
            pieces a batch) and, where not all batches are wanted, `share`.
        weights: head -> factor of its loss, 1 where not given.
        biases: head -> kind of span -> what decoding adds to its log-probabilities.
        settings: the `[fit]` table as it stands in the file.
        distil: the `[distil]` table, for `distil.py`.
        folder: where the file lies; a corpus whose path begins with "./" lies beside it.
    """

    layout: Layout
    corpora: list[dict[str, Any]]
    weights: dict[str, float]
    biases: dict[str, dict[str, float]]
    settings: dict[str, Any]
    distil: dict[str, Any]
    folder: Path


# The loss of a batch, and what it is made of, for the log.
Objective = Callable[[Encoder, Step], tuple[torch.Tensor, dict[str, float]]]


def read_plan(path: Path) -> Plan:
    config = tomllib.loads(path.read_text(encoding="utf-8"))
    if "extends" in config:
        base = tomllib.loads((path.parent / config["extends"]).read_text(encoding="utf-8"))
        config = {**base, **config, "fit": {**base["fit"], **config["fit"]}}
    heads = config["heads"]
    tags = {**heads["tags"], **{name: bio(kinds) for name, kinds in heads["spans"].items()}}
    layout = Layout(
        tags,
        heads["pointers"],
        heads["relations"],
        heads.get("scores", []),
        heads["groups"],
        **config.get("shape", {}),
    )
    return Plan(
        layout,
        config["corpora"],
        config.get("weights", {}),
        config.get("biases", {}),
        config["fit"],
        config.get("distil", {}),
        path.parent,
    )


def load_examples(plan: Plan, corpora: Path, worker: Pieceworker) -> list[list[Example]]:
    """The examples of each corpus of the plan."""
    return [
        list(CORPORA[c["loader"]](_folder(plan, corpora, c["path"]), plan.layout, worker))
        for c in plan.corpora
    ]


def _folder(plan: Plan, corpora: Path, path: str) -> Path:
    return plan.folder / path if path.startswith("./") else corpora / path


def order(plan: Plan, examples: list[list[Example]]) -> list[list[Cut]]:
    """Every batch of the run, each corpus spread evenly over it; fixed by the seed."""
    chance = random.Random(plan.settings["seed"])
    placed: list[tuple[float, int, list[Cut]]] = []
    for number, (corpus, known) in enumerate(zip(plan.corpora, examples, strict=True)):
        batches = [
            batch
            for _ in range(corpus["passes"])
            for batch in epoch_of(
                known,
                chance,
                size=plan.settings["window"],
                budget=corpus["budget"],
                apart=plan.settings.get("apart", 0.0),
            )
        ]
        batches = batches[: round(len(batches) * corpus.get("share", 1.0))]
        placed.extend(((i + chance.random()) / len(batches), number, b) for i, b in enumerate(batches))
    return [batch for _, _, batch in sorted(placed, key=lambda item: item[:2])]


def loss_of(
    encoder: Encoder, states: dict[str, torch.Tensor], step: Step, plan: Plan
) -> tuple[torch.Tensor, dict[str, float]]:
    """The weighted sum of the losses of a batch, of which the encoder made `states`, and each of them."""
    layout = encoder.layout
    parts: dict[str, torch.Tensor] = {}
    for name, allowed in step.tags.items():
        parts[name] = tag_loss(encoder.tags[name](states[layout.group(name)]), allowed)
    for name, allowed in step.pointers.items():
        parts[name] = pointer_loss(
            encoder.pointers[name](states[layout.group(name)]), allowed, step.candidates
        )
    for name, values in step.scores.items():
        parts[name] = score_loss(encoder.scores[name](states[layout.group(name)]).squeeze(-1), values)
    for name, pairs in step.pairs.items():
        if not pairs:
            continue
        scores = event_scores(encoder, name, states[layout.group(name)], pairs)
        parts[name] = pair_loss(scores, torch.from_numpy(np.stack([pair.allowed for _, pair in pairs])))
    for name, labels in step.relations.items():
        parts[f"{name} label"] = _relation_loss(
            encoder, name, states[layout.group(name)], step.pointers[name], labels
        )
    weighted = [plan.weights.get(name, 1.0) * part for name, part in parts.items()]
    total = torch.stack(weighted).sum() if weighted else torch.zeros(())
    return total, {name: float(part.detach()) for name, part in parts.items()}


def _relation_loss(
    encoder: Encoder, name: str, states: torch.Tensor, allowed: torch.Tensor, labels: torch.Tensor
) -> torch.Tensor:
    head = allowed.float().argmax(-1)
    known = allowed.any(-1) & (labels >= 0)
    heads = heads_of(states, head)
    scores = encoder.relations[name](states[known], heads[known])
    return functional.cross_entropy(scores, labels[known])


def heads_of(states: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """(batch, words, hidden) of what each word points to, by (batch, words) columns; 0 is the root.

    The root's relation is "root": its own state stands for the head it has not.
    """
    own = torch.arange(states.shape[1]).expand_as(target)
    index = torch.where(target == 0, own, target - 1)
    return states.gather(1, index.unsqueeze(-1).expand(-1, -1, states.shape[-1]))


def event_scores(
    encoder: Encoder, name: str, states: torch.Tensor, pairs: Sequence[tuple[int, Pair]]
) -> torch.Tensor:
    """(pairs, labels): what the first of each pair is told to do to the second.

    The words that may be the anchor are weighed by how well the pair fits them as actor and recipient;
    what the pair says by itself is added.
    """
    types = functional.log_softmax(encoder.tags["events"](states), -1)[..., 1:]
    actors = functional.log_softmax(encoder.pointers["actor"](states), -1)
    recipients = functional.log_softmax(encoder.pointers["recipient"](states), -1)
    relation, rows = encoder.relations[name], []
    for row, pair in pairs:
        anchored = (
            types[row] + (_reach(actors[row], pair.first) + _reach(recipients[row], pair.second))[:, None]
        )
        rows.append(
            torch.logsumexp(anchored, 0)
            + relation(_mean(states[row], pair.first), _mean(states[row], pair.second))
        )
    return torch.stack(rows)


def _reach(scores: torch.Tensor, words: Ints) -> torch.Tensor:
    """(words, words + 1) log-probabilities -> (words,) that a word points into the phrase."""
    columns = torch.from_numpy(words + 1) if len(words) else torch.zeros(1, dtype=torch.int64)
    return torch.logsumexp(scores[:, columns], -1)


def _mean(states: torch.Tensor, words: Ints) -> torch.Tensor:
    return states[torch.from_numpy(words)].mean(0) if len(words) else states.new_zeros(states.shape[-1])


def optimiser_of(encoder: Encoder, settings: dict[str, Any]) -> torch.optim.AdamW:
    body = ("words.", "positions.", "layers.", "norm.")
    groups = {True: [], False: []}  # type: dict[bool, list[torch.nn.Parameter]]
    for name, parameter in encoder.named_parameters():
        groups[name.startswith(body)].append(parameter)
    return torch.optim.AdamW(
        [
            {"params": groups[True], "lr": settings["rate"]},
            {"params": groups[False], "lr": settings["head_rate"]},
        ],
        weight_decay=settings["decay"],
    )


def annotated(plan: Plan) -> Objective:
    """How far the encoder is from what the corpora know."""
    return lambda encoder, step: loss_of(encoder, encoder(*step.inputs), step, plan)


def fit(plan: Plan, encoder: Encoder, batches: list[list[Cut]], out: Path, objective: Objective) -> None:
    """Runs all batches, logging to `out/log.jsonl`; continues from `out/checkpoint.pt` where there is one."""
    settings = plan.settings
    optimiser = optimiser_of(encoder, settings)
    warm = max(1, int(len(batches) * settings["warm"]))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min((n + 1) / warm, max(0.0, (len(batches) - n) / (len(batches) - warm)))
    )
    at = _resume(out / "checkpoint.pt", encoder, optimiser, schedule)
    encoder.train()
    began, seen = time.monotonic(), 0
    last = min(len(batches), settings.get("stop", len(batches)))
    with (out / "log.jsonl").open("a", encoding="utf-8") as log:
        for number in range(at, last):
            torch.manual_seed(settings["seed"] * 1_000_003 + number)
            step = make_step(batches[number], random.Random(number), **settings["changes"])
            total, parts = objective(encoder, step)
            optimiser.zero_grad(set_to_none=True)
            total.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            seen += step.inputs[0].numel()
            line = {
                "step": number + 1,
                "of": len(batches),
                "loss": {name: round(part, 4) for name, part in parts.items()},
                "pieces_per_second": round(seen / (time.monotonic() - began)),
            }
            log.write(json.dumps(line) + "\n")
            log.flush()
            if (number + 1) % settings["checkpoint"] == 0 or number + 1 == last:
                _save(out / "checkpoint.pt", encoder, optimiser, schedule, number + 1)


def _save(path: Path, encoder: Encoder, optimiser: Any, schedule: Any, at: int) -> None:
    state = {
        "encoder": encoder.state_dict(),
        "optimiser": optimiser.state_dict(),
        "schedule": schedule.state_dict(),
        "at": at,
    }
    torch.save(state, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)


def _resume(path: Path, encoder: Encoder, optimiser: Any, schedule: Any) -> int:
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    encoder.load_state_dict(state["encoder"])
    optimiser.load_state_dict(state["optimiser"])
    schedule.load_state_dict(state["schedule"])
    return int(state["at"])


def asking(description: str) -> argparse.ArgumentParser:
    """What every run is told."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("config", type=Path)
    parser.add_argument(
        "--corpora", type=Path, required=True, help="folder with the corpora named in the config"
    )
    parser.add_argument(
        "--start",
        type=Path,
        required=True,
        help="folder of MiniLM-L6-H384 with its tokenizer.json",
    )
    parser.add_argument("--after", type=Path, help="folder of a run whose weights to go on from")
    parser.add_argument("--out", type=Path, required=True, help="folder for the log and the checkpoint")
    parser.add_argument("--threads", type=int, default=2)
    return parser


def begun(arguments: argparse.Namespace) -> Plan:
    """The plan of a run, with its folder made, its threads and its seed set."""
    torch.set_num_threads(arguments.threads)
    arguments.out.mkdir(parents=True, exist_ok=True)
    plan = read_plan(arguments.config)
    torch.manual_seed(plan.settings["seed"])
    return plan


def main() -> None:
    parser = asking("Train sayso's encoder.")
    parser.add_argument(
        "--guess",
        type=Path,
        help="folder of an exported encoder that guesses trees and entities where a corpus has none",
    )
    arguments = parser.parse_args()
    plan = begun(arguments)
    encoder = Encoder(
        plan.layout, dropout=plan.settings["dropout"], head_dropout=plan.settings["head_dropout"]
    )
    encoder.load_start(arguments.start)
    if arguments.after is not None:
        after = torch.load(arguments.after / "checkpoint.pt", weights_only=True)["encoder"]
        new = encoder.load_state_dict(after, strict=False)
        print("new:", *new.missing_keys, "no longer there:", *new.unexpected_keys)
    worker = Pieceworker(WordPiece.from_file(arguments.start / "tokenizer.json"))
    examples = load_examples(plan, arguments.corpora, worker)
    if arguments.guess is not None:
        guesser = Guesser(arguments.guess, plan.layout)
        examples = [list(guesser.filled(known)) for known in examples]
    fit(plan, encoder, order(plan, examples), arguments.out, annotated(plan))


if __name__ == "__main__":
    main()
