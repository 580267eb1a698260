"""CoNLL-U: the words, sentences and trees that sayso read, with who says what and what is told on the words.

XPOS, LEMMA, FEATS and DEPS are `_`: sayso does not know them. MISC has for each word:

- `SpaceAfter=No` where no space follows; `StartChar` and `EndChar`, half-open code points of the stored text;
- `Source`, `Cue`, `Content`: ids of the attributions whose source, cue or content it belongs to;
- `Event`: id, type and standing of the events that it names, `v2:ASSAULT:reported`;
- `Actor`, `Recipient`: ids of the events that it takes part in.

What the ids stand for is said before the first sentence of each document, one comment line to each: the
source and attitude of an attribution; who vouches for an event, and who denies it. A document is given whole,
whatever of it was asked for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sayso.export import words
from sayso.export.exported import Exported
from sayso.export.json import clean
from sayso.export.vouched import deniers, sayings, vouching
from sayso.schema.analysis import Analysis
from sayso.schema.reading import Reading
from sayso.schema.span import Span

# What divides the values of MISC.
_DIVIDES = re.compile(r"[\s|=,:]+")
_PARAGRAPH = "\n"
_MARKS = ("Source", "Cue", "Content", "Event", "Actor", "Recipient")
_Marks = Mapping[str, list[tuple[Span, str]]]


def write(documents: Iterable[Exported]) -> Iterator[bytes]:
    """A block of sentences to each document.

    Raises:
        ValueError: a document comes without its analysis.
    """
    for one in documents:
        if one.analysis is None:
            raise ValueError(f"document {one.reading.document.id} came without its analysis")
        yield clean("".join(_document(one, one.analysis))).encode()


def _document(one: Exported, analysis: Analysis) -> Iterator[str]:
    reading = one.reading
    if not len(analysis.sentences):
        return
    yield f"# newdoc id = {reading.document.id}\n"
    for name, value in (("title", reading.document.title), ("encoder", reading.encoder)):
        if value:
            yield f"# {name} = {_flat(value)}\n"
    yield from _legend(one)
    marks = _marks(one)
    for number, (first, last) in enumerate(analysis.sentences.tolist(), 1):
        if _begins_paragraph(analysis, first):
            yield "# newpar\n"
        yield f"# sent_id = {reading.document.id}-{number}\n"
        yield f"# text = {_text(analysis, first, last)}\n"
        for word in range(first, last):
            yield _line(analysis, word, first, last, marks)
        yield "\n"


def _legend(one: Exported) -> Iterator[str]:
    """What the ids in MISC stand for."""
    said = sayings(one.reading)
    for each in one.reading.attributions:
        inside = f"; in={each.parent}" if each.parent else ""
        who = _flat(words.who(each.source))
        yield f"# attribution_{each.id} = attitude={each.attitude}{inside}; source={who}\n"
    for event in one.reading.events:
        told = [f"standing={event.standing}", f"type={_flat(event.type)}"]
        told += [f"vouched_for_by={' < '.join(by)}"] if (by := vouching(event, said)) else []
        told += [f"denied_by={', '.join(by)}"] if (by := deniers(one.reading, event)) else []
        yield f"# event_{event.id} = {'; '.join(told)}\n"


def _marks(one: Exported) -> _Marks:
    found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    _attributed(one.reading, found)
    for event in one.reading.events:
        told = ":".join((event.id, _DIVIDES.sub("_", event.type), event.standing))
        found["Event"] += [(mention, told) for mention in event.mentions]
        found["Actor"] += [(role.span, event.id) for role in event.actors]
        found["Recipient"] += [(role.span, event.id) for role in event.recipients]
    return found


def _attributed(reading: Reading, found: dict[str, list[tuple[Span, str]]]) -> None:
    for each in reading.attributions:
        if each.source.span is not None:
            found["Source"].append((each.source.span, each.id))
        if each.cue is not None:
            found["Cue"].append((each.cue, each.id))
        found["Content"] += [(span, each.id) for span in each.content]


def _line(analysis: Analysis, word: int, first: int, last: int, marks: _Marks) -> str:
    head = int(analysis.heads[word])
    inside = first <= head < last
    columns = (
        str(word - first + 1),
        analysis.word(word),
        "_",
        analysis.upos[word] or "_",
        "_",
        "_",
        str(head - first + 1) if inside else "0",
        analysis.deprels[word] if inside else "root",
        "_",
        "|".join(_misc(analysis, word, marks)),
    )
    return "\t".join(columns) + "\n"


def _misc(analysis: Analysis, word: int, marks: _Marks) -> Iterator[str]:
    start, end = int(analysis.starts[word]), int(analysis.ends[word])
    if _touches_next(analysis, word):
        yield "SpaceAfter=No"
    yield f"StartChar={start}"
    yield f"EndChar={end}"
    for name in _MARKS:
        ids = dict.fromkeys(id for span, id in marks.get(name, ()) if span.start < end and start < span.end)
        if ids:
            yield f"{name}={','.join(ids)}"


def _touches_next(analysis: Analysis, word: int) -> bool:
    return word + 1 < len(analysis) and int(analysis.starts[word + 1]) == int(analysis.ends[word])


def _begins_paragraph(analysis: Analysis, word: int) -> bool:
    before = int(analysis.ends[word - 1]) if word else 0
    return not word or _PARAGRAPH in analysis.text[before : int(analysis.starts[word])]


def _text(analysis: Analysis, first: int, last: int) -> str:
    """The sentence as its words and the spaces between them make it."""
    parts = []
    for word in range(first, last):
        parts.append(analysis.word(word))
        parts.append("" if _touches_next(analysis, word) else " ")
    return "".join(parts).rstrip(" ")


def _flat(text: str) -> str:
    return " ".join(text.split())
