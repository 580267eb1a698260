"""Direct, indirect and mixed speech."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.form import form
from sayso.text.quotation import quotations

CASES = "forms"
Stretch = tuple[int, int]


def without_marks(text: str) -> tuple[str, list[Stretch], Stretch | None]:
    """The text without braces and brackets, and where they stood: content pieces and cue."""
    plain, open_at, content, cue = "", 0, [], None
    for ch in text:
        if ch in "{[":
            open_at = len(plain)
        elif ch == "}":
            content.append((open_at, len(plain)))
        elif ch == "]":
            cue = (open_at, len(plain))
        else:
            plain += ch
    return plain, content, cue


def test_quotation_marks_around_the_content_decide_its_form(case: dict[str, str]) -> None:
    text, content, cue = without_marks(case["text"])
    assert form(text, content, cue=cue) == case["form"]


def test_quotations_found_before_give_the_same_form() -> None:
    text, content, cue = without_marks("{“Go,”} she [said], {and left}.")
    assert form(text, content, cue=cue, quoted=quotations(text)) == form(text, content, cue=cue) == "mixed"


def test_no_content_is_indirect() -> None:
    assert form("“Go,” she said.", []) == "indirect"


@given(st.text(alphabet="“”\"'‘’ ab.\n", max_size=60), st.data())
def test_any_text_and_any_spans_have_a_form(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(ends, ends).map(lambda two: (min(two), max(two))), max_size=3))
    assert form(text, spans, cue=(0, 0)) in ("direct", "indirect", "mixed")
