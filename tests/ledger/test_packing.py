from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.ledger.packed import layout
from sayso.ledger.packed.forms import record
from sayso.ledger.packing import pack, unpack, unpack_document
from sayso.schema.attribution import Attribution, Source
from sayso.schema.claim import Claim
from sayso.schema.document import Document, Passage, document_id
from sayso.schema.entity import Entity
from sayso.schema.event import Event, Factuality, Role
from sayso.schema.plain import to_plain
from sayso.schema.reading import Reading
from sayso.schema.span import Span

TEXT = "Karvia says Ostrand shelled a convoy.\nÖstrand denied it 👍 on Monday; nine drivers were hurt.\n"
COUNTED = {Attribution: "a", Event: "v", Claim: "c", Entity: "e"}
LETTERS = {"event": "v", "entity": "e"}
IDS = {
    (Attribution, "parent"), (Claim, "attribution"), (Claim, "chain"), (Claim, "event"),
    (Event, "attributions"), (Factuality, "holder"), (Source, "entity"), (Role, "entity"),
}  # fmt: skip
# What a field can hold by its type: words of the text, of the codebook, dates, and anything else.
STRINGS = st.one_of(
    st.sampled_from(
        ["", "ASSAULT", "KAR", "Karvia", "convoy", "2025-03-14", "2025-03", "20250314", "a1", "\0"]
    ),
    st.text(st.characters(exclude_categories=()), max_size=5),
)
some = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
FLOATS = st.one_of(st.floats(0, 1).map(lambda x: round(x, 4)), st.floats(allow_nan=False), st.just(-0.0))


def spans(*, straight: bool) -> st.SearchStrategy[Span]:
    cut = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(
        lambda ends: Span.cut(TEXT, min(ends), max(ends))
    )
    return (
        cut
        if straight
        else st.one_of(cut, st.builds(Span, st.integers(-3, 300), st.integers(-3, 300), STRINGS))
    )


