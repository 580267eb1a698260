"""Who says what: from the encoder's analysis to attributions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.attribution.attitude import attitude
from sayso.attribution.channel import channel
from sayso.attribution.clipping import clipped
from sayso.attribution.commentary import commentary_links
from sayso.attribution.completing import completed
from sayso.attribution.form import form
from sayso.attribution.hearsay import hearsay_links
from sayso.attribution.kinds import SourceKind, describe
from sayso.attribution.linking import Link, Words, link
from sayso.attribution.nesting import nested_links
from sayso.attribution.phrases import Phrases
from sayso.attribution.quoting import with_quotations
from sayso.linguistics.coreference import Coreference
from sayso.linguistics.quotation import Quotation, quotations
from sayso.linguistics.syntax import Syntax
from sayso.schema.analysis import Analysis
from sayso.schema.attribution import Attribution, Form, Source
from sayso.schema.document import Document
from sayso.schema.span import Span


def find_links(document: Document, analysis: Analysis, syntax: Syntax) -> list[Link]:
    """Every attribution of a document in words, nested ones and commentary too, in reading order."""
    found = list(commentary_links(document, analysis))
    heard = with_quotations(analysis, link(analysis), quotations(document.text))
    whole = completed(syntax, heard)
    for outer in clipped(document, analysis, list(whole)):
        found.append(outer)
        found.extend(nested_links(analysis, syntax, outer))
    found.extend(hearsay_links(syntax, found))
    return sorted(found, key=_reading_order)


def attribute(
    document: Document, analysis: Analysis, syntax: Syntax, links: Sequence[Link], coreference: Coreference
) -> tuple[Attribution, ...]:
    """The links of a document as attributions that say what kind of saying each is."""
    scene = _Scene(document, analysis, coreference, Phrases(analysis, syntax), quotations(document.text))
    return tuple(scene.attribution(number, links, parent) for number, parent in enumerate(parents_of(links)))


@dataclass(frozen=True, slots=True)
class _Scene:
    """One document with all that describing its attributions looks at."""

    document: Document
    analysis: Analysis
    coreference: Coreference
    phrases: Phrases
    quoted: Sequence[Quotation]

    def attribution(self, number: int, links: Sequence[Link], parent: int | None) -> Attribution:
        one = links[number]
        cue = self.phrases.words(one.cue) if one.cue else []
        before = self.phrases.before(one.cue[0]) if one.cue else []
        after = self.phrases.after(one.cue[1] - 1) if one.cue else []
        speaker = links[parent].source if parent is not None else None
        source, kind = self._source(one, speaker, cue)
        return Attribution(
            id=f"a{number + 1}",
            source=source,
            cue=self.analysis.span(*one.cue) if one.cue else None,
            content=tuple(self.analysis.span(*words) for words in one.contents),
            form=self._form(one),
            attitude=attitude(
                cue,
                content_words=[word for words in one.contents for word in self.phrases.words(words)],
                before=before,
                upos=self.phrases.upos(one.cue) if one.cue else (),
            ),
            channel=channel(
                cue,
                identity=kind.identity,
                source_words=self.phrases.words(one.source) if one.source else (),
                before=before,
                after=after,
            ),
            parent=f"a{parent + 1}" if parent is not None else None,
        )

    def _source(self, one: Link, speaker: Words | None, cue: Sequence[str]) -> tuple[Source, SourceKind]:
        resolved = self.coreference.resolve(one.source, speaker=speaker) if one.source else None
        phrase = self.phrases.source(one.source, resolved) if one.source else None
        after = self.phrases.after(one.source[1] - 1) if one.source else []
        kind = describe(phrase, cue_words=cue, context=after)
        span = self.analysis.span(*one.source) if one.source else None
        return Source(
            start=span.start if span else None,
            end=span.end if span else None,
            text=span.text if span else None,
            resolved=self.analysis.span(*resolved) if resolved else None,
            entity=self.coreference.entity(resolved or one.source) if one.source else None,
            identity=kind.identity,
            naming=kind.naming,
            affiliation=kind.affiliation,
            role=kind.role,
            country=kind.country,
        ), kind

    def _form(self, one: Link) -> Form:
        def chars(words: Words) -> tuple[int, int]:
            span: Span = self.analysis.span(*words)
            return span.start, span.end

        return form(
            self.document.text,
            [chars(words) for words in one.contents],
            cue=chars(one.cue) if one.cue else None,
            quoted=self.quoted,
        )


def _reading_order(one: Link) -> tuple[int, int]:
    """By first word; what holds more comes first."""
    words = [*one.contents, *(w for w in (one.cue, one.source) if w)]
    return min(first for first, _ in words), -max(last for _, last in words)


def parents_of(links: Sequence[Link]) -> list[int | None]:
    """For each link the smallest other whose contents hold its cue and its contents, or None.

    links stand in reading order; only those that are still open where a link begins can hold it.
    """
    found: list[int | None] = []
    still_open: list[int] = []
    for number, one in enumerate(links):
        first = _reading_order(one)[0]
        still_open = [n for n in still_open if links[n].contents[-1][1] > first]
        later = _from(links, number, one.contents[-1][1])
        holding = [n for n in [*still_open, *later] if _holds(links[n], one)]
        found.append(min(holding, key=lambda n: _size(links[n]), default=None))
        still_open.append(number)
    return found


def _from(links: Sequence[Link], number: int, end: int) -> Iterator[int]:
    """Links that begin after this one, but before it ends: its source may stand before what holds it."""
    for n in range(number + 1, len(links)):
        if _reading_order(links[n])[0] >= end:
            return
        yield n


def _holds(outer: Link, inner: Link) -> bool:
    parts = [*inner.contents, *([inner.cue] if inner.cue else [])]
    inside = all(any(a <= first and last <= b for a, b in outer.contents) for first, last in parts)
    return inside and _size(outer) > _size(inner)


def _size(one: Link) -> int:
    return sum(last - first for first, last in one.contents)
