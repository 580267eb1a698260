"""Whose some words of a source phrase are: a name's, a body's, a country's."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribution.names import affiliation_of
from sayso.attribution.phrase import POSSESSIVES, SourcePhrase
from sayso.lexicon.agents import agent_at
from sayso.lexicon.countries import countries_in
from sayso.lexicon.organisations import affiliation_of_name
from sayso.schema.attribution import Affiliation

# "Officials in both capitals" are no people in the street.
QUANTITIES = frozenset("both many others those some most few several".split())


def labelled(phrase: SourcePhrase, start: int, end: int) -> Affiliation | None:
    """What the first labelled organisation of words [start, end) belongs to."""
    if not phrase.labels or "organisation" not in phrase.labels[start:end]:
        return None
    at = phrase.labels.index("organisation", start)
    stop = next((i for i in range(at, end) if phrase.labels[i] != "organisation"), end)
    return affiliation_of(phrase, at, stop)


def capitals(phrase: SourcePhrase, start: int, end: int) -> Affiliation | None:
    """What a name in capitals that has no label belongs to: "economists at Halden Bank"."""
    start += phrase.plain[start:end][:1] == ("the",)
    small = (at for at in range(start, end) if not phrase.words[at][:1].isupper())
    stop = next((at for at in small if phrase.plain[at] not in POSSESSIVES), end)
    return affiliation_of_name(phrase.words[start:stop]) if stop > start else None


def first_body(words: Sequence[str]) -> Affiliation | None:
    """The first agent noun of a complement that tells an affiliation."""
    for at in range(len(words)):
        found = agent_at(words, at)
        if found is not None and found.agent.affiliation != "unknown" and words[at] not in QUANTITIES:
            return found.agent.affiliation
    return None


def of_country(phrase: SourcePhrase, start: int, end: int) -> Affiliation | None:
    """The government, for "the leader of Orenia"; somebody "in" a country does not speak for it."""
    spoken_for = phrase.plain[start - 1] in ("of", "for")
    return "government" if spoken_for and countries_in(phrase.words[start:end]) else None
