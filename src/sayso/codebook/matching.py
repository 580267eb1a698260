"""Whether a trigger's conditions hold among the words around it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.codebook.trigger import Trigger

# Words between a verb and its particle: "laid all of their heavy arms down".
PARTICLE_REACH = 6
# Words between a verb and its object's head, either side: "sanctions, in force since May, were lifted".
OBJECT_REACH = 10
# How close a word stands that makes the trigger something else: "heart attack", "strike a deal".
UNLESS_REACH = 3
# How far from the head any condition looks.
REACH = 12

Words = Sequence[Sequence[str]]


def fits(trigger: Trigger, words: Words, at: int) -> bool:
    """Whether everything the trigger asks for stands around `at`; each word is given as its lemmas."""
    return (
        _precede(trigger.before, words, at)
        and _follow(trigger, words, at)
        and (not trigger.objects or _is_near(trigger.objects, words, at, OBJECT_REACH))
        and not _is_near(trigger.unless, words, at, UNLESS_REACH)
    )


def _precede(before: Sequence[str], words: Words, at: int) -> bool:
    start = at - len(before)
    return start >= 0 and all(wanted in words[start + n] for n, wanted in enumerate(before))


def _follow(trigger: Trigger, words: Words, at: int) -> bool:
    """Whether the particle stands right behind a noun, or behind a verb with its object between."""
    if not trigger.particle:
        return True
    reach = PARTICLE_REACH if trigger.kind == "verb" else 0
    return any(_is_at(trigger.particle, words, at + 1 + skip) for skip in range(reach + 1))


def _is_at(phrase: Sequence[str], words: Words, at: int) -> bool:
    return at + len(phrase) <= len(words) and all(wanted in words[at + n] for n, wanted in enumerate(phrase))


def _is_near(wanted: frozenset[str], words: Words, at: int, reach: int) -> bool:
    start, end = max(0, at - reach), at + reach + 1
    return any(not wanted.isdisjoint(lemmas) for n, lemmas in enumerate(words[start:end], start) if n != at)
