"""What is said to have happened: from the analysis and the attributions to events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.codebook import Codebook
from sayso.coding.admitting import Admitting
from sayso.coding.anchoring import find_anchors
from sayso.coding.chains import Chains
from sayso.coding.continuing import Chain, Continuing, continued
from sayso.coding.denying import Denials
from sayso.coding.doubting import doubt_about, frame_of, held, settled
from sayso.coding.joining import deciding, joint
from sayso.coding.merging import Telling, groups
from sayso.coding.partaking import Partaking
from sayso.coding.standing import Presented, Stands, stands
from sayso.coding.tellings import Tellings
from sayso.linguistics.coreference import Coreference
from sayso.linguistics.operators import Operator
from sayso.linguistics.syntax import Syntax
from sayso.schema.analysis import Analysis
from sayso.schema.attribution import Attribution
from sayso.schema.document import Document
from sayso.schema.event import Event, Magnitude, Reason, Role
from sayso.text.quotation import Quoted

# From here on a word may be somebody else's for all that the encoder sees: a fact that is taken for an
# allegation does less harm than the reverse.
HEARD = 0.1
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
        self._analysis = analysis
        self._syntax = syntax
        self._codebook = codebook
        self._partaking = Partaking(analysis, coreference, Chains(attributions))
        self._tellings = Tellings(
            document, analysis, coreference, self._partaking, codebook=codebook, syntax=syntax
        )
        self._quoted = Quoted(document.text)
        self._continuing = Continuing(
            analysis,
            syntax,
            coreference,
            around=self._partaking.chain,
            times=self._tellings.dating.times,
            quoted=self._quoted,
        )
        self._denials = Denials(attributions, syntax, coreference)
        self._admitting = Admitting(syntax, coreference)
        spans = (*analysis.roles, *analysis.nested)
        self._cues = {w for first, last, kind in spans if kind == "cue" for w in range(first, last)}

    def events(self) -> tuple[Event, ...]:
        """The events in reading order, one told twice as one."""
        tellings = self._tellings.of(find_anchors(self._analysis, self._syntax, self._codebook))
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

    # --- one telling ----------------------------------------------------------------------------

    def _verdict(self, telling: Telling) -> Stands:
        word = telling.anchor.word
        chain, account = self._partaking.chain(word), self._account(telling)
        presented = telling.presented
        if not chain and presented.effect == "actual":
            presented = self._doubted(telling, presented, goes_on=bool(account))
        answer = telling.answer
        if account:
            return continued(stands(presented, account, admits=False))
        actors = [(self._partaking.role(taker, word), taker.head) for taker in telling.actors]
        speaker = self._partaking.speaker(word)
        claims = answer is not None and answer.stance == "claimed"
        verdict = stands(presented, chain, admits=claims or self._admitting.is_own(actors, chain, speaker))
        return settled(verdict, answer) if answer is not None and not chain else verdict

    def _told_by(self, telling: Telling) -> Chain:
        return self._partaking.chain(telling.anchor.word) or self._account(telling)

    def _account(self, telling: Telling) -> Chain:
        """The attributions of the account that its sentence goes on with; none for a content of its own.

        What did not happen is the author's: "Police made no arrests" denies nothing of what was told.
        """
        word = telling.anchor.word
        if self._partaking.chain(word) or telling.presented.effect == "negated":
            return ()
        return self._continuing.chain(word, telling.anchor.type)

    def _doubted(self, telling: Telling, presented: Presented, *, goes_on: bool) -> Presented:
        """What nobody is found to say, but what the text does not vouch for either."""
        word = telling.anchor.word
        if telling.answer is not None and telling.answer.cue is not None:
            return held(self._syntax, telling.answer, presented)
        doubt = next(filter(None, (doubt_about(self._syntax, one.head) for one in telling.actors)), None)
        doubt = doubt or frame_of(self._syntax, word)
        if doubt is None and not goes_on and self._may_be_said(word):
            doubt = Operator("reported", "voice", word)
        if doubt is None:
            return presented
        reason = Reason(doubt.kind, self._analysis.span(doubt.word, doubt.word + 1))
        return Presented(doubt.effect, (*presented.reasons, reason), presented.open)

    def _may_be_said(self, word: int) -> bool:
        """Whether a word may be somebody else's, though nobody was found to say it."""
        quoted = self._quoted.holds(int(self._analysis.starts[word]))
        return word not in self._cues and (quoted or float(self._analysis.content[word]) >= HEARD)

    # --- one event ------------------------------------------------------------------------------

    def _event(self, number: int, tellings: Sequence[Telling], verdicts: Sequence[Stands]) -> Event:
        main = self._main(tellings)
        naming = self._naming(tellings, main)
        on = deciding(verdicts, main, naming)
        first, verdict = tellings[0], self._joint(tellings, verdicts, main, on)
        spans = [self._analysis.span(t.anchor.word, t.anchor.word + 1) for t in tellings]
        words = self._around(tellings[main].anchor.word)
        type_ = first.anchor.type
        trigger = first.anchor.trigger
        actors, recipients = self._taking(tellings, main, naming)
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
            attributions=tuple(one.id for one in self._told_by(tellings[on])),
            factuality=verdict.factuality,
            standing=verdict.standing,
            why=verdict.why,
            confidence=max(t.anchor.confidence for t in tellings),
        )

    def _main(self, tellings: Sequence[Telling]) -> int:
        """The telling that stands for the event: the first in the body, for a headline is cut short."""
        return next((n for n, telling in enumerate(tellings) if not telling.headline), 0)

    def _naming(self, tellings: Sequence[Telling], main: int) -> int:
        """The telling that says best who did it: by more than "gunmen", the main one before the others."""
        ordered = [main, *(n for n in range(len(tellings)) if n != main)]
        is_told = self._tellings.roles.agency.is_told
        named = (n for n in ordered if any(is_told(taker.head) for taker in tellings[n].actors))
        told = (n for n in ordered if tellings[n].actors)
        return next(named, next(told, main))

    def _joint(
        self, tellings: Sequence[Telling], verdicts: Sequence[Stands], main: int, number: int
    ) -> Stands:
        """The verdict of the telling that decides; where that is no headline's, the body is named."""
        word = tellings[main].anchor.word
        body = Reason("body", self._analysis.span(word, word + 1)) if main and number == main else None
        return joint(verdicts, number, body=body)

    def _taking(
        self, tellings: Sequence[Telling], main: int, naming: int
    ) -> tuple[tuple[Role, ...], tuple[Role, ...]]:
        """The actors of the telling that names them; the recipients of the main one, or of another."""
        actors = tellings[naming]
        ordered = [tellings[main], *(t for n, t in enumerate(tellings) if n != main)]
        recipients = next((t for t in ordered if t.recipients), ordered[0])
        return (
            tuple(self._partaking.role(taker, actors.anchor.word) for taker in actors.actors),
            tuple(self._partaking.role(taker, recipients.anchor.word) for taker in recipients.recipients),
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
