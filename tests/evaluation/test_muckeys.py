"""Answer keys of MUC-4: who is held answerable, under which names, on what ground."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.evaluation.muckeys import CONFIDENCES, Fill, Label, plain_name, read_fill, read_keys

from .muc_files import KEY


def label(names: str, *confidences: str) -> Label:
    return Label(frozenset(names.split("|")), frozenset(CONFIDENCES[one] for one in confidences))


def key(*templates: tuple[str, str], document: str = "DEV-MUC9-0001") -> str:
    """A key with the slots 10 and 11 of some incidents of one text."""
    return "\n".join(
        f"0.  MESSAGE: ID   {document}\n"
        f"10. PERP: ORGANIZATION ID           {named}\n"
        f"11. PERP: ORGANIZATION CONFIDENCE   {confidence}\n"
        for named, confidence in templates
    )


def labels(*templates: tuple[str, str]) -> tuple[Label, ...]:
    return read_keys(key(*templates))["DEV-MUC9-0001"]


def test_a_key_tells_every_organisation_of_a_text_once() -> None:
    assert read_keys(KEY) == {
        "TST9-MUC4-0001": (
            label("coast guard", "REPORTED AS FACT"),
            label("northern front|nf|front", "CLAIMED OR ADMITTED", "REPORTED AS FACT"),
            label("river league", "SUSPECTED OR ACCUSED BY AUTHORITIES", "POSSIBLE"),
        ),
        "TST9-MUC4-0002": (),
    }


@pytest.mark.parametrize(
    ("line", "fill"),
    [
        ('"COAST GUARD"', Fill((), frozenset({"coast guard"}), optional=False)),
        ('  ?"A" / "B"', Fill((), frozenset({"a", "b"}), optional=True)),
        ('POSSIBLE: "A"', Fill(("POSSIBLE",), frozenset({"a"}), optional=False)),
        (
            'POSSIBLE/REPORTED  AS FACT:"A"/"B"',
            Fill(("POSSIBLE", "REPORTED AS FACT"), frozenset({"a", "b"}), optional=False),
        ),
        (
            '(POSSIBLE / ACQUITTED): "A"',
            Fill(("POSSIBLE", "ACQUITTED"), frozenset({"a"}), optional=False),
        ),
        (
            "POSSIBLE: HARBOUR UNION [HU]",
            Fill(("POSSIBLE",), frozenset({"harbour union hu"}), optional=False),
        ),
        (r'"\"THE FRONT\" / NF"', Fill((), frozenset({"front nf"}), optional=False)),
        ('"A" ; "B"', Fill((), frozenset({"a"}), optional=False)),
        ("-", Fill((), frozenset(), optional=False)),
        ("*", Fill((), frozenset(), optional=False)),
        ('"unclosed', Fill((), frozenset({"unclosed"}), optional=False)),
    ],
)
def test_a_line_of_a_slot_is_taken_apart(line: str, fill: Fill) -> None:
    assert read_fill(line) == fill


def test_incidents_of_one_text_that_present_an_organisation_differently_are_all_right() -> None:
    assert labels(
        ('"A" / "AB"', 'POSSIBLE: "A" / "AB"'), ('"C"', 'POSSIBLE: "C"'), ('"AB"', 'ACQUITTED: "AB"')
    ) == (label("a|ab", "POSSIBLE", "ACQUITTED"), label("c", "POSSIBLE"))


def test_an_organisation_that_joins_two_joins_their_confidences() -> None:
    assert labels(
        ('"A"', 'POSSIBLE: "A"'), ('"B"', 'ACQUITTED: "B"'), ('"A" / "B"', 'REPORTED AS FACT: "A" / "B"')
    ) == (label("a|b", "POSSIBLE", "ACQUITTED", "REPORTED AS FACT"),)


@pytest.mark.parametrize(
    ("named", "confidence"),
    [
        ('? "A"', 'POSSIBLE: "A"'),
        ('"A"', '? POSSIBLE: "A"'),
        ('"A"', "? POSSIBLE"),
        ('"A"', "-"),
        ('"A"', 'UNHEARD OF: "A"'),
        ('"A"', 'POSSIBLE: "..."'),
    ],
)
def test_what_is_optional_or_says_nothing_of_anybody_gives_no_label(named: str, confidence: str) -> None:
    assert labels((named, confidence)) == ()


def test_an_organisation_beside_an_optional_one_keeps_its_label() -> None:
    continued = '"A"\n                  ? "B"', 'POSSIBLE: "A"\n                  ? POSSIBLE: "B"'
    assert labels(continued) == (label("a", "POSSIBLE"),)


@pytest.mark.parametrize("text", ["", "Just an article.\n", '10. PERP: ORGANIZATION ID   "A"\n'])
def test_what_is_no_key_has_no_texts(text: str) -> None:
    assert read_keys(text) == {}


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("THE  Northern\nFRONT", "northern front"),
        ('"Front"', "front"),
        ("M-19", "m 19"),
        ("The", ""),
        ("Theatre Union", "theatre union"),
    ],
)
def test_names_are_compared_by_their_words(name: str, plain: str) -> None:
    assert plain_name(name) == plain


@settings(deadline=None)
@given(st.text())
def test_a_plain_name_stays_as_it_is(name: str) -> None:
    plain = plain_name(name)
    assert "  " not in plain
    assert plain.startswith("the ") or plain_name(plain) == plain


@settings(deadline=None)
@given(st.text(alphabet='AB "\\/:?;()[]-*\n', max_size=60))
def test_no_slot_is_too_odd_to_read(fill: str) -> None:
    found = read_keys(key((fill, f'POSSIBLE: "Z"\n          {fill}')))
    assert label("z", "POSSIBLE").names <= found["DEV-MUC9-0001"][0].names


WORDS = st.lists(st.sampled_from(["north", "front", "union", "19", "guard"]), min_size=1).map(" ".join)


@settings(deadline=None)
@given(
    st.lists(WORDS, min_size=1, max_size=4),
    st.lists(st.sampled_from(sorted(CONFIDENCES)), min_size=1, unique=True),
)
def test_what_is_written_as_a_fill_is_read_from_it(names: list[str], confidences: list[str]) -> None:
    quoted = " / ".join(f'"{name.upper()}"' for name in names)
    assert labels((quoted, f"{' / '.join(confidences)}: {quoted}")) == (label("|".join(names), *confidences),)
