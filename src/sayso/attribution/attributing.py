"""Who says what: from the encoder's analysis to attributions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attribution.accounts import account_links
from sayso.attribution.attitude import attitude
from sayso.attribution.channel import channel
from sayso.attribution.clipping import clipped
from sayso.attribution.commentary import author_kind, commentary_links, from_byline, from_header
from sayso.attribution.completing import completed
from sayso.attribution.form import form
from sayso.attribution.headlining import headline_links
from sayso.attribution.hearsay import hearsay_links
from sayso.attribution.identity import NAMED, asks_for_anonymity
from sayso.attribution.kinds import SourceKind, describe, merged
from sayso.attribution.linking import Link, Words, link
from sayso.attribution.nesting import lone_links, nested_links
from sayso.attribution.phrases import Phrases
from sayso.attribution.quoting import with_quotations
from sayso.attribution.telling import sayings
from sayso.linguistics.coreference import Coreference
from sayso.linguistics.syntax import Syntax
from sayso.schema.analysis import Analysis
from sayso.schema.attribution import Attribution, Form, Source
from sayso.schema.document import Document
from sayso.schema.span import Span
from sayso.text.quotation import quotations

_NOBODY = frozenset(("no", "nobody", "none", "neither", "no-one", "noone"))
# "None other than the minister said", "nobody but the guard has said".
_BUT = frozenset(("other", "but", "except", "less"))


class Attributing:
    """One document on its way from the encoder's analysis to attributions.

    Attributes:
        syntax: the trees of the analysis.
        links: every attribution in words, nested ones and commentary too, in reading order.
    """

    def __init__(self, document: Document, analysis: Analysis) -> None:
        self._document = document
        self._analysis = analysis
        self._quoted = quotations(document.text)
        self.syntax = Syntax(analysis)
        self._phrases = Phrases(analysis, self.syntax)
        self.links = sorted(self._found(), key=_reading_order)

    def attributions(self, coreference: Coreference) -> tuple[Attribution, ...]:
        """The links as attributions that say what kind of saying each is."""
        parents = parents_of(self.links)
        return tuple(self._attribution(number, parent, coreference) for number, parent in enumerate(parents))

    def _found(self) -> list[Link]:
        found = list(commentary_links(self._document, self._analysis))
        tied = link(self._analysis)
        tied += lone_links(self._analysis, self.syntax, tied)
        heard = with_quotations(self._analysis, tied, self._quoted)
        whole = sayings(self._analysis, completed(self.syntax, heard))
        for outer in clipped(self._document, self._analysis, list(whole)):
            found.append(outer)
            found.extend(nested_links(self._analysis, self.syntax, outer))
        found += headline_links(self._document, self._analysis, found)
        found += account_links(self._analysis, found)
        found = [one for one in found if not self._wants_no_name(one)]
        return [*found, *hearsay_links(self.syntax, found)]

    def _wants_no_name(self, one: Link) -> bool:
        """Whether it only describes somebody else's source: "officials, who asked not to be named, said"."""
        if one.cue is None or one.source is None or self._phrases.words(one.source) != ["who"]:
            return False
        told = (self._phrases.words(part) for part in (one.cue, *one.contents))
        return asks_for_anonymity([word for words in told for word in words])

    def _is_nobody(self, source: Words) -> bool:
        """Whether nobody speaks: "no official has confirmed", "neither the army nor the rebels claimed"."""
        words = [word.lower() for word in self._phrases.words(source)]
        before = [word.lower() for word in self._phrases.before(source[0])[-1:]]
        if words[0] == "no" and words[1:2] and not words[1].isalpha():
            return False  # "No. 10 said"
        if words[2:3] == ["than"]:
            return False  # "no fewer than ten officials", "none other than the minister"
        nobody = words[0] in _NOBODY or before in (["neither"], ["no"])
        return nobody and _BUT.isdisjoint(words)

    def _attribution(self, number: int, parent: int | None, coreference: Coreference) -> Attribution:
        one = self.links[number]
        cue = self._phrases.words(one.cue) if one.cue else []
        before = self._phrases.before(one.cue[0]) if one.cue else []
        if one.source is not None and self._is_nobody(one.source):
            before.append("not")
        after = self._phrases.after(one.cue[1] - 1) if one.cue else []
        speaker = self.links[parent].source if parent is not None else None
        source, kind = self._source(one, speaker, cue, coreference)
        return Attribution(
            id=f"a{number + 1}",
            source=source,
            cue=self._analysis.span(*one.cue) if one.cue else None,
            content=tuple(self._analysis.span(*words) for words in one.contents),
            form=self._form(one),
            attitude=attitude(
                cue,
                content_words=[word for words in one.contents for word in self._phrases.words(words)],
                before=before,
                upos=self._phrases.upos(one.cue) if one.cue else (),
            ),
            channel=channel(
                cue,
                identity=kind.identity,
                source_words=self._phrases.words(one.source) if one.source and one.cue else (),
                before=before,
                after=after,
            ),
            parent=f"a{parent + 1}" if parent is not None else None,
        )

    def _source(
        self, one: Link, speaker: Words | None, cue: Sequence[str], coreference: Coreference
    ) -> tuple[Source, SourceKind]:
        resolved = coreference.resolve(one.source, speaker=speaker) if one.source else None
        phrase = self._phrases.source(one.source, resolved, coreference.kinds) if one.source else None
        after = self._phrases.after(one.source[1] - 1) if one.source else []
        span = self._analysis.span(*one.source) if one.source else None
        if one.cue is None and not (span is not None and from_header(self._document, span.start)):
            byline = span is not None and from_byline(self._document, span.start)
            kind = author_kind(self._phrases.words(one.source) if one.source else (), byline=byline)
        else:
            kind = describe(phrase, cue_words=cue, context=after)
            if kind.affiliation == "unknown" and one.source:
                kind = self._known(kind, resolved or one.source, coreference)
        return Source(
            start=span.start if span else None,
            end=span.end if span else None,
            text=span.text if span else None,
            resolved=self._analysis.span(*resolved) if resolved else None,
            entity=coreference.entity(resolved or one.source) if one.source else None,
            identity=kind.identity,
            naming=kind.naming,
            affiliation=kind.affiliation,
            role=kind.role,
            country=None,
        ), kind

    def _known(self, kind: SourceKind, words: Words, coreference: Coreference) -> SourceKind:
        """What the document tells of a name elsewhere: "Lehtonen", who was called the harbour minister.

        Of "its leader" it tells whose.
        """
        described = list(coreference.descriptions(words)) if kind.identity in NAMED else []
        for one in described:
            kind = merged(kind, describe(self._phrases.source(one, None, coreference.kinds)))
        if kind.affiliation == "unknown" and self._phrases.words(words)[0].lower() in ("its", "their"):
            owner = coreference.resolve((words[0], words[0] + 1))
            if owner is not None:
                whose = describe(self._phrases.source(owner, None, coreference.kinds))
                kind = replace(kind, affiliation=whose.affiliation)
        return kind

    def _form(self, one: Link) -> Form:
        def chars(words: Words) -> tuple[int, int]:
            span: Span = self._analysis.span(*words)
            return span.start, span.end

        return form(
            self._document.text,
            [chars(words) for words in one.contents],
            cue=chars(one.cue) if one.cue else None,
            quoted=self._quoted,
        )


def _reading_order(one: Link) -> tuple[int, int]:
    """By first word; what holds more comes first."""
    words = one.parts()
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
