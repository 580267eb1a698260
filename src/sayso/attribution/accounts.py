"""Clauses put on somebody's account in passing: "by their families' account", "as the minister put it".

The encoder knows what is said by the verb that says it; of these it has seen few.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.attribution.linking import Link, Words
from sayso.attribution.phrase import POSSESSIVES
from sayso.lexicon.words import has_lemma, plain
from sayso.schema.analysis import Analysis

_ACCOUNTS = frozenset(("account", "accounts", "reckoning", "telling"))
# "By most accounts": whose they are is not told.
_NOBODYS = frozenset(
    "all most many some several these both own any every other latest first eyewitness".split()
)
_OWN = frozenset("his her their its".split())
_COMMAS = frozenset((",", "(", ")", "–", "—", "-", "."))
_PUT, _TELL = frozenset(("put",)), frozenset(("tell",))
_LONGEST = 8  # words of an aside
_WHEN = frozenset("on in at last this yesterday today".split())


def account_links(analysis: Analysis, links: Sequence[Link]) -> Iterator[Link]:
    """A link for each such aside in a sentence of which no link has a word yet."""
    taken = {word for one in links for part in one.parts() for word in range(*part)}
    for first, last in analysis.sentences.tolist():
        if taken.isdisjoint(range(first, last)):
            words = [plain(analysis.word(word)) for word in range(first, last)]
            yield from _in_sentence(words, first)


def _in_sentence(words: Sequence[str], first: int) -> Iterator[Link]:
    for start in range(len(words)):
        if start and words[start - 1] not in _COMMAS:
            continue
        found = _by_account(words, start) or _as_put(words, start) or _way_told(words, start)
        if found is None:
            continue
        end, cue, source = found
        contents = [part for part in ((0, start), (end, len(words))) if _says(words, part)]
        if contents:
            told = tuple(_trimmed(words, a, b) for a, b in contents)
            yield Link(
                _moved(cue, first),
                source and _moved(source, first),
                tuple(_moved(one, first) for one in told),
            )
            return


Aside = tuple[int, Words, Words | None]  # its end, the cue, the source


def _by_account(words: Sequence[str], start: int) -> Aside | None:
    """Of "by their families' account": a phrase between commas, or at either end of the sentence."""
    if words[start] != "by":
        return None
    ends = range(start + 2, min(start + _LONGEST, len(words)))
    noun = next((at for at in ends if words[at] in _ACCOUNTS), None)
    if noun is None or not _closes(words, noun + 1) or not _COMMAS.isdisjoint(words[start:noun]):
        return None
    last = noun - 1 if words[noun - 1] == "own" else noun
    owned = words[last - 1] in POSSESSIVES or words[last - 1] in _OWN
    last -= words[last - 1] in POSSESSIVES
    owned = owned and last > start + 1 and words[start + 1] not in _NOBODYS
    return noun + 1, (noun, noun + 1), (start + 1, last) if owned else None


def _as_put(words: Sequence[str], start: int) -> Aside | None:
    """Of "as the finance minister put it"."""
    if words[start] != "as":
        return None
    ends = range(start + 2, min(start + _LONGEST, len(words) - 1))
    verb = next((at for at in ends if has_lemma(words[at], _PUT) and words[at + 1] == "it"), None)
    if verb is None or not _COMMAS.isdisjoint(words[start:verb]):
        return None
    if not _closes(words, verb + 2) and words[verb + 2] not in _WHEN:
        return None  # "as parliament put it to a vote"
    end = next((at for at in range(verb, len(words)) if words[at] in _COMMAS), len(words))
    return end, (verb, verb + 2), (start + 1, verb)


def _way_told(words: Sequence[str], start: int) -> Aside | None:
    """Of "the way the farmers tell it"."""
    if tuple(words[start : start + 2]) != ("the", "way"):
        return None
    ends = range(start + 3, min(start + _LONGEST, len(words) - 1))
    verb = next((at for at in ends if has_lemma(words[at], _TELL) and words[at + 1] == "it"), None)
    if verb is None or not _closes(words, verb + 2):
        return None
    return verb + 2, (verb, verb + 2), (start + 2, verb)


def _closes(words: Sequence[str], at: int) -> bool:
    return at >= len(words) or words[at] in _COMMAS


def _says(words: Sequence[str], part: Words) -> bool:
    return any(word.isalpha() for word in words[slice(*part)])


def _trimmed(words: Sequence[str], first: int, last: int) -> Words:
    while words[first] in _COMMAS:
        first += 1
    while words[last - 1] in _COMMAS:
        last -= 1
    return first, last


def _moved(words: Words, by: int) -> Words:
    return words[0] + by, words[1] + by
