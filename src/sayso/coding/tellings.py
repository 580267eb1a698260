"""The places where a document tells of events, with all that their sentences say of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sayso.codebook import Codebook
from sayso.coding.anchoring import Anchor
from sayso.coding.answering import Answer
from sayso.coding.dating import Dating
from sayso.coding.echoing import echoes, is_definite
from sayso.coding.magnitude import Tolls
from sayso.coding.merging import ECHO, OPEN, Telling, anchor_names
from sayso.coding.partaking import Partaking
from sayso.coding.placing import Placing
from sayso.coding.presenting import present
from sayso.coding.roles import Roles, Taker
from sayso.lexicon.words import plain
from sayso.linguistics.coreference import Coreference
from sayso.linguistics.syntax import Syntax
from sayso.schema.analysis import Analysis
from sayso.schema.document import Document

_HEADLINES = ("headline", "summary")
# Where nothing happens: names of authors and buttons.
_NO_EVENTS = ("byline", "dateline", "boilerplate", "caption")
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
# The kind of event that anybody answers for.
_VIOLENT = "material conflict"
# "Killed in a strike" is one event, "killed after a strike" two; so far up the tree one is part of the other.
_INSIDE = ("obl", "nmod", "advcl", "xcomp", "obj")
_APART = frozenset(
    "after before since following because over despite until without against if unless while when as".split()
)
_NEAREST = 2


class Tellings:
    """Where and how one document tells of its events.

    Attributes:
        roles: who takes part where.
        dating: the times of the document.
    """

    def __init__(
        self,
        document: Document,
        analysis: Analysis,
        coreference: Coreference,
        partaking: Partaking,
        *,
        codebook: Codebook,
        syntax: Syntax,
    ) -> None:
        self._analysis = analysis
        self._syntax = syntax
        self._codebook = codebook
        self._partaking = partaking
        self.roles = Roles(analysis, syntax, coreference, codebook)
        self.dating = Dating(document, analysis, syntax)
        self._placing = Placing(analysis, syntax, coreference)
        self._tolls = Tolls(syntax)
        self._passages = [(p.start, p.kind) for p in document.passages]

    def of(self, anchors: Sequence[Anchor]) -> list[Telling]:
        """The tellings in reading order, as `anchors` are."""
        counted = [anchor for anchor in anchors if self._passage(anchor.word) not in _NO_EVENTS]
        told = (*self._tellings(counted), *self._echoes(counted))
        return sorted(told, key=lambda telling: telling.anchor.word)

    def _passage(self, word: int) -> str:
        """The kind of passage that a word stands in."""
        at = bisect_right(self._passages, int(self._analysis.starts[word]), key=lambda p: p[0]) - 1
        return self._passages[at][1] if at >= 0 else "body"

    def _tellings(self, anchors: Sequence[Anchor]) -> Iterator[Telling]:
        sentences = [self._sentence(anchor.word) for anchor in anchors]
        for anchor, sentence in zip(anchors, sentences, strict=True):
            answer = self.roles.answer(anchor.word)
            yield self._telling(anchor, answer, sentence, self._others(anchor, sentence, anchors, sentences))

    def _telling(
        self, anchor: Anchor, answer: Answer | None, sentence: int, others: Sequence[int]
    ) -> Telling:
        actors, recipients = self.roles.of(anchor.word, anchor.trigger, answer)
        effect = present(self._analysis, self._syntax, anchor.word).effect
        chain = self._partaking.chain(anchor.word)
        return Telling(
            anchor=anchor,
            actors=tuple(actors),
            recipients=tuple(recipients),
            who=(self._keys(actors, anchor), self._keys(recipients, anchor)),
            date=self.dating.of(anchor.word, sentence, others, future=effect == "planned"),
            effect=effect,
            presented=present(
                self._analysis,
                self._syntax,
                anchor.word,
                cues=[one.cue for one in chain if one.cue is not None],
                denied=bool(chain) and chain[0].attitude == "denial",
            ),
            place=self._placing.of(anchor.word, sentence, others),
            names=anchor_names(self._analysis.word(anchor.word)),
            definite=self._is_definite(anchor.word),
            part_of=self._part_of(anchor.word, others),
            headline=self._passage(anchor.word) in _HEADLINES,
            magnitude=self._tolls.of(anchor.word, others),
            sentence=sentence,
            answer=answer,
            called=(self._called(actors), self._called(recipients)),
            violent=bool(anchor.type) and self._codebook.quad(anchor.type) == _VIOLENT,
        )

    def _echoes(self, anchors: Sequence[Anchor]) -> Iterator[Telling]:
        """Tellings of who did "this crime" or "the incident", which an earlier one has to be found for."""
        violent = [anchor.word for anchor in anchors if self._codebook.quad(anchor.type) == _VIOLENT]
        taken = {anchor.word for anchor in anchors}
        for word in echoes(self._syntax, taken) if violent else ():
            told = word > violent[0] and self._passage(word) not in (*_NO_EVENTS, *_HEADLINES)
            answer = self.roles.answer(word) if told else None
            if answer is None or answer.cue is None:
                continue
            sentence = self._sentence(word)
            others = [anchor.word for anchor in anchors if self._sentence(anchor.word) == sentence]
            telling = self._telling(Anchor(word, ECHO, 0.0, None), answer, sentence, others)
            if telling.part_of is not None or is_definite(self._syntax, word):
                yield telling

    def _sentence(self, word: int) -> int:
        return int(self._analysis.sentences[:, 0].searchsorted(word, side="right")) - 1

    def _is_definite(self, word: int) -> bool:
        """Whether a noun stands with "the" or "this" and with nothing that would tell it from another."""
        determiners = self._syntax.dependents(word, "det")
        others = self._syntax.dependents(word, "nmod", "amod", "compound", "acl", "nummod")
        known = any(plain(self._analysis.word(d)) in _DEFINITE for d in determiners)
        return self._analysis.upos[word] == "NOUN" and known and not others

    def _part_of(self, word: int, others: Sequence[int]) -> int | None:
        """The event of the same sentence that a word is a part of, by its place in the tree.

        "Shelled the port, killing nine"; "was killed in a strike"; "will gather for talks".
        """
        node = word
        for _ in range(_NEAREST):
            relation = self._syntax.relation(node)
            head = self._syntax.head(node)
            if relation not in _INSIDE or head < 0 or not self._is_inside(node):
                return None
            if head in others:
                return head
            node = head
        return None

    def _is_inside(self, word: int) -> bool:
        """Whether nothing sets a phrase apart from what it hangs on: a subject, "after", "because of"."""
        marks = [plain(self._analysis.word(w)) for w in self._syntax.dependents(word, "case", "mark")]
        return not self._syntax.dependents(word, "nsubj") and _APART.isdisjoint(marks)

    def _others(
        self, anchor: Anchor, sentence: int, anchors: Sequence[Anchor], sentences: Sequence[int]
    ) -> list[int]:
        """The words of the other events of a sentence."""
        begin, end = bisect_left(sentences, sentence), bisect_right(sentences, sentence)
        return [other.word for other in anchors[begin:end] if other is not anchor]

    def _called(self, takers: Sequence[Taker]) -> frozenset[str]:
        return frozenset(name for taker in takers for name in anchor_names(self._analysis.word(taker.head)))

    def _keys(self, takers: Sequence[Taker], anchor: Anchor) -> frozenset[str]:
        """Who takes part, as far as two tellings can be compared."""
        return frozenset(self._key(taker, anchor) for taker in takers)

    def _key(self, taker: Taker, anchor: Anchor) -> str:
        role = self._partaking.role(taker, anchor.word)
        if role.entity is not None:
            return role.entity
        text = (role.resolved.text if role.resolved else role.text).casefold()
        return text if role.resolved or self.roles.agency.is_told(taker.head) else OPEN + text
