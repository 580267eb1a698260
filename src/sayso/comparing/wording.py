"""What of a claim's words is compared: telling words without their endings, names, numbers, quoted runs,
and whether it says that something is so or is not, and has happened or is to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.codebook.loading import load_codebook
from sayso.comparing.figures import HARMS, Figure, figures
from sayso.lexicon.countries import countries_in
from sayso.lexicon.grammar import words_for
from sayso.lexicon.modality import modifier
from sayso.lexicon.times import time_words
from sayso.text.folding import placed_words
from sayso.text.quotation import quoted_stretches

# A folded word with its half-open characters.
Placed = tuple[str, int, int]

# Shorter runs of quoted words are anybody's: "we will not".
RUN = 4
_BEGINS = re.compile(r"(?:^|[.!?…:]|\n)[\s\"'“”‘’«»(\[]*$")
_LOOK_BACK = 8
# They are in every claim.
_SMALL = frozenset(
    "a an the of in on at to for from by with and or but nor so yet as is are was were be been being am has"
    " have had having do does did done it its he she his her hers him they them their theirs who whom whose"
    " which that this these those there here not no nobody nothing none never any some each every both all"
    " few many much several such other others another same own before after since until into onto over under"
    " out up down off about around against between among through during within without near along across than"
    " then when where while because if whether though although however will would could should may might"
    " must can cannot shall i we you us our your my me what how why said says say saying told tells tell"
    " according also too more most less least very just only even still again now already later earlier ago"
    " unless least almost nearly one yesterday today tomorrow monday tuesday wednesday thursday friday"
    " saturday sunday mr mrs ms dr going plan plans planned overnight new".split()
)  # fmt: skip
# Words are folded, so that "wasn't" is "wasnt".
_NEGATORS = frozenset(
    "no nobody isnt arent wasnt werent aint dont doesnt didnt hasnt havent hadnt wont wouldnt cant couldnt shouldnt"
    " mustnt neednt".split()
)
# Where a clause ends, and with it what is negated.
_MARK = re.compile(r"[.,;:!?…—–\"“”«»]|''|``")
_JOINING = frozenset("and but because while when if unless until although after before since as".split())
# "Not only", "no later than", "little or no", "whether or not": nothing is denied.
# "Going to close" is to come; "went to the mill" is not.
_WALKING = frozenset("go goes went gone".split())
_NO_NEGATION = frozenset("only just until later fewer less more least".split())
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ers", "er", "ies", "ied", "als", "al", "ed", "es", "s",
            "e", "y")  # fmt: skip
_NAME_ENDINGS = ("ians", "ian", "ans", "ese", "an", "ia", "a", "i")
_SHORTEST = 3
_VOWELS = frozenset("aeiou")
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a claim as they are compared.

    Attributes:
        tokens: telling words without their endings.
        names: those of them that are names, where capitals tell so.
        deeds: for each telling word that names a deed, the deeds of the codebook that it may name.
        figures: numbers with what they count.
        quoted: runs of RUN words in quotation marks.
        runs: runs of RUN words, quoted or not.
        negated: those of its telling words of which it says that it is not so: that stand in one clause with
            a negator.
        coming: whether it tells of what is to come.
        days: weekdays and months that it names.
    """

    tokens: frozenset[str]
    names: frozenset[str]
    deeds: dict[str, frozenset[str]]
    figures: tuple[Figure, ...]
    quoted: frozenset[str]
    runs: frozenset[str]
    negated: frozenset[str]
    coming: bool
    days: frozenset[str]


@lru_cache(maxsize=1 << 16)
def wording(content: str) -> Wording:
    """The same for the same words, kept."""
    placed = placed_words(content)
    words = [word for word, _, _ in placed]
    found = list(_tokens(content, placed))
    tokens = frozenset(token for token, _, _ in found)
    negated = _negated(content, placed)
    return Wording(
        tokens=tokens,
        names=frozenset(token for token, is_name, _ in found if is_name),
        deeds={token: deeds for token in tokens if (deeds := _deeds(token))},
        figures=figures(content),
        quoted=frozenset(_quoted(content, placed)),
        runs=frozenset(_runs(words)),
        negated=frozenset(token for token, _, at in found if at in negated),
        coming=is_coming(words),
        days=frozenset(word for word in words if _is_day(word)),
    )


def telling_words(content: str) -> list[str]:
    """The folded words that tell what a claim is about: names first, then the longest; each once."""
    placed = [each for each in placed_words(content) if _tells(each[0])]
    named = [word for word, start, _ in placed if _is_name(content, start)]
    return list(dict.fromkeys((*named, *sorted((word for word, _, _ in placed), key=lambda w: (-len(w), w)))))


def negators(words: Sequence[str]) -> Iterator[int]:
    """The places of the words that negate."""
    for at, word in enumerate(words):
        before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
        if word in _negating() and after not in _NO_NEGATION and before != "or":
            yield at


