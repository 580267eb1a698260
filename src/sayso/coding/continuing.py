"""Where somebody's account goes on in sentences that do not say so: "The mayor said gunmen had come on
motorcycles. They dragged two nurses into a van."
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from sayso.coding.forms import is_form
from sayso.coding.standing import Stands
from sayso.lexicon.agents import agents
from sayso.lexicon.words import is_past_form, lemmas, plain
from sayso.linguistics.agreement import FIRST_PLURAL, FIRST_SINGULAR, THIRD_PERSON
from sayso.linguistics.coreference import Coreference
from sayso.linguistics.modality import level
from sayso.linguistics.operators import beside
from sayso.linguistics.syntax import Syntax
from sayso.linguistics.times import TimeExpression, resolve
from sayso.schema.analysis import Analysis
from sayso.schema.attribution import Attribution
from sayso.schema.span import Span
from sayso.text.paragraphs import paragraphs
from sayso.text.quotation import Quoted

Chain = tuple[Attribution, ...]

_PAST = frozenset(("had", "was", "were", "did"))
# Verbs whose past is written as their present.
_UNCHANGED = frozenset(
    "hit put set cut shut let beat hurt burst spread split read shed thrust cast quit".split()
)
# Who tells in these words tells at length, though what comes with them is no clause: "the report describes a
# four-day sweep", "a neighbour testified otherwise".
_RECOUNTING = frozenset("describe detail document recount relate chronicle depict testify".split())
# What those can do of whom an account tells, in a sentence that goes on with it: "they threatened to".
_OWN = frozenset(("intention", "demand", "knowledge", "belief", "question"))
# Acts that somebody may have seen; others are done on the record.
_SEEN = frozenset(("ASSAULT", "COERCE", "RETREAT", "MOBILIZE"))
_SOME = frozenset("one another other others some both all each most none two three".split())
_NOBODY = frozenset(("no", "nobody", "none", "neither"))
# Whoever does this answers the account: "the army rejected the claim and shelled the town".
_ANSWERING = frozenset(
    "reject deny dismiss dispute refute rebut repudiate contradict disprove disavow condemn confirm".split()
)
# Where the author weighs it: "In fact", "satellite images proved the contrary", "that was a lie".
_WEIGHED = frozenset(
    "fact contrary otherwise lie lied untrue false actually however nevertheless instead".split()
)
# Public bodies act on the record: "The court sentenced him" is the author's, whoever was told of before.
_PUBLIC = frozenset(
    ("government", "political", "intergovernmental", "business", "media", "academic", "union")
)
_UNIFORMED = frozenset(("police", "officer", "guard", "policeman", "policewoman", "constable", "trooper"))
# An author who sets the time starts anew: "In 2018 the same gang abducted a bishop". "A week later" and "at
# dawn" go on: without a day told before nobody could tell when that is, whatever day this is.
_ANY_DAY = date(2000, 1, 15)


class Continuing:
    """The sentences of one document that go on with the account of the sentence before.

    Args:
        around: the attributions around a word, innermost first.
        times: the time expressions of the document.
        quoted: what of it is quoted.
    """

    def __init__(
        self,
        analysis: Analysis,
        syntax: Syntax,
        coreference: Coreference,
        *,
        around: Callable[[int], Chain],
        times: Sequence[TimeExpression],
        quoted: Quoted,
    ) -> None:
        self._analysis = analysis
        self._syntax = syntax
        self._coreference = coreference
        self._around = around
        self._times = times
        self._quoted = quoted

    def chain(self, word: int, kind: str) -> Chain:
        """Through whose hands the account comes that the sentence of a word goes on with, innermost first;
        nobody's where the sentence is the author's.

        Args:
            kind: of the event that the word names. What is done on the record by somebody of whom the account
                does not tell is the author's: "The league banned the club".
        """
        sentence = int(self._analysis.sentences[:, 0].searchsorted(word, side="right")) - 1
        first, last = self._analysis.sentences[sentence].tolist()
        account = self._accounts[sentence]
        if account and kind not in _SEEN and not self._is_tied(first, last, account[0]):
            return ()
        return account

    @cached_property
    def _accounts(self) -> list[Chain]:
        found: list[Chain] = []
        account: Chain = ()
        for number, (first, last) in enumerate(self._analysis.sentences.tolist()):
            if number and self._is_parted(first):
                account = ()
            if account and not self._goes_on(first, last, account[0]):
                account = ()
            found.append(account)
            account = self._told(first, last) or account
        return found

    @cached_property
    def _paragraphs(self) -> list[int]:
        return [start for start, _ in paragraphs(self._analysis.text)]

    def _is_parted(self, first: int) -> bool:
        before, begins = (int(self._analysis.starts[at]) for at in (first - 1, first))
        return bisect_right(self._paragraphs, before) < bisect_right(self._paragraphs, begins)

    def _told(self, first: int, last: int) -> Chain:
        """Through whose hands it comes what a sentence tells of the past; of several the last."""
        found: Chain = ()
        for at in range(first, last):
            chain = self._around(at)
            if chain and chain != found and self._is_account(chain, at):
                found = chain
        return found

    def _is_account(self, chain: Chain, word: int) -> bool:
        """Whether somebody else's words tell what happened, by one of them."""
        cue = chain[0].cue
        if cue is None or chain[0].source.span is None:
            return False
        if any(one.attitude != "assertion" or one.cue is None for one in chain):
            return False
        if self._quoted.holds(int(self._analysis.starts[word])):
            return False
        # also in "it was the guards who attacked", which hangs as a relative clause
        if self._analysis.upos[word] == "VERB" and self._is_past(word):
            # "The minister said that nobody was killed" tells nothing that could go on
            return not self._is_negated(word)
        return not _RECOUNTING.isdisjoint(lemmas(plain(cue.text)))

    def _is_negated(self, word: int) -> bool:
        subjects = self._syntax.dependents(word, "nsubj")
        # the tree may hang "no" of "no civilians were killed" on the verb
        near = {self._text(at) for at in (*subjects, *self._syntax.dependents(word, "mark"))}
        near |= {self._text(at) for one in subjects for at in self._syntax.dependents(one, "det")}
        beside_it = level(beside(self._syntax, word))
        return not near.isdisjoint(_NOBODY) or any(one.effect == "negated" for one in beside_it)

    def _goes_on(self, first: int, last: int, account: Attribution) -> bool:
        roots = [at for at in range(first, last) if self._syntax.head(at) < 0]
        if not roots or not self._is_past(roots[0]) or self._is_answer(first, last, roots[0]):
            return False
        subjects = self._syntax.dependents(roots[0], "nsubj")
        own = {one.id: one for at in range(first, last) for one in self._around(at)}
        if own and not (subjects and self._are_of_whom_it_tells(list(own.values()), subjects[0], account)):
            return False
        if subjects and not self._is_of_the_account(subjects[0], account, sees=bool(own)):
            return False
        return not self._is_dated(first, last)

    def _is_answer(self, first: int, last: int, root: int) -> bool:
        """Whether somebody answers the account, or the author weighs it or asks."""
        words = {self._text(at) for at in range(first, last)}
        return "?" in words or not words.isdisjoint(_WEIGHED) or is_form(self._text(root), _ANSWERING)

    def _are_of_whom_it_tells(self, own: Sequence[Attribution], subject: int, account: Attribution) -> bool:
        """Whether what is said in a sentence is what a pronoun, its subject, wants or sees.

        Who tells the account may have seen it; what they want besides is told by the author.
        """
        wants = ("knowledge",) if self._may_be_source(subject, account) else _OWN
        return self._text(subject) in THIRD_PERSON and all(
            one.attitude in wants
            and one.source.span is not None
            and self._analysis.within(one.source.span)[0] == subject
            for one in own
        )

    def _is_past(self, word: int) -> bool:
        # "their version is that the army attacked": the copula is that of the clause above
        helping = ("aux",) if self._analysis.upos[word] == "VERB" else ("aux", "cop")
        helpers = [self._text(c) for c in self._syntax.dependents(word, *helping)]
        if helpers:
            return helpers[0] in _PAST
        text = self._text(word)
        if self._syntax.relation(word) == "conj" and not self._syntax.dependents(word, "nsubj"):
            return self._is_past(self._syntax.head(word))
        return text in _UNCHANGED or is_past_form(text)

    def _is_dated(self, first: int, last: int) -> bool:
        return bisect_left(self._dated, first) < bisect_left(self._dated, last)

    @cached_property
    def _dated(self) -> list[int]:
        return [one.first for one in self._times if resolve(one, _ANY_DAY).precision != "unknown"]

    def _is_of_the_account(self, subject: int, account: Attribution, *, sees: bool) -> bool:
        """Whether a subject may be of those whom an account tells of; who tells it only where they see it."""
        text = self._text(subject)
        if text in FIRST_SINGULAR or text in FIRST_PLURAL or self._analysis.upos[subject] == "PROPN":
            return False
        if text in THIRD_PERSON:
            return sees or not self._may_be_source(subject, account)
        agent = agents().get(text)
        public = agent is not None and agent.affiliation in _PUBLIC and agent.noun not in _UNIFORMED
        return not public or self._is_named_in(text, account)

    def _is_tied(self, first: int, last: int, account: Attribution) -> bool:
        """Whether the subject of a sentence stands for somebody of whom an account tells."""
        roots = [at for at in range(first, last) if self._syntax.head(at) < 0]
        subjects = self._syntax.dependents(roots[0], "nsubj")
        if not subjects:
            return True
        text = self._text(subjects[0])
        return text in THIRD_PERSON or text in _SOME or self._is_named_in(text, account)

    def _is_named_in(self, noun: str, account: Attribution) -> bool:
        words = (at for span in account.content for at in range(*self._analysis.within(span)))
        return any(self._text(at) == noun for at in words)

    def _may_be_source(self, pronoun: int, account: Attribution) -> bool:
        """Whether a pronoun stands for who tells the account, or for nobody known and would fit them."""
        source = account.source.span
        if source is None:
            return False
        meant = self._coreference.resolve((pronoun, pronoun + 1))
        if meant is None:
            return self._coreference.may_stand_for(pronoun, self._analysis.within(source))
        return self._syntax.top(meant) == self._top(source)

    def _top(self, span: Span) -> int:
        return self._syntax.top(self._analysis.within(span))

    def _text(self, word: int) -> str:
        return plain(self._analysis.word(word))


def continued(verdict: Stands) -> Stands:
    """A verdict by the cue of an account that goes on, which says so: the words themselves hold no cue."""
    why = (replace(reason, kind="account") if reason.kind == "cue" else reason for reason in verdict.why)
    return replace(verdict, why=tuple(why))
