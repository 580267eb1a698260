"""How well events are joined across documents: the labelled set of events told by several articles.

    python benchmarks/clusters.py [--errors first|second] [--shuffles 5]

The articles of `events/` are read and coded, and every coded event takes part. A telling (an article tells
an event of the set) is the coded event whose mentions overlap an anchor of it, the main anchor before the
others; tellings of which nothing was coded are counted. Coded events without a label are clustered with the
rest and not scored.

Printed for each half and for all, as precision, recall and F1 of B-cubed (Bagga & Baldwin 1998) and of pairs:

coded   the tellings of which something was coded, which is what clustering can decide
all     with the others, each as a cluster of its own, which is what a user gets
every   all coded events that overlap an anchor: one that was coded twice in an article counts twice

Files are dealt to the halves in turn. Weights were fitted to the first half; of the second one only the
figures were looked at. Then everything once more with all files moved into the same weeks, so that the events
of six stories are in each other's way.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import comb
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parent.parent))
from benchmarks.events_set import FOLDER, Anchor, Article, load
from sayso import pipeline
from sayso.comparing.account import Account, account_of
from sayso.comparing.clustering import Cluster, candidates, clusters, order_of
from sayso.comparing.sameness import same
from sayso.reading import read_document
from sayso.schema.document import Document
from sayso.schema.event import Event
from sayso.schema.reading import Reading

SEED = 20_31
HALVES = ("first", "second")
Group = tuple[str, str]  # what it is in the set, what it was found to be


@dataclass(frozen=True)
class Telling:
    """An event of the set in one article, and the id of the account that was made of it, or None."""

    event: str
    article: str
    half: str
    account: str | None


@dataclass(frozen=True)
class Figure:
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"{self.precision:.3f} {self.recall:.3f} {self.f1:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Events of several articles, joined.")
    parser.add_argument("--errors", choices=HALVES, help="list what is wrong in one half")
    parser.add_argument("--shuffles", type=int, default=5, help="how often the order of articles is changed")
    wanted = parser.parse_args()
    halves, articles = halved(), load().articles
    readings = read(articles)
    accounts = [account_of(reading, event) for reading in readings for event in reading.events]
    told = [
        telling
        for article, reading in zip(articles, readings, strict=True)
        for telling in tellings(article, reading, halves[article.id])
    ]
    labels = list(labelled(articles, readings))
    found = clusters(accounts)
    report(told, labels, halves, found)
    shuffled(accounts, found, wanted.shuffles)
    print("\nall files in the same weeks")
    report(told, labels, halves, clusters(together(accounts, articles, readings)))
    if wanted.errors:
        errors([each for each in told if each.half == wanted.errors], accounts, found)


def together(
    accounts: Iterable[Account], articles: Sequence[Article], readings: Sequence[Reading]
) -> list[Account]:
    """The accounts with their days moved by whole weeks, so that each file begins in the same one."""
    file, begins = files(), dict[str, date]()
    for article in articles:
        begins[file[article.id]] = min(begins.get(file[article.id], article.published), article.published)
    weeks = {
        reading.document.id: (begins[file[article.id]] - min(begins.values())) // timedelta(days=7)
        for article, reading in zip(articles, readings, strict=True)
    }
    return [moved(account, weeks[account.document]) for account in accounts]


def moved(account: Account, weeks: int) -> Account:
    days: dict[str, Any] = {
        name: (date.fromisoformat(day) - timedelta(weeks=weeks)).isoformat()
        for name in ("published", "day", "until")
        if (day := getattr(account, name))
    }
    return replace(account, **days)


def files() -> dict[str, str]:
    """The file of each article."""
    return {
        row["id"]: path.name
        for path in sorted(FOLDER.glob("*.yaml"))
        for row in yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)["articles"]
    }


def halved() -> dict[str, str]:
    """The half of each article: files in the order of their names, in turn."""
    half = {name: HALVES[number % 2] for number, name in enumerate(sorted(set(files().values())))}
    return {article: half[name] for article, name in files().items()}


def read(articles: Iterable[Article]) -> list[Reading]:
    return list(pipeline.read_batch(document_of(article) for article in articles))


def document_of(article: Article) -> Document:
    document = read_document(article.text, kind="plain", date=article.published.isoformat())
    if document.text != article.text:
        raise SystemExit(f"{article.id}: is stored as another text; its anchors would stand elsewhere")
    return replace(document, outlet=article.outlet)


def tellings(article: Article, reading: Reading, half: str) -> Iterator[Telling]:
    """One for each event that the article tells."""
    for event in article.events:
        anchors = [anchor for anchor in article.anchors if anchor.event == event]
        hit = (coded for anchor in anchors for coded in reading.events if overlaps(coded, anchor))
        first = next(hit, None)
        yield Telling(event, article.id, half, f"{reading.document.id}:{first.id}" if first else None)


def overlaps(event: Event, anchor: Anchor) -> bool:
    return any(mention.start < anchor.end and anchor.start < mention.end for mention in event.mentions)


def labelled(articles: Iterable[Article], readings: Iterable[Reading]) -> Iterator[tuple[str, str, str]]:
    """(account, event, article) of every coded event that overlaps an anchor."""
    for article, reading in zip(articles, readings, strict=True):
        for event in reading.events:
            label = next((anchor.event for anchor in article.anchors if overlaps(event, anchor)), None)
            if label:
                yield f"{reading.document.id}:{event.id}", label, article.id


def report(
    told: Sequence[Telling],
    labels: Sequence[tuple[str, str, str]],
    halves: Mapping[str, str],
    found: Iterable[Cluster],
) -> None:
    trees = {account.id: cluster.id for cluster in found for account in cluster.accounts}
    print(f"{'':14}{'':>14}  B-cubed P R F1        pairs P R F1")
    for half in (*HALVES, "all"):
        mine = [each for each in told if half in (each.half, "all")]
        coded = [(each.event, trees[each.account]) for each in mine if each.account]
        whole = [
            (each.event, trees[each.account] if each.account else f"{each.article} {each.event}")
            for each in mine
        ]
        every = [(event, trees[id]) for id, event, article in labels if half in (halves[article], "all")]
        for name, groups in (("coded", coded), ("all", whole), ("every", every)):
            count = f"{len(groups)} of {len(mine)}" if name == "coded" else str(len(groups))
            print(f"{half:7}{name:7}{count:>14}  {b_cubed(groups)}     {pairs(groups)}")


def b_cubed(groups: Sequence[Group]) -> Figure:
    """Mean over elements of the part of its cluster, or of its event, that is of both."""
    events, trees, both = (
        Counter(event for event, _ in groups),
        Counter(tree for _, tree in groups),
        Counter(groups),
    )
    precision = sum(both[group] / trees[group[1]] for group in groups)
    recall = sum(both[group] / events[group[0]] for group in groups)
    return Figure(precision / len(groups), recall / len(groups))


def pairs(groups: Sequence[Group]) -> Figure:
    """Over pairs of elements of one cluster, or of one event."""
    events = sum(comb(times, 2) for times in Counter(event for event, _ in groups).values())
    trees = sum(comb(times, 2) for times in Counter(tree for _, tree in groups).values())
    both = sum(comb(times, 2) for times in Counter(groups).values())
    return Figure(both / trees if trees else 0.0, both / events if events else 0.0)


def shuffled(accounts: Sequence[Account], found: tuple[Cluster, ...], times: int) -> None:
    chance = random.Random(SEED)
    for _ in range(times):
        if clusters(chance.sample(accounts, len(accounts))) != found:
            raise SystemExit("another order of articles gave other clusters")
    print(f"{len(accounts)} accounts in {times} other orders: the same {len(found)} clusters")


def errors(told: Sequence[Telling], accounts: Sequence[Account], found: Iterable[Cluster]) -> None:
    """Links between accounts of different events, and tellings that are apart from the one most like them."""
    known = {account.id: account for account in accounts}
    labels = {each.account: each.event for each in told if each.account}
    trees: dict[str, str] = {}
    for cluster in found:
        trees |= {account.id: cluster.id for account in cluster.accounts}
        for link in cluster.links:
            one, other = labels.get(link.account), labels.get(link.to)
            if one != other and (one and other):
                shown(f"MERGED {one} / {other}", known[link.account], known[link.to])
    tellers: dict[str, list[Account]] = defaultdict(list)
    for each in told:
        if each.account:
            tellers[each.event].append(known[each.account])
    for event, mine in tellers.items():
        ordered = sorted(mine, key=order_of)
        for at, account in enumerate(ordered[1:], 1):
            if all(trees[other.id] != trees[account.id] for other in ordered[:at]):
                best = max(ordered[:at], key=lambda other: same(account, other).score)
                shown(f"SPLIT {event}", account, best)


def shown(title: str, account: Account, other: Account) -> None:
    found = same(account, other)
    why = found.against or ("" if candidates(account, other) else "no key in common")
    print(f"\n{title}  {found.score:.2f} {why}")
    for each in (account, other):
        print(
            f"  {each.type} {each.mode} {each.anchor!r} {'' if each.dated else '~'}{each.day}"
            f" published {each.published}"
            f" | {'; '.join(each.actors)} > {'; '.join(each.recipients)} | {each.place} {each.toll or ''}"
        )
        print("    " + " ".join(each.content.split()))
    told = (part for part in found.parts if part.value is not None)
    print("  " + "  ".join(f"{part.name} {part.value:.2f}" for part in told))


if __name__ == "__main__":
    main()
