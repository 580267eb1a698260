"""Offsets as Java counts them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.text.utf16 import Utf16


@given(st.text(alphabet=st.sampled_from("ab é𝔎🛰\n")), st.data())
def test_units_are_those_of_the_encoded_text_and_lead_back(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    units = Utf16(text).units(at)
    assert units == len(text[:at].encode("utf-16-le")) // 2
    assert Utf16(text).points(units) == at


def test_the_middle_of_a_character_is_its_beginning() -> None:
    assert Utf16("a🛰b").points(2) == 1