def values(hint: Any, owner: type, name: str, *, straight: bool) -> st.SearchStrategy[Any]:
    """Anything that the type allows; where it is `straight`, as sayso itself fills it."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        (rest,) = (one for one in get_args(hint) if one is not NoneType)
        return st.none() | values(rest, owner, name, straight=straight)
    if origin is Literal:
        return st.sampled_from(get_args(hint))
    if origin is tuple:
        some = st.lists(values(get_args(hint)[0], owner, name, straight=straight), max_size=3).map(tuple)
        return some.map(lambda many: numbered(many)) if straight else some
    if origin is dict:
        # counts that are left out are told again, so an empty one does not come from sayso
        return st.dictionaries(STRINGS, st.integers(0, 300), min_size=int(straight), max_size=3)
    if hint is Span:
        return spans(straight=straight)
    if is_dataclass(hint):
        return records(hint, straight=straight)
    if straight and (owner, name) in IDS:
        return st.integers(1, 300).map(lambda n: f"{LETTERS.get(name, 'a')}{n}")
    if straight and (owner, name) == (Document, "id"):
        return st.just(document_id(TEXT))
    kinds = {str: STRINGS, bool: st.booleans(), int: st.integers(0 if straight else -5, 2**40), float: FLOATS}
    if hint is float and straight:
        return st.floats(-180, 180).map(lambda x: round(x, 4) + 0.0)  # none is -0.0
    return kinds[hint]


def numbered(many: tuple[Any, ...]) -> tuple[Any, ...]:
    """Records are counted from 1."""
    return tuple(
        replace(one, id=f"{COUNTED[type(one)]}{n}") if type(one) in COUNTED else one
        for n, one in enumerate(many, 1)
    )


def records(kind: Any, *, straight: bool) -> st.SearchStrategy[Any]:
    hints = get_type_hints(kind)
    given = {
        field.name: values(hints[field.name], kind, field.name, straight=straight) for field in fields(kind)
    }
    if kind is Document:
        given["text"] = st.just(TEXT)
    whole = st.builds(kind, **given)
    if "start" not in hints or hints["start"] not in (int, int | None):
        return whole
    return st.tuples(whole, spans(straight=straight)).map(lambda pair: laid(*pair)) if straight else whole


def laid(one: Any, span: Span) -> Any:
    """The record over this stretch of the text, if it is over any."""
    if one.start is None:
        return replace(one, start=None, end=None, text=None)
    with_text = {} if isinstance(one, Passage) else {"text": span.text}
    return replace(one, start=span.start, end=span.end, **with_text)


def kinds(hint: Any = Reading) -> Iterator[Any]:
    """Every record that a reading is made of."""
    if is_dataclass(hint):
        yield hint
        for inner in get_type_hints(hint).values():
            yield from kinds(inner)
    for inner in get_args(hint):
        yield from kinds(inner)


@some
@given(records(Reading, straight=True))
def test_what_sayso_says_comes_back_as_it_was(reading: Reading) -> None:
    packed = pack(reading)
    assert packed[0] == layout.NEWEST
    assert repr(unpack(packed, TEXT)) == repr(reading)
    assert repr(unpack_document(packed, TEXT)) == repr(reading.document)


@some
@given(records(Reading, straight=False))
def test_whatever_the_fields_hold_comes_back_as_it_was(reading: Reading) -> None:
    packed = pack(reading)
    assert repr(unpack(packed, TEXT)) == repr(reading)
    assert repr(unpack_document(packed, TEXT)) == repr(reading.document)


def test_real_readings_come_back_and_are_small(readings: tuple[Reading, ...], reading: Reading) -> None:
    for one in (*readings, reading):
        packed = pack(one)
        assert packed[0] == layout.NEWEST
        assert repr(unpack(packed, one.document.text)) == repr(one)
        assert len(packed) < 0.35 * len(zlib.compress(first_form(one)))


def test_a_whole_number_where_a_share_is_expected_stays_one(reading: Reading) -> None:
    whole = replace(reading, profile=replace(reading.profile, attributed_share=1))
    assert repr(unpack(pack(whole), whole.document.text)) == repr(whole)


def test_the_words_of_another_text_of_the_same_length_are_cut_from_it(reading: Reading) -> None:
    other = reading.document.text.replace("Brask", "Tanet")
    found = unpack(pack(reading), other)
    assert found.attributions[0].source.text == "The minister, Ilena Tanet"
    assert found.entities[0].name == "Ilena Tanet"


# -- forms --


def first_form(reading: Reading) -> bytes:
    """JSON in which spans and the document have no text: how ledgers of version 1 were written."""

    def bare(value: Any) -> Any:
        if isinstance(value, list):
            return [bare(item) for item in value]
        if not isinstance(value, dict):
            return value
        is_span = isinstance(value.get("start"), int)
        return {key: bare(item) for key, item in value.items() if not (is_span and key == "text")}

    plain = bare(to_plain(reading))
    plain["document"]["text"] = ""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


@pytest.mark.parametrize("level", [0, 1, 6, 9])
def test_the_first_form_is_still_read(reading: Reading, level: int) -> None:
    packed = zlib.compress(first_form(reading), level)
    assert packed[0] == 0x78
    assert unpack(packed, reading.document.text) == reading
    assert unpack_document(packed, reading.document.text) == reading.document


def test_every_form_stays_as_it_was_published() -> None:
    """A ledger that was written in it is there for good; what changes is a form of the next number."""
    told = json.dumps([sorted(layout.FORMS[1].items()), layout.WORDS[:240]])
    assert zlib.crc32(told.encode()) == 3610704554


def test_the_newest_form_has_every_field() -> None:
    given = {Document: {"text"}, Reading: {"document"}}
    newest = layout.FORMS[layout.NEWEST]
    for kind in {*kinds()} - {Span}:
        wanted = [field.name for field in fields(kind) if field.name not in given.get(kind, ())]
        assert sorted(newest[kind.__name__]) == sorted(wanted), (
            f"the fields of {kind.__name__} changed; give them a form of the next number in layout.py"
        )


def test_a_field_that_a_form_does_not_know_has_its_default(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {
        name: tuple(field for field in known if field not in ("sector", "unsure", "notices"))
        for name, known in layout.FORMS[1].items()
    }
    monkeypatch.setitem(layout.FORMS, 0, before)
    monkeypatch.setattr("sayso.ledger.packing.NEWEST", 0)
    record.cache_clear()
    packed = pack(replace(reading, notices=("It is cut.",)))
    assert packed[0] == 0
    assert unpack(packed, reading.document.text) == reading


def test_a_form_of_a_newer_sayso_is_named(reading: Reading) -> None:
    with pytest.raises(ValueError, match="no reading: it is of form 77"):
        unpack(b"\x4d" + pack(reading)[1:], reading.document.text)


# -- damage --


def test_bytes_that_end_early_or_are_none_are_no_reading(reading: Reading) -> None:
    packed, text = pack(reading), reading.document.text
    for broken in (packed[:end] for end in range(len(packed))):
        with pytest.raises(ValueError, match=r"^no reading: "):
            unpack(broken, text)


@pytest.mark.parametrize("bit", range(8))
def test_a_bit_that_changed_never_makes_another_reading(reading: Reading, bit: int) -> None:
    packed, text = pack(reading), reading.document.text
    noticed = 0
    for at in range(len(packed)):
        broken = bytearray(packed)
        broken[at] ^= 1 << bit
        try:
            assert unpack(bytes(broken), text) == reading
        except ValueError:
            noticed += 1
    # some bits of a deflated stream say nothing, or the same in other words
    assert noticed > len(packed) - 10


@given(st.binary(max_size=60), st.sampled_from([b"", b"\1", b"\1\0", b"\x78\x9c"]))
def test_any_other_bytes_are_no_reading(noise: bytes, head: bytes) -> None:
    for read in (unpack, unpack_document):
        with pytest.raises(ValueError, match=r"^no reading: "):
            read(head + noise, TEXT)


@some
@given(st.data())
def test_bytes_that_somebody_made_on_purpose_end_in_a_reading_or_an_error(data: st.DataObject) -> None:
    """Their sums are right, so what they say is read."""
    one = data.draw(records(Reading, straight=True))
    packed = pack(one)
    length = packed[1]
    document, rest = packed[2 : 2 + length], packed[2 + length :]
    body = bytearray(zlib.decompress(rest) if rest[0] == 0x78 else rest[5:])
    for at in data.draw(st.lists(st.integers(0, len(body) - 1), min_size=1, max_size=4)):
        body[at] = data.draw(st.sampled_from([0, 1, 2, 127, 128, 255]))
    with suppress(ValueError):
        unpack(bytes((layout.NEWEST, length)) + document + zlib.compress(bytes(body)), TEXT)
