"""Lists of feeds: as readers export them, and what is no list."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.inputs.opml import feeds_of
from sayso.reading import ReadingError

LIST = """<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Conflict"><outline type="rss" text="Courier" title="The Courier" xmlUrl="https://courier.example/rss"/>
<outline text="Lakeland &amp; Sea" xmlurl="https://lakeland.example/feed"/></outline>
<outline text="again" xmlUrl="https://courier.example/rss"/><outline xmlUrl=" https://bare.example/ "/>
<outline text="a page" htmlUrl="https://courier.example/"/></body></opml>"""


def feeds(path: Path, text: str) -> tuple[tuple[str, str], ...]:
    path.write_text(text, "utf-8")
    return feeds_of(path)


def test_each_feed_of_a_list_is_given_once_with_its_title(tmp_path: Path) -> None:
    assert feeds(tmp_path / "a.opml", LIST) == (
        ("The Courier", "https://courier.example/rss"),
        ("Lakeland & Sea", "https://lakeland.example/feed"),
        ("https://bare.example/", "https://bare.example/"),
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no well-formed XML"),
        (LIST[:200], "no well-formed XML"),
        ("<rss></rss>", "begins with <rss>"),
        ("<opml><body><outline text='x'/></body></opml>", "lists no feed"),
        ('<!DOCTYPE opml [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><opml>&b;</opml>', "declares XML entities"),
        ("<opml>" + "<outline/>" * 300_001 + "</opml>", "more than 300,000 elements"),
        ("x" * 20_000_001, "larger than 20 MB"),
    ],
)
def test_what_is_no_list_of_feeds_is_refused_in_one_sentence(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ReadingError, match=says) as refusal:
        feeds(tmp_path / "a.opml", text)
    assert "\n" not in str(refusal.value)
