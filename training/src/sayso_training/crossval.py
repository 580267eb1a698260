"""Types of events on PLV by cross-validation: each fold is scored by an encoder that never saw it.

python -m sayso_training.crossval training/folds.toml --corpora CORPORA --start MINILM --after RUN --out FOLDS

RUN has not seen PLV either. A sentence with several pairs stays in one fold.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import subprocess
import sys
from pathlib import Path
from statistics import mean

Row = dict[str, str]
SEED = 20261122


def folds(rows: list[Row], count: int) -> list[list[Row]]:
    """The rows in so many parts of about the same size."""
    sentences = sorted({row["sentence"] for row in rows})
    random.Random(SEED).shuffle(sentences)
    fold = {sentence: number % count for number, sentence in enumerate(sentences)}
    return [[row for row in rows if fold[row["sentence"]] == number] for number in range(count)]


def write(path: Path, rows: list[Row]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]), delimiter="\t")
        table.writeheader()
        table.writerows(rows)
    return path.resolve()


def run(module: str, *arguments: object, **settings: str) -> str:
    command = [sys.executable, "-m", module, *map(str, arguments)]
    environment = {**os.environ, **settings}
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment).stdout


def main() -> None:
    parser = argparse.ArgumentParser(description="Cross-validate the types of events on PLV.")
    parser.add_argument("config", type=Path, help="a config with coded_pairs among its corpora")
    for name in ("corpora", "start", "after", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True, help="as for fit")
    parser.add_argument("--folds", type=int, default=5)
    wanted = parser.parse_args()
    text = wanted.config.read_text(encoding="utf-8")
    with (wanted.corpora / "plv" / "PLV_train.tsv").open(encoding="utf-8", newline="") as file:
        parts = folds(list(csv.DictReader(file, delimiter="\t")), wanted.folds)
    found: list[dict[str, float]] = []
    for number, held in enumerate(parts):
        folder = wanted.out / f"fold{number}"
        folder.mkdir(parents=True, exist_ok=True)
        seen = write(folder / "seen.tsv", [row for part in parts if part is not held for row in part])
        unseen = write(folder / "unseen.tsv", held)
        config = wanted.config.with_name(f".fold{number}.toml")
        config.write_text(text.replace("plv/PLV_train.tsv", str(seen)), encoding="utf-8")
        try:
            start = ("--start", wanted.start)
            run("sayso_training.fit", config, "--corpora", wanted.corpora, *start, "--after", wanted.after,
                "--out", folder)  # fmt: skip
            run("sayso_training.export", config, "--run", folder, *start, "--out", folder / "encoder")
        finally:
            config.unlink()
        told = run("sayso", "evaluate", "events", unseen, "--json", SAYSO_ENCODER=str(folder / "encoder"))
        found.append(json.loads(told)["scores"])
        print(f"fold {number}", len(held), {n: round(s, 1) for n, s in found[-1].items()}, flush=True)
    print("mean  ", {name: round(mean(one[name] for one in found), 1) for name in found[0]})


if __name__ == "__main__":
    main()
