"""How well copies are told from independent reports: articles edited by rule, and articles written for it.

    python benchmarks/origins.py [--half first|second] [--cases] [--bases 30]

SAYSO_CORPORA names the folder of the corpora; without it only `origins.yaml` is measured. What the edits are
is said at each of them below; no text of the corpora is written anywhere. Printed for either part: pair F1
(two documents in one origin or not), the adjusted Rand index, and each document that stands in a wrong one.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import comb
from pathlib import Path

import yaml

from sayso.comparing.article import Article
from sayso.comparing.copying import Likeness, compare
from sayso.comparing.crediting import credits_of
from sayso.comparing.origins import Origins, origins
from sayso.comparing.shingles import fingerprints
from sayso.comparing.story import Story, story_of
from sayso.reading import read_document
from sayso.schema.document import Document
from sayso.text.quotation import quotations

SEED = 20_31
OFTEN = 40  # a fingerprint in more documents than this makes no candidates
HERE = Path(__file__).parent
SENTENCE = re.compile(r"(?<=[.!?][\"”’])\s+(?=[\"“‘A-Z])|(?<=[.!?])\s+(?=[\"“‘A-Z])")
NUMBER = re.compile(r"\b\d{1,3}\b")
# As desks do: house style, shorter words, another preposition.
HOUSE_STYLE = {
    "said": "told reporters", "more than": "over", "about": "around", "killed": "dead", "however": "but",
    "government": "cabinet", "also": "too", "people": "persons", "according to": "as stated by", "on": "upon",
    "after": "following", "including": "among them", "while": "as", "has been": "was", "such as": "like",
    "began": "started", "officials": "authorities", "attack": "assault", "large": "big", "show": "reveal",
    "last": "past", "many": "numerous", "because": "since", "would": "is to", "against": "versus",
}  # fmt: skip
STYLE = re.compile(r"\b(" + "|".join(sorted(HOUSE_STYLE, key=len, reverse=True)) + r")\b")


@dataclass(frozen=True, slots=True)
class Case:
    """A document with the origin that it should have."""

    name: str
    document: Document
    origin: str
    fields: Mapping[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description="Copies and independent reports, told apart.")
    parser.add_argument("--half", choices=["first", "second"])
    parser.add_argument("--cases", action="store_true", help="only the articles of origins.yaml")
    parser.add_argument("--bases", type=int, default=30, help="articles of the corpora to edit")
    arguments = parser.parse_args()
    for half in [arguments.half] if arguments.half else ["first", "second"]:
        measure(f"written articles, {half} half", list(written(half)))
    corpora = os.environ.get("SAYSO_CORPORA")
    if corpora and not arguments.cases:
        measure("edited articles", list(edited(Path(corpora), arguments.bases)))


def written(half: str) -> Iterator[Case]:
    for group in yaml.safe_load((HERE / "origins.yaml").read_text("utf-8")):
        if group["half"] != half:
            continue
        for each in group["articles"]:
            document = replace(
                read_document(each["text"], kind="plain"),
                outlet=each["outlet"],
                published=str(each["published"]),
                wire=each.get("wire"),
                authors=tuple(each.get("authors", ())),
            )
            name, origin = (f"{group['group']}/{each[key]}" for key in ("id", "origin"))
            yield Case(name, document, origin, each.get("fields", {}))


# --- the corpora's articles, edited -------------------------------------------------------------------------


def edited(corpora: Path, count: int) -> Iterator[Case]:
    """Articles, each with its edits, which are of its origin; two own stories that are not; and others."""
    chance = random.Random(SEED)
    texts = chance.sample(list(articles(corpora)), 3 * count)
    for number, text in enumerate(texts[:count]):
        story = sentences(text)
        other, lead = sentences(texts[count + number]), sentences(texts[2 * count + number])
        base = f"{number:02}"
        yield case(base, "base", story, base)
        for name, edit in COPIES.items():
            yield case(base, name, edit(story, lead, chance), base)
        for name, insert in OWN.items():
            yield case(base, name, insert(story, other, chance), f"{base} other")
        yield case(base, "other", other, f"{base} other")


def articles(corpora: Path) -> Iterator[str]:
    """Articles of 250 to 1,200 words; of two that the press itself printed twice only the first."""
    texts = [
        json.loads(line)["text"]
        for line in (corpora / "news" / "guardian_sdf.jsonl").read_text("utf-8").splitlines()
    ]
    texts += [path.read_text("utf-8") for path in sorted((corpora / "polnear" / "data").glob("*/text/*.txt"))]
    seen: set[int] = set()
    for text in texts:
        prints = set(fingerprints(text.split()))
        twice = len(prints & seen) > 0.1 * len(prints)
        seen |= prints
        if not twice and 250 <= len(text.split()) <= 1_200:
            yield text


def sentences(text: str) -> list[str]:
    return [" ".join(each.split()) for each in SENTENCE.split(text) if each.strip()]


def case(base: str, name: str, story: Sequence[str], origin: str) -> Case:
    paragraphs = (" ".join(story[at : at + 3]) for at in range(0, len(story), 3))
    document = replace(read_document("\n\n".join(paragraphs), kind="plain"), published="2031-01-01")
    return Case(f"{base}/{name}", document, origin, {})


def abridged(story: Sequence[str], lead: Sequence[str], chance: random.Random) -> Sequence[str]:
    """The first third, as a desk cuts from the end."""
    return story[: max(3, len(story) // 3)]


def thinned(story: Sequence[str], lead: Sequence[str], chance: random.Random) -> Sequence[str]:
    """Every second sentence after the first."""
    return [story[0], *story[1::2]]


def reordered(story: Sequence[str], lead: Sequence[str], chance: random.Random) -> Sequence[str]:
    """Paragraphs of three sentences in another order."""
    blocks = [story[at : at + 3] for at in range(0, len(story), 3)]
    return [each for block in chance.sample(blocks, len(blocks)) for each in block]


def restyled(story: Sequence[str], lead: Sequence[str], chance: random.Random) -> Sequence[str]:
    """House style on every sentence, and every number raised by one."""
    return [
        NUMBER.sub(lambda match: str(int(match[0]) + 1), STYLE.sub(lambda match: HOUSE_STYLE[match[0]], each))
        for each in story
    ]


def own_lead(story: Sequence[str], lead: Sequence[str], chance: random.Random) -> Sequence[str]:
    """Two sentences of another article for a lead, then half of the story's body."""
    return [*lead[:2], *story[2 : max(8, len(story) // 2)]]


def worn(story: Sequence[str], lead: Sequence[str], chance: random.Random) -> Sequence[str]:
    """Every ninth word left out, half of the sentences: about 30 % of the three-word sequences survive."""
    kept = [each for number, each in enumerate(restyled(story, lead, chance)) if number % 2 == 0]
    return [" ".join(word for at, word in enumerate(each.split()) if at % 9 != 4) for each in kept]


def with_paragraph(story: Sequence[str], other: Sequence[str], chance: random.Random) -> Sequence[str]:
    """An own story with two sentences of the wire in its middle."""
    middle = len(other) // 2
    return [*other[1:middle], *story[2:4], *other[middle:]]


def with_quotations(story: Sequence[str], other: Sequence[str], chance: random.Random) -> Sequence[str]:
    """An own story with every quotation of the other one, in words of its own."""
    text = " ".join(story)
    quoted = [text[each.start : each.end] for each in quotations(text) if each.end - each.start > 40]
    told = [f"In the words of one of those present: {each}" for each in quoted[:6]]
    middle = len(other) // 2
    return [*other[:middle], *told, *other[middle:-1]]


Edit = Callable[[Sequence[str], Sequence[str], random.Random], Sequence[str]]
COPIES: dict[str, Edit] = {
    "abridged": abridged,
    "thinned": thinned,
    "reordered": reordered,
    "restyled": restyled,
    "own lead": own_lead,
    "worn": worn,
}
OWN: dict[str, Edit] = {"with paragraph": with_paragraph, "with quotations": with_quotations}


# --- measuring ----------------------------------------------------------------------------------------------


def measure(what: str, cases: Sequence[Case]) -> None:
    if not cases:
        return
    found = found_origins(cases)
    given = {document: origin.id for origin in found.origins for document in origin.documents}
    pairs = [(case.origin, given[case.document.id]) for case in cases]
    print(f"{what}: {len(cases)} articles")
    print(f"  origins: {len({gold for gold, _ in pairs})}, found {len(found.origins)}")
    precision, recall = pair_scores(pairs)
    score = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(f"  pairs: precision {precision:.3f}, recall {recall:.3f}, F1 {score:.3f}")
    print(f"  adjusted Rand index {rand(pairs):.3f}; rings found: {len(found.circles)}")
    for line in wrong(cases, given):
        print(f"  {line}")


def found_origins(cases: Sequence[Case]) -> Origins:
    stories = {case.document.id: story_of(case.document) for case in cases}
    known = {case.document.outlet for case in cases if case.document.outlet}
    return origins(
        [
            Article(each.id, each.outlet, each.published, words=len(stories[each.id].words))
            for each in (case.document for case in cases)
        ],
        links(stories, cases),
        [credit for case in cases for credit in credits_of(case.document, known=known, fields=case.fields)],
    )


def links(stories: Mapping[str, Story], cases: Sequence[Case]) -> Iterator[Likeness]:
    """Pairs with a fingerprint in common, and those of one group of written articles (one event)."""
    holders: dict[int, list[str]] = defaultdict(list)
    for story in stories.values():
        for value in fingerprints(story.words):
            holders[value].append(story.id)
    pairs = {
        pair for each in holders.values() if len(each) <= OFTEN for pair in combinations(sorted(each), 2)
    }
    groups: dict[str, set[str]] = defaultdict(set)
    for each in cases:
        if each.document.outlet:
            groups[each.name.split("/")[0]].add(each.document.id)
    pairs |= {pair for each in groups.values() for pair in combinations(sorted(each), 2)}
    for one, other in sorted(pairs):
        yield compare(stories[one], stories[other])


def pair_scores(pairs: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Precision and recall of "these two have one origin"."""
    both = sum(comb(count, 2) for count in Counter(pairs).values())
    found = sum(comb(count, 2) for count in Counter(given for _, given in pairs).values())
    gold = sum(comb(count, 2) for count in Counter(gold for gold, _ in pairs).values())
    return (both / found if found else 1.0), (both / gold if gold else 1.0)


def rand(pairs: Sequence[tuple[str, str]]) -> float:
    """The adjusted Rand index (Hubert and Arabie 1985)."""
    both = sum(comb(count, 2) for count in Counter(pairs).values())
    gold = sum(comb(count, 2) for count in Counter(gold for gold, _ in pairs).values())
    found = sum(comb(count, 2) for count in Counter(given for _, given in pairs).values())
    expected = gold * found / max(1, comb(len(pairs), 2))
    most = (gold + found) / 2
    return (both - expected) / (most - expected) if most != expected else 1.0


def wrong(cases: Sequence[Case], given: Mapping[str, str]) -> Iterator[str]:
    """Documents apart from most of their origin, and origins that hold documents of several."""
    by_gold: dict[str, list[Case]] = defaultdict(list)
    by_given: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        by_gold[case.origin].append(case)
        by_given[given[case.document.id]].append(case)
    for gold, members in by_gold.items():
        main_one = Counter(given[each.document.id] for each in members).most_common(1)[0][0]
        apart = [each.name for each in members if given[each.document.id] != main_one]
        if apart:
            yield f"apart from {gold}: {', '.join(apart)}"
    for members in by_given.values():
        if len({each.origin for each in members}) > 1:
            yield f"wrongly together: {', '.join(each.name for each in members)}"


if __name__ == "__main__":
    main()
