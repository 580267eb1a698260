"""Who makes a claim, by the words that name him: the same person or body under a fuller or a shorter name.

"Defence Minister Ilan Marsh", "Marsh" and "Ilan Marsh, who leads the inquiry" name one; "Teo Marsh" is another.
A body is named by what it is and whose it is: "the Teverran health ministry", "Teverra's health ministry".
People without a name are never told to be one person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from sayso.comparing.statement import Statement
from sayso.lexicon.agents import agents
from sayso.lexicon.countries import countries_in
from sayso.lexicon.table import table
from sayso.lexicon.wording import pronouns, titles
from sayso.text.folding import fold

_PIECE = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*(?:['’](?:s\b)?|\.)?|[,;()–—]")
_OWNS = re.compile(r"(?:['’]s?|s['’])$")
_POSSESSIVE = re.compile(r"['’]s$")
_MARKS = re.compile(r"['’.]")
# What follows tells of somebody who has been named: "Ilan Marsh, who leads the inquiry".
_ASIDE = frozenset("who whom whose which that told speaking citing".split())
_ARTICLES = frozenset("a an the its his her their our this that one two three four several many some".split())
_LINKS = frozenset("of for in at from by with to on near under behind inside".split())
_PARTICLES = frozenset("de da di al el bin ibn van von der la le du dos abu".split())
_SUFFIXES = frozenset("jr sr junior senior ii iii iv".split())
# Who speaks for a body or a state has no other voice than its own.
_VOICES = frozenset(
    "spokesman spokeswoman spokesperson spokespeople representative statement government state official".split()
)
_PAPERS = frozenset(("document", "poll", "database"))
_FULLER, _SHORTER, _FIRST, _SPEAKS_FOR, _BODY, _ROLE = 0.95, 0.9, 0.7, 0.8, 0.8, 0.6
_ONE_SIDE = 0.75


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who makes a claim, as the words name him.

    Attributes:
        name: folded words of a person's or an organisation's name, in order; empty where none is given.
        owners: whose, or of where: "Teverran", "of Dorsk"; countries as codes.
        roles: what it is, in the singular: "minister", "health", "spokesman".
        body: whether it is a body ("the ministry"), not people without a name.
        words: folded words by which a name or an owner is found.
    """

    name: tuple[str, ...]
    owners: frozenset[str]
    roles: frozenset[str]
    body: bool
    words: frozenset[str]
    initials: str = field(default="")

    @property
    def known(self) -> bool:
        """Whether it can be told to be the same at all."""
        return bool(self.name) or (self.body and bool(self.roles))


@lru_cache(maxsize=1 << 16)
def speaker(statement: Statement) -> Speaker:
    """Who makes a statement; nobody is known where it is the author's own, or a pronoun's."""
    return named(statement.name or statement.speaker or "")


@lru_cache(maxsize=1 << 16)
def named(text: str) -> Speaker:
    """Whom these words name."""
    if fold(text) in pronouns("singular") | pronouns("plural"):
        return Speaker((), frozenset(), frozenset(), False, frozenset())
    return _Namer(text).read()


def same_name(a: Speaker, b: Speaker) -> float:
    """How sure two are the same by their names alone: 0-1, and 0 where nothing tells."""
    if a.name and b.name:
        return _same_words(a, b)
    if a.name or b.name:
        full, bare = (a, b) if a.name else (b, a)
        return _behind(full, bare)
    return _same_body(a, b)


def _same_words(a: Speaker, b: Speaker) -> float:
    """How sure two names are one: whole, without the given name, by the first word, by initials."""
    if a.name == b.name:
        return 1.0
    short, long = sorted((a, b), key=lambda each: (len(each.name), each.name))
    if _SUFFIXES.intersection(short.name) != _SUFFIXES.intersection(long.name):
        return 0.0
    if len(short.name) == 1:
        return _by_one(short.name[0], long)
    return _FULLER if _shortened(short.name, long.name) else 0.0


