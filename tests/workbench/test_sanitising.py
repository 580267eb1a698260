"""What an original shows: words, and nothing that acts, loads, leads away or deceives."""

from __future__ import annotations

import re

import pytest

from sayso.ledger.originals import Original
from sayso.workbench.sanitising import POLICY, page_of

pytest.importorskip("nh3")


def shown(page: str) -> str:
    return page_of(Original("html", page.encode()), title="Ferry")


@pytest.mark.parametrize(
    "page",
    [
        "<script>fetch('//x')</script>",
        "<img src=x onerror=alert(1)>",
        "<p onclick=alert(1) style='background:url(//x)'>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href='https://elsewhere.example/'>x</a>",
        "<iframe src='https://elsewhere.example/'></iframe>",
        "<svg><script>alert(1)</script><a href='//x'>x</a></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></math>",
        "<form action='//x'><input name=q><button>Send</button></form>",
        "<link rel=stylesheet href='//x'><meta http-equiv=refresh content='0;url=//x'><base href='//x'>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
        "<bdo dir=rtl>drow</bdo>",
    ],
)
def test_nothing_of_a_page_acts_or_leads_away(page: str) -> None:
    body = re.sub(r"<style>.*?</style>", "", shown(f"<body><p>Words stay.</p>{page}"), count=1)
    assert "Words stay." in body
    assert not re.search(
        r"<(?:script|img|iframe|svg|form|input|link|base|bdo|style)|href|src=|on\w+=|alert", body
    )


def test_the_parts_of_a_text_stay_parts() -> None:
    told = shown(
        "<h2>Fire</h2><table><tr><td colspan=2>Three</td></tr></table><blockquote>So it is</blockquote>"
    )
    assert "<h2>Fire</h2>" in told
    assert '<td colspan="2">Three</td>' in told
    assert "<blockquote>So it is</blockquote>" in told


def test_characters_that_turn_words_about_are_left_out() -> None:
    assert "denied" in shown("<p>de\u202enied\u2066</p>")


def test_a_text_is_shown_as_it_stands_and_no_markup_in_it_counts() -> None:
    told = page_of(Original("plain", b"<b>3 < 4</b>\nand more"), title="<script>")
    assert "<pre>&lt;b&gt;3 &lt; 4&lt;/b&gt;\nand more</pre>" in told
    assert "<script>" not in told


def test_a_page_in_another_encoding_is_read() -> None:
    page = '<meta charset="windows-1251"><p>Паром горит у причала</p>'.encode("cp1251")
    assert "Паром горит" in page_of(Original("html", page), title="")


def test_the_policy_lets_nothing_load_and_nothing_run() -> None:
    assert POLICY.startswith("default-src 'none'")
    assert "sandbox" in POLICY
    assert "script-src" not in POLICY
