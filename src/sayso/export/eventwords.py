"""The terms of events as words and signs for people. They tell on whose word it stands, and never judge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sayso.export import words
from sayso.schema.attribution import Attribution
from sayso.schema.event import Count, Event, FactValue, Magnitude, Reason, Standing

# No standing is told by colour alone: each has a sign that most fonts draw.
GLYPH: dict[Standing, str] = {
    "fact": "●",
    "reported": "◐",
    "admitted": "◉",
    "denied": "⇄",
    "possible": "○",
    "planned": "▷",
    "negated": "×",
}
FACT_VALUE: dict[FactValue, str] = {
    "CT+": "certain",
    "PR+": "probable",
    "PS+": "possible",
    "CT-": "certainly not",
    "PR-": "probably not",
    "PS-": "possibly not",
    "Uu": "left open",
}
REASON: dict[str, str] = {
    "cue": "cue",
    "hedge": "hedge",
    "negator": "negation",
    "modal": "modal verb",
    "condition": "condition",
    "purpose": "purpose",
    "frame": "set in",
    "governor": "governed by",
    "question": "question",
    "denial": "denial",
    "admission": "admission",
    "account": "goes on with",
    "voice": "perhaps somebody else’s word",
    "commentary": "commentary",
    "body": "as told in the body:",
    "tense": "form of the sentence around",
}
# Names of modes that say little without the codebook.
_MODE = {
    "aerial": "from the air",
    "demo": "demonstration",
    "hunger": "hunger strike",
    "primitive": "simple weapons",
    "sexual": "sexual violence",
    "targeted": "targeted killing",
    "third-party": "at a third party’s",
}
# "Dozens" is put in numbers by us, so the word itself is shown with it.
_VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|thousands|tens|several|few|some|numerous|multiple)\b", re.I)
_LONGEST = 60
_UNHEDGED = "the author’s own voice, without a hedge"


def what(event: Event) -> str:
    """Type and mode: "assault · heavy weapons"."""
    return " · ".join(plain(name) for name in (event.type, event.mode) if name)


def plain(name: str) -> str:
    """A name of the codebook in lower case, without hyphens or underscores."""
    return _MODE.get(name, re.sub("[-_]+", " ", name).lower())


def toll(magnitude: Magnitude) -> list[str]:
    """How many people: "at least 9 killed", "20 to 30 arrested"."""
    hit = (("killed", magnitude.killed), ("injured", magnitude.injured), ("arrested", magnitude.arrested))
    return [_count(count, how) for how, count in hit if count is not None]


def _count(count: Count, how: str) -> str:
    low, high, said = count.low, count.high, one_line(count.span.text)
    if low is None and high is None:
        return f"“{said}” {how}"
    if low is None or high is None:
        number = f"at most {high:,}" if low is None else f"at least {low:,}"
    else:
        number = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    return f"{number} {how} (“{said}”)" if _VAGUE.search(said) else f"{number} {how}"


def why(event: Event, by_id: Mapping[str, Attribution]) -> list[str]:
    """The words that decided the standing, each once: "cue “said”", "hedge “may”"."""
    found = dict.fromkeys(_reason(reason, event, by_id) for reason in event.why)
    return list(found) or ([_UNHEDGED] if event.standing == "fact" else [])


def _reason(reason: Reason, event: Event, by_id: Mapping[str, Attribution]) -> str:
    told = f"{REASON.get(reason.kind, reason.kind)} “{one_line(reason.span.text)}”"
    return told + "".join(f" ({who})" for who in _elsewhere(reason, event, by_id))


def _elsewhere(reason: Reason, event: Event, by_id: Mapping[str, Attribution]) -> Iterator[str]:
    """Who else decided it: the source of a denial that stands elsewhere in the document."""
    for one in by_id.values():
        if one.cue == reason.span and one.id not in event.attributions:
            yield words.who(one.source)


def one_line(text: str) -> str:
    """Without line ends, and cut where it is long: a whole commentary may be what decided."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0] + " …"
