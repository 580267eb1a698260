"""Events across documents: each account attaches to the earlier one that it is most likely the same as.

An account whose best score stays below LEVEL begins a cluster, which is named by it; so the accounts are a
forest, and a tree is an event. What an account attaches to depends on the set of accounts alone, never on the
order in which they came, and a new account touches only the later ones that it shares a key and a time with.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sayso.comparing.account import Account
from sayso.comparing.features import features
from sayso.comparing.sameness import DAYS, LEVEL, Sameness, group, same

Order = tuple[str, str, int, str]

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Link:
    """Why an account belongs to a cluster.

    Attributes:
        account: id of the later one.
        to: id of the earlier one that it is attached to.
        sameness: of the two.
    """

    account: str
    to: str
    sameness: Sameness


@dataclass(frozen=True, slots=True)
class Cluster:
    """One event across documents.

    Attributes:
        id: of its earliest account.
        accounts: the earliest first.
        links: one for every account but the first.
    """

    id: str
    accounts: tuple[Account, ...]
    links: tuple[Link, ...]


def order_of(account: Account) -> Order:
    """What sorts accounts: publication, document, place in the document; those without a date come last."""
    record = account.id.rpartition(":")[2]
    number = _NUMBER.search(record)
    return (account.published or "~", account.document, int(number[0]) if number else 0, record)


def keys(account: Account) -> frozenset[str]:
    """What a candidate shares one of: a name in or around it with the group of its type.

    Countries and roles ("police") are keys only where nothing else is told. The words are cut and small
    ("velmor"), the countries are capitals; what they are made of is nobody's business but theirs to be equal.
    """
    of_type = group(account.type)
    return frozenset(f"{of_type} {key}" for key in features(account).keys)


def day_of(account: Account) -> int | None:
    """The day (proleptic ordinal) that counts for DAYS: of the event, or else of publication."""
    return features(account).first


def pinned(account: Account) -> bool:
    """Whether the text itself tells the one day of the event: two such are ONE_NIGHT apart at most."""
    found = features(account)
    return found.dated and found.first == found.last


def candidates(a: Account, b: Account) -> bool:
    """Whether two accounts are compared: of two documents, with a key in common, at most DAYS apart.

    What has no day, not even that of publication, is nobody's candidate.
    """
    day, other = day_of(a), day_of(b)
    near = day is not None and other is not None and abs(day - other) <= DAYS
    return a.document != b.document and near and not keys(a).isdisjoint(keys(b))


def antecedent(account: Account, earlier: Iterable[Account]) -> tuple[Account, Sameness] | None:
    """The one that an account attaches to, with why; None where none of its candidates reaches LEVEL.

    Args:
        earlier: accounts among which it is looked for; what is no candidate, or not earlier, is left out.
    """
    mine = order_of(account)
    scored = [
        (each, found)
        for each in earlier
        if order_of(each) < mine
        and candidates(account, each)
        and (found := same(account, each)).score >= LEVEL
    ]
    # of equal scores the earliest
    return min(scored, key=lambda pair: (-pair[1].score, order_of(pair[0])), default=None)


def clusters(accounts: Iterable[Account]) -> tuple[Cluster, ...]:
    """The events of a set of accounts, the earliest first; the same for every order of what is given."""
    ordered = sorted(accounts, key=order_of)
    links = {link.account: link for link in _links(ordered)}
    trees: dict[str, list[Account]] = defaultdict(list)
    root: dict[str, str] = {}
    for account in ordered:
        link = links.get(account.id)
        root[account.id] = root[link.to] if link else account.id
        trees[root[account.id]].append(account)
    return tuple(
        Cluster(id, tuple(tree), tuple(links[each.id] for each in tree if each.id in links))
        for id, tree in trees.items()
    )


def _links(ordered: Iterable[Account]) -> Iterator[Link]:
    """The link of each account that has one; the earlier ones are found by key and day."""
    known: dict[tuple[str, int], list[Account]] = defaultdict(list)
    for account in ordered:
        found = antecedent(account, _near(account, known))
        if found:
            yield Link(account.id, found[0].id, found[1])
        day = day_of(account)
        if day is not None:
            for key in keys(account):
                known[key, day].append(account)


def _near(account: Account, known: Mapping[tuple[str, int], list[Account]]) -> list[Account]:
    """Those known that share a key and are at most DAYS apart, each once."""
    day = day_of(account)
    if day is None:
        return []
    window = range(day - DAYS, day + DAYS + 1)
    return list(
        {
            each.id: each for key in keys(account) for at in window for each in known.get((key, at), ())
        }.values()
    )
