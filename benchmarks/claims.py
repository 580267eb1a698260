"""How well reports of one claim are found, and told from other claims of the same speaker.

    python benchmarks/claims.py [--half first|second] [--errors] [--speed]

The set is `claims_set.yaml`, all of it invented. Printed for either half: B-cubed precision, recall and F1
over the statements, F1 over pairs, how many of the pairs that may contradict each other are found, and
whether a shuffled set gives the same claims. `--errors` lists wrong merges and splits with the parts of their
scores.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from sayso.comparing.contradicting import contradictions
from sayso.comparing.repeating import claims
from sayso.comparing.said import said
from sayso.comparing.saying import compare, same_claim
from sayso.comparing.statement import Statement

SET = Path(__file__).parent / "claims_set.yaml"
SHUFFLES = 5


@dataclass(frozen=True)
class Labelled:
    """A statement and the claim that it should belong to."""

    statement: Statement
    claim: str


def load(half: str | None = None, path: Path = SET) -> tuple[list[Labelled], set[frozenset[str]]]:
    """The statements of a half, or of both, and the pairs of claims that may contradict each other."""
    data = yaml.safe_load(path.read_text("utf-8"))
    labelled: list[Labelled] = []
    opposed: set[frozenset[str]] = set()
    for scenario in data["scenarios"]:
        if half in (None, scenario["half"]):
            rows = enumerate(scenario["claims"])
            labelled += [_labelled(scenario["name"], number, row, data["kinds"]) for number, row in rows]
            pairs = scenario.get("contradict", ())
            opposed |= {frozenset(f"{scenario['name']}/{letter}" for letter in pair) for pair in pairs}
    return labelled, opposed


def _labelled(scenario: str, number: int, row: list[Any], kinds: Mapping[str, list[Any]]) -> Labelled:
    letter, day, outlet, source, name, kind, attitude, content = row
    identity, naming, affiliation, country = kinds[kind]
    statement = Statement(
        id=f"{scenario}-{number}:c1",
        document=f"{scenario}-{number}",
        published=str(day),
        outlet=outlet,
        day=str(day),
        speaker=source,
        name=name,
        identity=identity,
        naming=naming,
        affiliation=affiliation,
        country=country,
        attitude=attitude,
        cue=None,
        content=content,
    )
    return Labelled(statement, f"{scenario}/{letter}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Reports of one claim, found across documents.")
    parser.add_argument("--half", choices=["first", "second"])
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--speed", action="store_true", help="microseconds for a pair")
    arguments = parser.parse_args()
    for half in [arguments.half] if arguments.half else ["first", "second"]:
        labelled, opposed = load(half)
        measure(half, labelled, opposed)
        if arguments.errors:
            errors(labelled, opposed)
    if arguments.speed:
        speed([each.statement for each in load()[0]])


def measure(half: str, labelled: list[Labelled], opposed: set[frozenset[str]]) -> None:
    gold = {each.statement.id: each.claim for each in labelled}
    found = found_claims(each.statement for each in labelled)
    precision, recall = b_cubed(gold, found)
    right, wrong, missed = pairs(gold, found)
    of_pairs = 2 * right / (2 * right + wrong + missed)
    same = "the same" if unshaken(labelled, found) else "NOT the same"
    print(f"{half} half: {len(gold)} statements of {len(set(gold.values()))} claims")
    print(f"  B-cubed precision {precision:.3f}, recall {recall:.3f}, F1 {f1(precision, recall):.3f}")
    print(f"  pairs: {right} right, {wrong} wrong, {missed} missed, F1 {of_pairs:.3f}")
    told = [frozenset(gold[each] for each in pair) for pair in contradicted(labelled)]
    good = sum(pair in opposed for pair in told)
    print(f"  contradictions: {len(opposed & set(told))} of {len(opposed)} found;"
          f" {good} pairs right, {len(told) - good} wrong")  # fmt: skip
    print(f"  {SHUFFLES} orders of the statements: {same}")


def found_claims(statements: Iterable[Statement]) -> dict[str, str]:
    """For each statement the claim that it was put into."""
    return {each.id: claim.id for claim in claims(statements) for each in claim.statements}


def unshaken(labelled: list[Labelled], found: Mapping[str, str]) -> bool:
    chance = random.Random(1)
    statements = [each.statement for each in labelled]
    return all(found_claims(chance.sample(statements, len(statements))) == found for _ in range(SHUFFLES))


def contradicted(labelled: list[Labelled]) -> set[frozenset[str]]:
    found = contradictions(each.statement for each in labelled)
    return {frozenset((each.earlier.id, each.later.id)) for each in found}


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float]:
    """Precision and recall over statements (Bagga and Baldwin 1998)."""
    should, does = _members(gold), _members(found)
    both = {each: len(should[gold[each]] & does[found[each]]) for each in gold}
    precision = sum(both[each] / len(does[found[each]]) for each in gold) / len(gold)
    recall = sum(both[each] / len(should[gold[each]]) for each in gold) / len(gold)
    return precision, recall


def _members(groups: Mapping[str, str]) -> dict[str, set[str]]:
    members: dict[str, set[str]] = defaultdict(set)
    for each, group in groups.items():
        members[group].add(each)
    return members


def pairs(gold: Mapping[str, str], found: Mapping[str, str]) -> tuple[int, int, int]:
    """Pairs put together rightly, wrongly, and not."""
    each = [(gold[a] == gold[b], found[a] == found[b]) for a, b in combinations(gold, 2)]
    return each.count((True, True)), each.count((False, True)), each.count((True, False))


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def errors(labelled: list[Labelled], opposed: set[frozenset[str]]) -> None:
    found = found_claims(each.statement for each in labelled)
    told = contradicted(labelled)
    for a, b in combinations(labelled, 2):
        together = found[a.statement.id] == found[b.statement.id]
        if together != (a.claim == b.claim):
            _show("WRONG MERGE" if together else "SPLIT", a, b)
        pair = frozenset((a.statement.id, b.statement.id))
        if (pair in told) != (frozenset((a.claim, b.claim)) in opposed):
            _show("WRONG CONTRADICTION" if pair in told else "NO CONTRADICTION", a, b)


def _show(what: str, a: Labelled, b: Labelled) -> None:
    likeness = same_claim(a.statement, b.statement)
    print(f"  {what}: {likeness.relation} {likeness.score:.2f} {likeness.against or ''}")
    for each in (a, b):
        who = each.statement.name or each.statement.speaker
        print(f"    {each.claim} {who}: {each.statement.content}")
    told = (f"{part.name} {'-' if part.value is None else f'{part.value:.2f}'}" for part in likeness.parts)
    print("    " + ", ".join(told))


def speed(statements: list[Statement]) -> None:
    """How long a pair takes whose features are at hand, and one in which the speaker is the same."""
    couples = list(combinations([said(each) for each in statements], 2))
    alike = [pair for pair in couples if compare(*pair).values]
    for what, timed in (("any pair", couples), ("one speaker", alike * 20)):
        began = time.perf_counter()
        for pair in timed:
            compare(*pair)
        print(f"{what}: {1e6 * (time.perf_counter() - began) / len(timed):.1f} microseconds")


if __name__ == "__main__":
    main()
