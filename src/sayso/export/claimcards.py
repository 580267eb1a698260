"""One attribution in words: who says it, how, and inside whose words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.export import words
from sayso.schema.attribution import Attribution


@dataclass(frozen=True, slots=True)
class Card:
    """One attribution in words.

    Attributes:
        id: of the attribution.
        who: the source by its fullest words.
        called: the words the text uses here, where they are others, or "".
        sourced: whether the text has words for the source.
        kind, naming, attitude, cue, hedges, form, channel, content: in words, "" for none.
        claims: whether it makes a claim.
        chain: (id, who) of the attributions it sits inside, innermost first.
    """

    id: str
    who: str
    called: str
    sourced: bool
    kind: str
    naming: str
    attitude: str
    cue: str
    hedges: str
    form: str
    channel: str
    content: str
    claims: bool
    chain: tuple[tuple[str, str], ...]


def card(attribution: Attribution, others: Mapping[str, Attribution]) -> Card:
    source = attribution.source
    who = words.who(source)
    sourced = source.text is not None or source.resolved is not None
    return Card(
        id=attribution.id,
        who=who,
        called=source.text if source.text is not None and source.text != who else "",
        sourced=sourced,
        kind=words.kind(source) if sourced else "",
        naming="" if source.naming in ("named", "implicit") else words.NAMING[source.naming],
        attitude=words.ATTITUDE[attribution.attitude],
        cue=attribution.cue.text if attribution.cue else "",
        hedges=words.hedges(attribution),
        form=words.FORM[attribution.form],
        channel=words.CHANNEL[attribution.channel],
        content=words.content(attribution),
        claims=attribution.attitude in ("assertion", "denial"),
        chain=tuple((outer.id, words.who(outer.source)) for outer in words.chain(attribution, others)),
    )
