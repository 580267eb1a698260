"""What is said to have happened: from the analysis and the attributions to events."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.codebook import Codebook
from sayso.coding.admitting import Admitting
from sayso.coding.anchoring import Anchor, find_anchors
from sayso.coding.chains import Chains
from sayso.coding.dating import Dating
from sayso.coding.denying import Denials
from sayso.coding.magnitude import Tolls
from sayso.coding.merging import Telling, anchor_names, groups
from sayso.coding.placing import Placing
from sayso.coding.presenting import present
from sayso.coding.roles import Roles, Taker
from sayso.coding.standing import Presented, Stands, stands
from sayso.lexicon.words import plain
from sayso.linguistics.coreference import Coreference
from sayso.linguistics.syntax import Syntax, Words
from sayso.schema.analysis import Analysis
from sayso.schema.attribution import Attribution
from sayso.schema.document import Document
from sayso.schema.event import Event, Magnitude, Reason, Role
from sayso.schema.span import Span
from sayso.text.quotation import quoted_stretches

# From here on a word may be somebody else's for all that the encoder sees: a fact that is taken for an
# allegation does less harm than the reverse.
HEARD = 0.15
# Where nothing happens: names of authors and buttons.
_NO_EVENTS = ("byline", "dateline", "boilerplate", "caption")
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_HEADLINES = ("headline", "summary")
# "Killed in a strike" is one event, "killed after a strike" two; so far up the tree one is part of the other.
_INSIDE = ("obl", "nmod", "advcl", "xcomp", "obj")
_APART = frozenset(
    "after before since following because over despite until without against if unless while when as".split()
)
_NEAREST = 2
# Words around an anchor that may tell its mode and contexts.
_REACH = 12


class Coding:
    """The events of one document.

    Args:
        attributions: of the document, nested ones too.
        coreference: tells who the participants are.
    """

    def __init__(
        self,
        document: Document,
        analysis: Analysis,
        attributions: Sequence[Attribution],
        coreference: Coreference,
        *,
        codebook: Codebook,
        syntax: Syntax,
    ) -> None:
        self._document = document
        self._analysis = analysis
        self._syntax = syntax
        self._coreference = coreference
        self._codebook = codebook
        self._chains = Chains(attributions)
        self._denials = Denials(attributions, syntax, coreference)
        self._roles = Roles(analysis, syntax, coreference)
        self._admitting = Admitting(syntax, coreference)
        self._dating = Dating(document, analysis, syntax)
        self._placing = Placing(analysis, syntax, coreference)
        self._tolls = Tolls(syntax)
        spans = (*analysis.roles, *analysis.nested)
        self._cues = {w for first, last, kind in spans if kind == "cue" for w in range(first, last)}
        self._quoted = sorted(quoted_stretches(document.text))
        self._known: dict[tuple[Words, Words | None], Role] = {}
        self._names = {entity.id: entity.name for entity in coreference.entities}
        self._passages = [(p.start, p.kind) for p in document.passages]

    def events(self) -> tuple[Event, ...]:
        """The events in reading order, one told twice as one."""
        anchors = [a for a in find_anchors(self._analysis, self._syntax, self._codebook) if self._counts(a)]
        tellings = list(self._tellings(anchors))
        verdicts = [self._verdict(telling) for telling in tellings]
        events = (
            self._event(number, [tellings[n] for n in group], [verdicts[n] for n in group])
            for number, group in enumerate(groups(tellings), 1)
        )
        return tuple(self._answered(event) for event in events)

    def _answered(self, event: Event) -> Event:
        """The event with what those say who are said to have done it."""
        denial = self._denials.of(event)
        if denial is None:
            return event
        return replace(event, standing="denied", why=(*event.why, denial))

    def _counts(self, anchor: Anchor) -> bool:
        return self._passage(anchor.word) not in _NO_EVENTS

    def _passage(self, word: int) -> str:
        at = bisect_right(self._passages, int(self._analysis.starts[word]), key=lambda p: p[0]) - 1
        return self._passages[at][1] if at >= 0 else "body"

    # --- one telling ----------------------------------------------------------------------------

    def _tellings(self, anchors: Sequence[Anchor]) -> Iterator[Telling]:
        begins: list[int] = self._analysis.sentences[:, 0].tolist()
        sentences = [bisect_right(begins, anchor.word) - 1 for anchor in anchors]
        for anchor, sentence in zip(anchors, sentences, strict=True):
            actors, recipients = self._roles.of(anchor.word, anchor.trigger)
            others = self._others(anchor, sentence, anchors, sentences)
            effect = present(self._analysis, self._syntax, anchor.word).effect
            yield Telling(
                anchor=anchor,
                actors=tuple(actors),
                recipients=tuple(recipients),
                who=(self._keys(actors, anchor), self._keys(recipients, anchor)),
                date=self._dating.of(anchor.word, sentence, others, future=effect == "planned"),
                effect=effect,
                place=self._placing.of(anchor.word, sentence, others),
                names=anchor_names(self._analysis.word(anchor.word)),
                definite=self._is_definite(anchor.word),
                part_of=self._part_of(anchor.word, others),
                headline=self._passage(anchor.word) in _HEADLINES,
                magnitude=self._tolls.of(anchor.word, others),
                sentence=sentence,
            )

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

    def _keys(self, takers: Iterable[Taker], anchor: Anchor) -> frozenset[str]:
        """Who takes part, as far as two tellings can be compared."""
        return frozenset(key for taker in takers for key in self._key(self._role(taker, anchor)))

    def _key(self, role: Role) -> Iterator[str]:
        if role.entity is not None:
            yield role.entity
        else:
            yield (role.resolved.text if role.resolved else role.text).casefold()

    def _verdict(self, telling: Telling) -> Stands:
        word = telling.anchor.word
        chain = self._chain(word)
        cues = [one.cue for one in chain if one.cue is not None]
        presented = present(self._analysis, self._syntax, word, cues=cues)
        if not chain and presented.effect == "actual" and self._may_be_said(word):
            heard = Reason("voice", self._analysis.span(word, word + 1))
            presented = Presented("reported", (*presented.reasons, heard), presented.open)
        actors = [(self._role(taker, telling.anchor), taker.head) for taker in telling.actors]
        speaker = self._words(chain[0].source.span) if chain else None
        return stands(presented, chain, admits=self._admitting.is_own(actors, chain, speaker))

    def _may_be_said(self, word: int) -> bool:
        """Whether a word may be somebody else's, though nobody was found to say it."""
        start = int(self._analysis.starts[word])
        at = bisect_right(self._quoted, start, key=lambda stretch: stretch[0]) - 1
        quoted = at >= 0 and start < self._quoted[at][1]
        return word not in self._cues and (quoted or float(self._analysis.content[word]) >= HEARD)

    def _chain(self, word: int) -> tuple[Attribution, ...]:
        return self._chains.around(int(self._analysis.starts[word]), int(self._analysis.ends[word]))

    def _role(self, taker: Taker, anchor: Anchor) -> Role:
        """Who takes part, as one who hears the innermost speaker of the event understands it."""
        chain = self._chain(anchor.word)
        speaker = self._words(chain[0].source.span) if chain and chain[0].source.span else None
        known = self._known.get((taker.words, speaker))
        if known is None:
            known = self._known[taker.words, speaker] = self._found_role(taker, speaker)
        return known

    def _found_role(self, taker: Taker, speaker: Words | None) -> Role:
        resolved = self._coreference.resolve(taker.words, speaker=speaker)
        entity = self._coreference.entity(resolved or taker.words)
        span = self._analysis.span(*taker.words)
        return Role(
            start=span.start,
            end=span.end,
            text=span.text,
            resolved=self._analysis.span(*resolved) if resolved else None,
            entity=entity,
            name=self._names.get(entity) if entity else None,
        )

    def _words(self, span: Span | None) -> tuple[int, int] | None:
        if span is None:
            return None
        first = int(self._analysis.ends.searchsorted(span.start, side="right"))
        last = int(self._analysis.starts.searchsorted(span.end, side="left"))
        return (first, last) if first < last else None

    # --- one event ------------------------------------------------------------------------------

    def _event(self, number: int, tellings: Sequence[Telling], verdicts: Sequence[Stands]) -> Event:
        main = self._main(tellings)
        first, verdict = tellings[0], self._joint(tellings, verdicts, main)
        spans = [self._analysis.span(t.anchor.word, t.anchor.word + 1) for t in tellings]
        words = self._around(tellings[main].anchor.word)
        type_ = first.anchor.type
        trigger = first.anchor.trigger
        actors, recipients = self._taking(tellings, main)
        return Event(
            id=f"v{number}",
            type=type_,
            mode=(trigger.mode if trigger else None) or self._codebook.mode_for(type_, words),
            contexts=self._codebook.contexts_for(words),
            quad=self._codebook.quad(type_),
            anchor=spans[0],
            mentions=tuple(spans),
            actors=actors,
            recipients=recipients,
            place=next((t.place for t in (tellings[main], *tellings) if t.place), None),
            date=tellings[main].date,
            magnitude=_largest(tellings),
            attributions=tuple(one.id for one in self._chain(tellings[main].anchor.word)),
            factuality=verdict.factuality,
            standing=verdict.standing,
            why=verdict.why,
            confidence=max(t.anchor.confidence for t in tellings),
        )

    def _main(self, tellings: Sequence[Telling]) -> int:
        """The telling that stands for the event: the first in the body, for a headline is cut short."""
        kinds = [self._passage(t.anchor.word) for t in tellings]
        return next((n for n, kind in enumerate(kinds) if kind not in _HEADLINES), 0)

    def _joint(self, tellings: Sequence[Telling], verdicts: Sequence[Stands], main: int) -> Stands:
        """The standing of the main telling, with what another telling adds to it."""
        verdict = verdicts[main]
        denied = next((v for v in verdicts if v.standing == "denied"), None)
        if denied is not None and verdict.standing in ("reported", "possible", "admitted"):
            return Stands("denied", verdict.factuality, (*verdict.why, *denied.why))
        if main:
            body = Reason(
                "body", self._analysis.span(tellings[main].anchor.word, tellings[main].anchor.word + 1)
            )
            return Stands(verdict.standing, verdict.factuality, (*verdict.why, body))
        return verdict

    def _taking(self, tellings: Sequence[Telling], main: int) -> tuple[tuple[Role, ...], tuple[Role, ...]]:
        """The roles of the main telling; where it leaves one out, another telling fills it."""
        ordered = [tellings[main], *(t for n, t in enumerate(tellings) if n != main)]
        actors = next((t for t in ordered if t.actors), ordered[0])
        recipients = next((t for t in ordered if t.recipients), ordered[0])
        return (
            tuple(self._role(taker, actors.anchor) for taker in actors.actors),
            tuple(self._role(taker, recipients.anchor) for taker in recipients.recipients),
        )

    def _around(self, word: int) -> list[str]:
        begins = self._analysis.sentences[:, 0]
        first, last = self._analysis.sentences[int(begins.searchsorted(word, side="right")) - 1].tolist()
        span = range(max(first, word - _REACH), min(last, word + _REACH + 1))
        return [self._analysis.word(n) for n in span]


def _largest(tellings: Sequence[Telling]) -> Magnitude:
    """The first number of each kind that a telling gives."""
    found = [t.magnitude for t in tellings]
    return Magnitude(
        killed=next((m.killed for m in found if m.killed), None),
        injured=next((m.injured for m in found if m.injured), None),
        arrested=next((m.arrested for m in found if m.arrested), None),
    )
