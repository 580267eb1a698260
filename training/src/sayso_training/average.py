"""The mean of the weights of several runs that began from one another.

python -m sayso_training.average runs/six runs/eight --out runs/both

What the runs learnt apart from each other mostly adds up, and nothing is slower for it (Wortsman et al. 2022,
"Model soups").
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def average(checkpoints: list[Path]) -> dict[str, torch.Tensor]:
    """The mean of each weight, in double precision; all runs have the same heads."""
    weights = [torch.load(path, weights_only=True)["encoder"] for path in checkpoints]
    return {
        name: torch.stack([one[name].double() for one in weights]).mean(0).to(value.dtype)
        for name, value in weights[0].items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Average the weights of runs.")
    parser.add_argument("runs", type=Path, nargs="+", help="folders of runs")
    parser.add_argument("--out", type=Path, required=True, help="folder for the checkpoint")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    state = {"encoder": average([run / "checkpoint.pt" for run in arguments.runs])}
    torch.save(state, arguments.out / "checkpoint.pt")


if __name__ == "__main__":
    main()
