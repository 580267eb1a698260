r"""RTF as lines: letters of every code page, groups that are no text, and what no program wrote."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest

from sayso.inputs.rtf import rtf_lines
from sayso.reading import ReadingError


def text(body: str | bytes, head: str = r"\ansi\ansicpg1252") -> str:
    data = body if isinstance(body, bytes) else body.encode("cp1252")
    return "\n".join(rtf_lines(b"{\\rtf1" + head.encode() + b" " + data + b"}"))


def test_paragraphs_cells_and_rows_end_a_line_and_line_ends_of_the_file_do_not() -> None:
    assert (
        text("one\r\ntwo\\par three\\line four\\cell five\\row\\pard six")
        == "onetwo\n\nthree\nfour\n\nfive\n\nsix"
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"caf\'e9 \'93yes\'94", "café “yes”"),
        (r"\u8220?yes\u8221?", "“yes”"),
        (r"\uc0\u8220 yes\u8221", "“yes”"),
        (r"\uc2\u233\'c3\'a9t\'e9", "été"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"\lquote a\rquote\emdash b\endash\bullet\~c\_d\{\}\\", "‘a’—b–•\u00a0c-d{}\\"),
        (r"in\-visible", "invisible"),
        (r"a {\v hidden}{\v0 shown}", "a shown"),
        ("{\\field{\\*\\fldinst{HYPERLINK \"x\"}}{\\fldrslt The army}} withdrew", "The army withdrew"),
        (r"{\*\unheard of}{\pict 89504e47}{\header Page 1\par}{\info{\title x}}left", "left"),
        (r"{\b bold}\i0 plain", "boldplain"),
        (r"\bin5 {{{{{left", "left"),
    ],
)  # fmt: skip
def test_what_stands_for_a_letter_is_read_and_what_is_no_text_is_not(body: str, expected: str) -> None:
    assert text(body) == expected


@pytest.mark.parametrize(
    ("page", "body", "expected"),
    [
        (1251, r"\'cf\'f0\'e8", "При"),
        (1250, r"\'8a", "Š"),
        (932, r"\'93\'fa\'96\'7b", "日本"),
        (99999, r"\'e9", "é"),
    ],
)
def test_the_code_page_of_the_document_decides(page: int, body: str, expected: str) -> None:
    assert text(body, rf"\ansi\ansicpg{page}") == expected


def test_the_character_set_of_a_font_goes_before_the_code_page() -> None:
    fonts = r"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset238 B;}}"
    assert text(fonts + r"{\f1 \'8a}\f0 \'8a{\f1\plain\'e8}") == "ŠŠè"
    assert text(fonts + r"\f1\'e8\f0\'e8") == "čè"


def test_a_file_of_another_kind_is_refused() -> None:
    with pytest.raises(ReadingError, match=r"expected RTF"):
        rtf_lines(b"The army withdrew.")


def test_groups_nested_without_end_are_refused() -> None:
    with pytest.raises(ReadingError, match="nests"):
        rtf_lines(b"{\\rtf1" + b"{" * 5_000)


def test_bytes_of_any_kind_give_lines_that_can_be_stored() -> None:
    chance = random.Random(1)
    pieces = (
        rb"{ } \ \' e9 \u-10179 \u8220? \bin9 \par_ \* x \fonttbl \f1 \fcharset128 \uc-3 \u999999999_".split()
    )
    for _ in range(500):
        data = b"{\\rtf1 " + b"".join(chance.choice([*pieces, b"\xff", b"\r\n"]) for _ in range(40))
        with suppress(ReadingError):
            "\n".join(rtf_lines(data.replace(b"_", b" "))).encode("utf-8")