def _shortened(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether words were left out or cut to initials, but not the last one of a person's or the first ones."""
    if tuple(short) == tuple(long[: len(short)]):
        return True
    rest = iter(long)
    return short[-1] == long[-1] and all(any(_same_given(word, each) for each in rest) for word in short)


def _by_one(word: str, long: Speaker) -> float:
    if word == long.name[-1]:
        return _SHORTER
    if word == long.initials:
        return _SHORTER
    return _FIRST if word == long.name[0] and len(long.name) > 1 else 0.0


def _same_given(a: str, b: str) -> bool:
    return a == b or (a[0] == b[0] and min(len(a), len(b)) == 1)


def _may_share(a: frozenset[str], b: frozenset[str]) -> bool:
    return not a or not b or not a.isdisjoint(b)


def _behind(full: Speaker, bare: Speaker) -> float:
    """A name against words without one: who speaks for it, or the office that it holds."""
    held = {stem_name(word) for word in full.name}
    if held <= bare.owners and not bare.roles - _voices():
        return _SPEAKS_FOR
    offices = bare.roles - _voices()
    if offices and offices <= full.roles and full.owners & bare.owners:
        return _ROLE
    return 0.0


def _same_body(a: Speaker, b: Speaker) -> float:
    """Bodies without a name: the same by what they are and whose they are."""
    if not (a.body and b.body and a.roles and b.roles):
        return 0.0
    mine, theirs = a.roles - _voices() or a.roles, b.roles - _voices() or b.roles
    if not (mine <= theirs or theirs <= mine) or not _may_share(a.owners, b.owners):
        return 0.0
    whole = mine == theirs and bool(a.owners) == bool(b.owners)
    return _BODY if whole else _BODY * _ONE_SIDE


@cache
def _voices() -> frozenset[str]:
    """Roles that have no voice of their own: a spokesman's, a government's, a study's is that of its owner."""
    papers = {each.noun for each in agents().values() if each.kind in _PAPERS}
    return frozenset(singular_role(word) for word in _VOICES) | papers


@lru_cache(maxsize=1 << 14)
def singular_role(word: str) -> str:
    """A word for what somebody is, in the singular where the lexicon knows it."""
    agent = agents().get(word)
    return agent.noun if agent is not None else word


@lru_cache(maxsize=1 << 14)
def stem_name(word: str) -> str:
    """A folded name without what makes it a people of it: "sarnovian" and "sarnovia" -> "sarnov"."""
    ending = next(
        (e for e in ("ians", "ian", "ans", "ese", "an", "ia", "n", "a", "e") if word.endswith(e)), ""
    )
    return word.removesuffix(ending) if len(word) - len(ending) > 3 else word


class _Namer:
    """One walk over the words that name a speaker."""

    def __init__(self, text: str) -> None:
        self.pieces = [match[0] for match in _PIECE.finditer(text)]
        self.names: list[tuple[str, ...]] = []
        self.owners: set[str] = set()
        self.roles: set[str] = set()
        self.words: set[str] = set()
        self.head: str | None = None  # the last word of what it is called first
        self.closed = False

    def read(self) -> Speaker:
        at = 0
        while at < len(self.pieces) and _bare(self.pieces[at]) not in _ASIDE:
            at = self._piece(at)
        name = self.names[0] if self.names else ()
        self.words.update(name)
        initials = "".join(word[0] for word in name) if len(name) > 2 else ""
        return Speaker(
            name=name,
            owners=frozenset(self.owners),
            roles=frozenset(self.roles),
            body=not name and _is_body(self.head, owned=bool(self.owners)),
            words=frozenset(self.words | ({initials} if initials else set())),
            initials=initials,
        )

    def _piece(self, at: int) -> int:
        """Takes in what begins at `at`; the place behind it."""
        piece = self.pieces[at]
        bare = _bare(piece)
        if not piece[0].isalnum() or bare in _LINKS:
            self.closed = self.head is not None
            return at + 1
        if bare in _ARTICLES:
            return at + 1
        if piece[0].isupper() and not self._is_office(at):
            return self._run(at)
        self._role(bare)
        return at + 1

    def _is_office(self, at: int) -> bool:
        """Whether a capital is that of a title, or of the first word of a sentence: "Police", "Officials"."""
        bare = _bare(self.pieces[at])
        if bare in titles() or f"{bare}." in titles():
            return True
        return bare in agents() or bare in _office_words()

    def _role(self, bare: str) -> None:
        if bare in titles() and bare not in agents():
            return
        self.roles.add(singular_role(bare))
        if not self.closed:
            self.head = bare

    def _run(self, at: int) -> int:
        """A name from `at` on: that of the speaker, or of whom or where it belongs to."""
        end = at
        while end < len(self.pieces) and self._goes_on(end, at):
            end += 1
            if _OWNS.search(self.pieces[end - 1]) and not self._capital(end):
                break
        run = self.pieces[at:end]
        words = tuple(word for piece in run if (word := _bare(piece)) not in _LINKS)
        if self._belongs(at, end, run[-1]):
            self._own(run, words)
        elif self._is_institution(words):
            for word in words:
                self._role(word)
            self.words.update(words)
        else:
            self.names.append(words)
        return end

    def _goes_on(self, at: int, start: int) -> bool:
        piece = self.pieces[at]
        if piece[0].isupper() or piece[0].isdigit():
            return True
        between = at > start and self._capital(at + 1)
        return between and (
            _bare(piece) in _PARTICLES or (_bare(piece) in ("of", "and", "for") and at - start >= 1)
        )

    def _capital(self, at: int) -> bool:
        return at < len(self.pieces) and self.pieces[at][0].isupper()

    def _belongs(self, at: int, end: int, last: str) -> bool:
        """Whether a name only says whose or where: "Teverra's …", "… of Dorsk", "the Teverran …"."""
        before = _bare(self.pieces[at - 1]) if at else ""
        after = self.pieces[end] if end < len(self.pieces) else ""
        if _OWNS.search(last) and after[:1].islower():
            return True
        if after[:1].islower() and _bare(after) not in _LINKS | _ASIDE | {"and"}:
            return True
        return before in _LINKS and bool(self.roles)

    def _own(self, run: Sequence[str], words: Sequence[str]) -> None:
        codes = {found.code for found in countries_in([_OWNS.sub("", piece) for piece in run]) if found.code}
        self.owners |= codes or {stem_name(word) for word in words}
        self.words.update(words)

    def _is_institution(self, words: Sequence[str]) -> bool:
        """ "Health Ministry", "Police": words of which none is a name of its own."""
        return all(word in agents() or word in _office_words() or word in _LINKS for word in words)


def _bare(piece: str) -> str:
    return _MARKS.sub("", fold(_POSSESSIVE.sub("", piece)))


def _is_body(noun: str | None, *, owned: bool) -> bool:
    """Whether a noun names a body, which is one and the same tomorrow, and not people or any new poll."""
    agent = agents().get(noun or "")
    if agent is None:
        return False
    return agent.kind in ("body", "media") or agent.noun == "police" or (owned and agent.kind in _PAPERS)


@cache
def _office_words() -> frozenset[str]:
    """Words that tell what somebody is responsible for: "defence", "interior", "army"."""
    keys = (key for each in ("phrase", "name") for key in table("modifiers")[each])
    return frozenset(word for key in keys for word in key.split()) | {"finance", "water", "chief"}


def words_of_speaker(statement: Statement) -> Iterator[str]:
    """Folded words by which others that name the same speaker are found."""
    yield from sorted(speaker(statement).words)
