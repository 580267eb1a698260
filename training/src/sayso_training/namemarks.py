"""Names of people, organisations and places from the entities that GUM marks in its last column.

GUM marks every mention, names and pronouns and long phrases alike ("(3-organization-new-…", "3)"). Here only
names count: the proper nouns around the head of a mention. What else is mentioned is left open, since corpora
disagree on whether "his adviser" is an entity; what nothing mentions is no name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np
from sayso_training.example import Bools

from sayso.evaluation.conllu import Tree

KINDS: Mapping[str, str] = {"person": "Person", "organization": "Organisation", "place": "Location"}
_MARK = re.compile(r"\((?P<group>[^-()]+)-(?P<kind>[a-z]+)[^()]*(?P<closed>\))?|(?P<end>[^-()]+)\)")
# "Ines Dorl of the Northern Front" are two names, "the Ministry of Defence" is one.
_IN_PEOPLE = frozenset("de la al el bin ibn von van . -".split())
_INSIDE = _IN_PEOPLE | frozenset("of the and for & ’s 's".split())


def name_tags(trees: Sequence[Tree], labels: Sequence[str]) -> Bools | None:
    """(words, labels) which labels may stand at the words of a document; None where nothing is marked."""
    if not any("Entity=" in misc for tree in trees for misc in tree.misc):
        return None
    named = np.array([label[2:] in KINDS.values() for label in labels])
    found = []
    for tree in trees:
        allowed = np.repeat(~named[None, :], len(tree.forms), 0)
        mentions = list(_mentions(tree.misc))
        for first, last, _ in mentions:
            allowed[first:last] = True
        # the longer first: a name within a name is no name of its own
        for first, last, kind in sorted(mentions, key=lambda one: one[0] - one[1], reverse=True):
            if kind in KINDS and (
                words := _name(tree, first, last, _IN_PEOPLE if kind == "person" else _INSIDE)
            ):
                allowed[words] = False
                begin, inside = (labels.index(f"{part}-{KINDS[kind]}") for part in "BI")
                allowed[words[0], begin] = True
                allowed[words[1:], inside] = True
        found.append(allowed)
    return np.concatenate(found)


def _mentions(misc: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Half-open words and kind of each mention that begins and ends in the sentence."""
    open_ones: dict[str, list[tuple[int, str]]] = {}
    for word, notes in enumerate(misc):
        entity = next((n.partition("=")[2] for n in notes.split("|") if n.startswith("Entity=")), "")
        for mark in _MARK.finditer(entity):
            if mark["closed"]:
                yield word, word + 1, mark["kind"]
            elif mark["group"]:
                open_ones.setdefault(mark["group"], []).append((word, mark["kind"]))
            elif open_ones.get(mark["end"]):
                first, kind = open_ones[mark["end"]].pop()
                yield first, word + 1, kind


def _name(tree: Tree, first: int, last: int, inside: Collection[str]) -> list[int]:
    """The proper nouns around the head of a mention, and what stands `inside`; [] where its head is none."""
    head = next((w for w in range(first, last) if not first <= tree.heads[w] < last), None)
    if head is None or tree.upos[head] != "PROPN":
        return []
    begin, end = head, head + 1
    while begin > first and (_is_proper(tree, begin - 1) or tree.forms[begin - 1].lower() in inside):
        begin -= 1
    while end < last and (_is_proper(tree, end) or tree.forms[end].lower() in inside):
        end += 1
    proper = [word for word in range(begin, end) if _is_proper(tree, word)]
    return list(range(proper[0], proper[-1] + 1))


def _is_proper(tree: Tree, word: int) -> bool:
    """Whether a word may be of a name: "United States", "the Korean People's Army"."""
    capital = tree.forms[word][0].isupper() and tree.upos[word] in ("ADJ", "NOUN", "NUM", "VERB")
    return tree.upos[word] == "PROPN" or capital
