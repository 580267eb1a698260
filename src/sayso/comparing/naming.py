"""Whom the words of a source name: a person or an organisation, whose it is, and what it is.

"Sarnovia's foreign minister, Oren Castel": the name Oren Castel, a foreign minister, Sarnovia's. "The
Teverran health ministry": no name, a health ministry, Teverra's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

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
# A study or a poll is no body; whose it is may be one.
PAPERS = frozenset(("document", "poll", "database"))
# "A spokesman for the Callan Front": so far before a name stands what joins it to whose it is.
_NEAR = 3
_NAME_ENDINGS = ("ians", "ian", "ans", "ese", "an", "ia", "n", "a", "e")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who makes a claim, as the words name him.

    Attributes:
        name: folded words of a person's or an organisation's name, in order; empty where none is given.
        owners: whose, or of where: "Teverran", "of Dorsk"; countries as codes.
        roles: what it is, in the singular: "minister", "health", "spokesman".
        body: whether it is a body ("the ministry"), not people without a name.
        held: its name as it stands among the owners of what belongs to it.
        words: folded words of its name, or else of its owners, by which others that name it are found.
        initials: of a name of three words or more.
    """

    name: tuple[str, ...]
    owners: frozenset[str]
    roles: frozenset[str]
    body: bool
    held: frozenset[str]
    words: frozenset[str]
    initials: str

    @property
    def known(self) -> bool:
        """Whether it can be told to be the same at all."""
        return bool(self.name) or (self.body and bool(self.roles))


@lru_cache(maxsize=1 << 16)
def named(text: str) -> Speaker:
    """Whom these words name."""
    if fold(text) in pronouns("singular") | pronouns("plural"):
        return _Namer("").read()
    return _Namer(text).read()


@lru_cache(maxsize=1 << 14)
def singular_role(word: str) -> str:
    """A word for what somebody is, in the singular where the lexicon knows it."""
    agent = agents().get(word)
    return agent.noun if agent is not None else word


@lru_cache(maxsize=1 << 14)
def stem_name(word: str) -> str:
    """A folded name without what makes it a people of it: "sarnovian" and "sarnovia" -> "sarnov"."""
    ending = next((each for each in _NAME_ENDINGS if word.endswith(each)), "")
    return word.removesuffix(ending) if len(word) - len(ending) > 3 else word


class _Namer:
    """One walk over the words that name a speaker."""

    def __init__(self, text: str) -> None:
        self.pieces = [match[0] for match in _PIECE.finditer(text)]
        self.name: tuple[str, ...] = ()
        self.held: frozenset[str] = frozenset()
        self.owners: set[str] = set()
        self.roles: set[str] = set()
        self.words: set[str] = set()
        self.head: str | None = None  # the last word of what it is called first
        self.closed = False

    def read(self) -> Speaker:
        at = 0
        while at < len(self.pieces) and _bare(self.pieces[at]) not in _ASIDE:
            at = self._piece(at)
        initials = "".join(word[0] for word in self.name) if len(self.name) > 2 else ""
        return Speaker(
            name=self.name,
            owners=frozenset(self.owners),
            roles=frozenset(self.roles),
            body=not self.name and _is_body(self.head, owned=bool(self.owners)),
            held=self.held,
            words=frozenset((*self.name, initials) if initials else self.name or self.words),
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
            self.owners |= _keys(run, words)
            self.words.update(words)
        elif self._is_institution(words):
            for word in words:
                self._role(word)
            self.words.update(words)
        elif not self.name:
            self.name, self.held = words, _keys(run, words)
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
        ahead = (_bare(piece) for piece in reversed(self.pieces[max(0, at - _NEAR) : at]))
        before = next((word for word in ahead if word not in _ARTICLES), "")
        after = self.pieces[end] if end < len(self.pieces) else ""
        if _OWNS.search(last) and after[:1].islower():
            return True
        if after[:1].islower() and _bare(after) not in _LINKS | _ASIDE | {"and"}:
            return True
        return before in _LINKS and bool(self.roles)

    def _is_institution(self, words: Sequence[str]) -> bool:
        """Whether none of the words is a name of its own: "Health Ministry", "Police"."""
        return all(word in agents() or word in _office_words() or word in _LINKS for word in words)


def _keys(run: Sequence[str], words: Sequence[str]) -> frozenset[str]:
    """The codes of the countries that a name names, or else its words without what makes a people of them."""
    found = (each.code for each in countries_in([_OWNS.sub("", piece) for piece in run]) if each.code)
    return frozenset(found) or frozenset(stem_name(word) for word in words)


def _bare(piece: str) -> str:
    return _MARKS.sub("", fold(_POSSESSIVE.sub("", piece)))


def _is_body(noun: str | None, *, owned: bool) -> bool:
    """Whether a noun names a body, which is one and the same tomorrow, and not people or any new poll."""
    agent = agents().get(noun or "")
    if agent is None:
        return False
    return agent.kind in ("body", "media") or agent.noun == "police" or (owned and agent.kind in PAPERS)


@cache
def _office_words() -> frozenset[str]:
    """Words that tell what somebody is responsible for: "defence", "interior", "army"."""
    keys = (key for each in ("phrase", "name") for key in table("modifiers")[each])
    return frozenset(word for key in keys for word in key.split()) | {"finance", "water", "chief"}
