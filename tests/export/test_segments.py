"""A text is cut wherever a mark begins or ends, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.segments import Block, Segment, blocks
from sayso.schema.attribution import Attribution, Source
from sayso.schema.document import Document, Passage
from sayso.schema.reading import Reading
from sayso.schema.span import Span

TEXT = "One two three.\n\nFour five six seven.\nEight."


def shown(block: Block) -> str:
    return "".join(segment.text for segment in block.segments)


def kinds(block: Block, words: str) -> set[tuple[str, str]]:
    (segment,) = (segment for segment in block.segments if segment.text == words)
    return {(mark.kind, mark.owner) for mark in segment.marks}


def kinds_of(segment: Segment) -> set[tuple[str, str]]:
    return {(mark.kind, mark.owner) for mark in segment.marks}


def place(reading: Reading, words: str) -> tuple[int, int]:
    start = reading.document.text.index(words)
    return start, start + len(words)


def test_every_paragraph_is_shown_whole(reading: Reading) -> None:
    document = reading.document
    assert [shown(block) for block in blocks(document, reading.attributions)] == [
        line for line in document.text.split("\n") if line
    ]


def test_nested_spans_keep_both_owners(reading: Reading) -> None:
    body = blocks(reading.document, reading.attributions)[1]
    assert kinds(body, "drivers") == {("content", "a1"), ("source", "a2")}
    assert kinds(body, "“the first shells came from the east”") == {("content", "a1"), ("content", "a2")}
    assert kinds(body, "said") == {("cue", "a1")}


def test_the_name_of_an_event_keeps_its_standing_and_ends_once(reading: Reading) -> None:
    headline = blocks(reading.document, reading.attributions, reading.events)[0]
    ending = [(s.text, m.owner, m.standing) for s in headline.segments for m in s.ending("event")]
    assert ending == [("accuses", "v1", "fact"), ("shelling", "v2", "denied")]


def test_a_cue_cut_by_the_name_of_an_event_ends_once(reading: Reading) -> None:
    event = replace(
        reading.events[0], anchor=(told := Span.cut(reading.document.text, *place(reading, "told")))
    )
    body = blocks(reading.document, reading.attributions, [replace(event, mentions=(told,))])[1]
    pieces = [segment for segment in body.segments if ("cue", "a2") in kinds_of(segment)]
    assert [piece.text for piece in pieces] == ["had ", "told", " her"]
    assert [piece.text for piece in pieces if piece.ending("cue")] == [" her"]


def test_a_dateline_stays_with_its_paragraph(reading: Reading) -> None:
    headline, body, *_ = blocks(reading.document, reading.attributions)
    assert (headline.kind, body.kind) == ("headline", "body")
    assert body.segments[0].text.startswith("TELMARA")
    assert body.segments[0].marks[0].kind == "dateline"


def test_a_passage_that_begins_within_a_paragraph_begins_a_new_one(reading: Reading) -> None:
    document = replace(
        reading.document, text="Body here. Editor’s note: this is opinion.",
        passages=(Passage("body", 0, 11), Passage("commentary", 11, 42)),
    )  # fmt: skip
    assert [(block.kind, shown(block)) for block in blocks(document, ())] == [
        ("body", "Body here. "),
        ("commentary", "Editor’s note: this is opinion."),
    ]


def attribution(number: int, start: int, end: int) -> Attribution:
    nobody = Source(None, None, None, None, None, "none_given", "implicit", "unknown", None, None)
    content = (Span.cut(TEXT, start, end),)
    return Attribution(f"a{number}", nobody, None, content, "indirect", "assertion", "unknown", None)


stretches = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted)


@given(st.lists(stretches, max_size=6))
def test_any_overlapping_spans_cover_exactly_their_characters(found: list[list[int]]) -> None:
    said = [attribution(n, start, end) for n, (start, end) in enumerate(found)]
    document = Document("d", None, None, None, (), None, "en", TEXT, None, (Passage("body", 0, len(TEXT)),))
    cut = blocks(document, said)
    assert "".join(map(shown, cut)).replace("\n", "") == TEXT.replace("\n", "")
    for one in said:
        covered = "".join(
            s.text for block in cut for s in block.segments if one.id in {m.owner for m in s.marks}
        )
        assert covered.replace("\n", "") == one.content[0].text.replace("\n", "")