@cache
def _negating() -> frozenset[str]:
    return frozenset(words_for("negators")) | _NEGATORS


def is_coming(words: Sequence[str]) -> bool:
    """Whether folded words tell of what is to come: "will", "would", "plans to"."""
    return next(comings(words), None) is not None


def comings(words: Sequence[str]) -> Iterator[int]:
    """The places of the words that say that something is to come."""
    for at, word in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) else ""
        if _plans(word, "modal") or (after == "to" and _plans(word, "verb")):
            yield at


@lru_cache(maxsize=1 << 14)
def _is_day(word: str) -> bool:
    known = time_words().get(word)
    return known is not None and known.kind in ("weekday", "month")


@lru_cache(maxsize=1 << 14)
def _plans(word: str, kind: str) -> bool:
    found = modifier(word, "modal" if kind == "modal" else "verb")
    return found is not None and found.effect == "planned" and word not in _WALKING


def _tokens(content: str, placed: Sequence[Placed]) -> Iterator[tuple[str, bool, int]]:
    """(word without its endings, whether it is a name, place) of each telling word."""
    codes = _codes(content, placed)
    for at, (word, start, _) in enumerate(placed):
        if not _tells(word):
            continue
        capital = content[start].isupper()
        token = codes.get(at) or _token(word, capital)
        yield token, at in codes or (capital and not _begins(content, start)), at


def _negated(content: str, placed: Sequence[Placed]) -> frozenset[int]:
    """The places of the words that stand in a clause with a negator; two negators in one cancel each other."""
    words = [word for word, _, _ in placed]
    negating = set(negators(words))
    found: set[int] = set()
    clause: list[int] = []
    for at, (word, start, _) in enumerate(placed):
        if at and (word in _JOINING or _MARK.search(content, placed[at - 1][2], start)):
            found.update(clause if len(negating.intersection(clause)) % 2 else ())
            clause = []
        clause.append(at)
    found.update(clause if len(negating.intersection(clause)) % 2 else ())
    return frozenset(found)


def _codes(content: str, placed: Sequence[Placed]) -> dict[int, str]:
    """For words that name a country or its people, its code."""
    raw = [content[start:end] for _, start, end in placed]
    return {
        at: found.code for found in countries_in(raw) if found.code for at in range(found.start, found.end)
    }


def _tells(word: str) -> bool:
    return word not in _SMALL and not word.isdigit() and word not in _NEGATORS


def _is_name(content: str, start: int) -> bool:
    return content[start].isupper() and not _begins(content, start)


def _begins(content: str, start: int) -> bool:
    return _BEGINS.search(content[max(0, start - _LOOK_BACK) : start]) is not None


@lru_cache(maxsize=1 << 16)
def _token(word: str, capital: bool) -> str:
    """A word without its endings; of names the people and the country are one ("Velmorans", "Velmora")."""
    if word in HARMS:
        return HARMS[word]
    if capital:
        ending = next((e for e in _NAME_ENDINGS if word.endswith(e) and len(word) - len(e) > _SHORTEST), "")
        if ending:
            return word.removesuffix(ending)
    return stem(word)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A folded word without its endings: "withdrew", "withdrawal" -> "withdraw"; "closing" -> "clos"."""
    irregular = load_codebook().irregular.get(word)
    base = irregular[0] if irregular else word
    ending = next((each for each in _ENDINGS if _ends(base, each)), "")
    return _DOUBLED.sub(r"\1", base.removesuffix(ending).removesuffix("e"))


def _ends(word: str, ending: str) -> bool:
    """Whether this is an ending of the word: of "used", not of "red", "gas" or "convoy"."""
    rest = word.removesuffix(ending)
    if rest == word or word.endswith("ss") or (ending == "y" and rest[-1:] in _VOWELS):
        return False
    return len(rest) >= (_SHORTEST - 1 if ending in ("ed", "e") else _SHORTEST)


@lru_cache(maxsize=1 << 14)
def _deeds(token: str) -> frozenset[str]:
    return _named_deeds().get(token, frozenset())


@cache
def _named_deeds() -> dict[str, frozenset[str]]:
    """For each word of the codebook without its ending, the types with their modes that it may name."""
    found: dict[str, set[str]] = {}
    for entry in load_codebook().entries:
        if entry.mode is not None and not entry.before:
            found.setdefault(stem(entry.lemma), set()).add(f"{entry.type}/{entry.mode}")
    return {token: frozenset(deeds) for token, deeds in found.items()}


def _quoted(content: str, placed: Sequence[Placed]) -> Iterator[str]:
    for first, last in quoted_stretches(content):
        yield from _runs([word for word, start, end in placed if first <= start and end <= last])


def _runs(words: Sequence[str]) -> Iterator[str]:
    for at in range(len(words) - RUN + 1):
        yield " ".join(words[at : at + RUN])
