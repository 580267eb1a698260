"""Feeds: what an entry says about itself, how much of the article it holds, and what is refused."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from sayso.inputs.feeds import entry_items, is_feed
from sayso.inputs.files import items
from sayso.inputs.item import Given, read_item
from sayso.reading import ReadingError, read_document

WORDS = "Police arrested nine protesters in Telmara, a spokeswoman said on Friday."
ARTICLE = "".join(f"<p>{WORDS} It was day {day}.</p>" for day in range(12))
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Planet of News</title>{}</channel>
</rss>"""
FULL = f"""<item><title>Nine held &amp;amp; freed</title><link>https://courier.example/a</link><guid>k-7</guid>
<description>Nine held.</description><content:encoded><![CDATA[{ARTICLE}]]></content:encoded>
<dc:creator>Ada Roe</dc:creator><dc:creator>Bo Lind</dc:creator><media:credit>Farwire</media:credit>
<pubDate>Fri, 14 Mar 2025 23:30:00 -0500</pubDate>
<source url="https://courier.example/rss">The Courier</source></item>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Planet of News</title><entry>
<title type="html">Nine &lt;b&gt;held&lt;/b&gt;</title><link href="https://courier.example/a"/><id>k-7</id>
<updated>2025-03-14T09:30:00Z</updated><author><name>Ada Roe</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{ARTICLE}</div></content>
<source><title>The Courier</title></source></entry></feed>"""


def read(*entries: str, feed: str = RSS) -> list[Given]:
    return [
        read_item(item) for item in entry_items(feed.replace("{}", "".join(entries)).encode(), name="feed")
    ]


def test_an_entry_is_a_document_of_the_outlet_that_it_names() -> None:
    (given,) = read(FULL)
    document = given.document
    assert given.name == "feed, entry 1"
    assert given.fields == {"feed": "Planet of News", "id": "k-7", "credit": "Farwire"}
    assert (document.title, document.outlet) == ("Nine held & freed", "The Courier")
    assert (document.url, document.published) == ("https://courier.example/a", "2025-03-14")
    assert document.authors == ("Ada Roe", "Bo Lind")
    assert document.text.count(WORDS) == 12
    assert document.text.startswith("Nine held & freed\n\n")


def test_atom_is_read_as_rss_is() -> None:
    (given,) = read(feed=ATOM)
    assert given.fields == {"feed": "Planet of News", "id": "k-7"}
    assert (given.document.title, given.document.outlet) == ("Nine held", "The Courier")
    assert (given.document.authors, given.document.published) == (("Ada Roe",), "2025-03-14")
    assert given.document.text.count(WORDS) == 12


def test_a_summary_is_given_as_it_is_and_marked() -> None:
    brief, long, plain, bare = read(
        f"<item><title>Nine held</title><description>{WORDS}</description></item>",
        f"<item><title>Nine held</title><description><![CDATA[{ARTICLE}]]></description></item>",
        f"<item><description>Nine &lt;b&gt;held&lt;/b&gt;. {WORDS}</description></item>",
        "<item><title>Police hold nine protesters in Telmara</title></item>",
    )
    assert brief.document.text == f"Nine held\n\n{WORDS}"
    assert [given.fields.get("summary") for given in (brief, long, plain, bare)] == [True, None, True, True]
    assert plain.document.text == f"Nine held. {WORDS}"
    assert bare.document.text == "Police hold nine protesters in Telmara"
    assert brief.document.outlet == "Planet of News"


def test_an_author_with_a_mailbox_is_named_without_it() -> None:
    entry = "<item><title>a</title><description>b</description><author>{}</author></item>"
    named, unnamed = read(
        entry.replace("{}", "desk@courier.example (Ada Roe)"), entry.replace("{}", "desk@courier.example")
    )
    assert named.document.authors == ("Ada Roe",)
    assert "@" not in "".join(unnamed.document.authors)


def test_an_empty_entry_is_named_and_a_feed_without_entries_holds_none() -> None:
    (item,) = entry_items(RSS.replace("{}", "<item></item>").encode(), name="feed")
    assert item.fault == "the entry has no content, no summary and no title"
    assert read() == []


def test_a_damaged_feed_is_read_as_far_as_it_goes() -> None:
    (given,) = read(FULL.replace("<dc:creator>Bo Lind</dc:creator>", "&nbsp;<br>"))
    assert given.document.text.count(WORDS) == 12


def test_other_encodings_are_read() -> None:
    feed = RSS.replace("utf-8", "iso-8859-2").replace("{}", "<item><description>Žofín</description></item>")
    (item,) = entry_items(feed.encode("iso-8859-2"), name="feed")
    assert read_item(item).document.text == "Žofín"


def test_feeds_are_told_from_other_xml_by_their_first_tags(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(RSS.replace("{}", FULL))
    (tmp_path / "b.xml").write_text(
        "<?xml version='1.0'?><urlset><url>https://courier.example/</url></urlset>"
    )
    (tmp_path / "c.atom").write_text(ATOM)
    (tmp_path / "d").write_text("The town was calm.")
    assert [is_feed(path) for path in sorted(tmp_path.iterdir())] == [True, False, True, False]
    feed, other, atom = items([tmp_path])
    assert (feed.name, atom.name) == (f"{tmp_path}/a.xml, entry 1", f"{tmp_path}/c.atom, entry 1")
    with pytest.raises(ReadingError, match="neither a page nor a feed"):
        read_item(other)


LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
BOMBS = {
    "a billion laughs": f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>'
    + RSS.replace("{}", "<item><title>&l9;</title></item>"),
    "laughs after a comment": f'<!-- <a --><!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]><rss>&l9;</rss>',
    "a file of this machine": '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>',
    "a long one again and again": f'<!DOCTYPE rss [<!ENTITY x "{"x" * 90_000}">]><rss>{"&x;" * 90_000}</rss>',
    "a broken one": f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]><rss version="2.0"><br>&l9;',
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_entities_are_refused_before_they_unfold(bomb: str) -> None:
    begun = time.process_time()
    text = BOMBS[bomb].replace('<?xml version="1.0" encoding="utf-8"?>\n', "")
    with pytest.raises(ReadingError, match="declares XML entities"):
        list(entry_items(text.encode(), name="feed"))
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is no feed"),
        (b"The town was calm.", "is no feed"),
        (b"<html><body><p>The town was calm.</p></body></html>", "is no feed"),
        (b"x" * 20_000_001, "larger than 20 MB"),
        (b"<rss>" + b"<a></a>" * 300_001 + b"</rss>", "more than 300,000 elements"),
        (b"<rss>" + b"<a>" * 700_000, "more than 300,000 elements"),
        (b"<rss>" + b"<" * 3_000_000, "long and no well-formed XML"),
    ],
)
def test_what_is_no_feed_is_refused_in_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(ReadingError, match=says) as refusal:
        list(entry_items(data, name="feed"))
    assert "\n" not in str(refusal.value)


def test_xml_is_not_read_together_with_its_tags() -> None:
    with pytest.raises(ReadingError, match="neither a page nor a feed"):
        read_document(b"<?xml version='1.0'?><note>The town was calm.</note>")
