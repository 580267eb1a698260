"""Addresses and feeds to documents, from real servers on this machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sayso.fetching.fetched import Known, NotModified
from sayso.inputs.item import Item, read_item
from sayso.reading import ReadingError
from sayso.reading.article import Metadata
from sayso.runs import gathering
from sayso.runs.gathering import fetch_items, watch_items
from tests.fetching.sites import Reply, Site, fetcher, moved, site

FEED = {"Content-Type": "application/rss+xml", "ETag": '"f1"'}


def page(words: str) -> Reply:
    html = f"<html><body><h1>{words}</h1><p>{words}, a spokeswoman said.</p></body></html>"
    return Reply(html.encode(), headers={"Content-Type": "text/html", "ETag": '"p1"'})


def lines(content: bytes, url: str) -> Iterator[Item]:
    """A feed of the plainest kind: a line for each entry, its address and perhaps its title."""
    if content.startswith(b"<"):
        raise ReadingError("it is no feed; expected RSS or Atom")
    for line in content.decode().splitlines():
        address, _, title = line.partition(" ")
        told = Metadata(title=title or None, url=address if address != "-" else None, outlet="Courier")
        yield Item(f"{url}, {address}", content=title, told=told)


def feed(*entries: str) -> Reply:
    return Reply("\n".join(entries).encode(), headers=FEED)


def outcome(item: Item | NotModified, here: Site) -> str:
    """A document's title and outlet, or its fault, or that nothing changed."""
    if isinstance(item, NotModified):
        return "unchanged"
    if item.fault is not None:
        return item.fault[: item.fault.index(";") if ";" in item.fault else None]
    document = read_item(item).document
    assert document.url is None or document.url.startswith(here.url())
    return f"{document.title}, {document.outlet}"


def watched(here: Site, memory: dict[str, Known], *paths: str) -> list[str]:
    feeds = [here.url(path) for path in paths or ("/feed",)]
    found = watch_items(feeds, fetcher=fetcher(), entries=lines, memory=memory)
    return [outcome(item, here) for item in found]


def test_each_address_gives_a_document_or_a_fault_in_their_order() -> None:
    with site(
        {"/a": page("Army leaves Telmara"), "/b": moved("/a"), "/c": Reply(b"{}", headers=FEED)}
    ) as here:
        urls = [here.url("/a"), here.url("/none"), "ftp://courier.example/", here.url("/b"), here.url("/c")]
        found = list(fetch_items(urls, fetcher=fetcher()))
        assert all(isinstance(item, Item) and item.name == url for item, url in zip(found, urls, strict=True))
        assert [outcome(item, here) for item in found] == [
            f"Army leaves Telmara, courier.example:{here.port}",
            "the server answered 404 (Not Found)",
            "the scheme of the address is 'ftp'",
            f"Army leaves Telmara, courier.example:{here.port}",
            "its content is application/rss+xml",
        ]


def test_a_fault_names_its_address_once_it_is_read() -> None:
    with site({}) as here:
        (item,) = fetch_items([here.url("/none")], fetcher=fetcher())
        assert isinstance(item, Item)
        with pytest.raises(ReadingError, match=rf"^{here.url('/none')}: the server answered 404"):
            read_item(item)


def test_an_address_is_remembered_only_when_the_next_document_is_asked_for() -> None:
    memory: dict[str, Known] = {}
    with site({"/a": page("A"), "/none": Reply(b"", 500)}) as here:
        found = fetch_items([here.url("/a"), here.url("/none")], fetcher=fetcher(), memory=memory)
        next(found)
        assert memory == {}
        next(found)
        assert memory == {here.url("/a"): Known(here.url("/a"), '"p1"')}
        assert list(found) == []
        assert len(memory) == 1
        here.replies["/a"] = Reply(b"", 304)
        (again,) = fetch_items([here.url("/a")], fetcher=fetcher(), memory=memory)
    assert again == NotModified(here.url("/a"), memory[here.url("/a")])


def test_the_new_entries_of_a_feed_are_fetched_and_the_known_ones_are_not() -> None:
    memory: dict[str, Known] = {}
    with site({"/feed": feed("/a Army leaves", "/b"), "/a": page("A"), "/b": page("B")}) as here:
        assert watched(here, memory) == ["Army leaves, Courier", "B, Courier"]
        here.replies["/c"] = page("C")
        here.replies["/feed"] = feed("/c", "/a", "/b")
        assert watched(here, memory) == ["C, Courier"]
        assert here.paths().count("/a") == 1
        here.replies["/feed"] = Reply(b"", 304)
        assert watched(here, memory) == ["unchanged"]


def test_an_entry_without_an_address_is_a_document_by_itself() -> None:
    with site({"/feed": feed("- The army left Telmara.")}) as here:
        (item,) = watch_items([here.url("/feed")], fetcher=fetcher(), entries=lines)
    assert isinstance(item, Item)
    assert item.content == "The army left Telmara."


def test_a_feed_of_which_something_failed_that_may_pass_is_read_again() -> None:
    memory: dict[str, Known] = {}
    with site({"/feed": feed("/a", "/b"), "/a": Reply(b"", 503), "/b": page("B")}) as here:
        first = watched(here, memory)
        assert first[0].startswith("the server answered 503")
        assert here.url("/feed") not in memory
        here.replies["/a"] = page("A")
        assert watched(here, memory) == ["A, Courier"]
        assert here.url("/feed") in memory


def test_a_feed_with_a_dead_link_is_not_read_again_for_it() -> None:
    memory: dict[str, Known] = {}
    with site({"/feed": feed("/none", "/b"), "/b": page("B")}) as here:
        watched(here, memory)
        assert here.url("/feed") in memory
        assert here.url("/none") not in memory


def test_a_feed_is_remembered_only_when_all_its_entries_were_asked_for() -> None:
    memory: dict[str, Known] = {}
    with site({"/feed": feed("/a", "/b"), "/a": page("A"), "/b": page("B")}) as here:
        found = watch_items([here.url("/feed")], fetcher=fetcher(), entries=lines, memory=memory)
        next(found)
        next(found)
        assert list(memory) == [here.url("/a")]
        assert list(found) == []
        assert set(memory) == {here.url(path) for path in ("/a", "/b", "/feed")}


def test_two_feeds_with_one_entry_fetch_it_once_even_where_it_fails() -> None:
    with site({"/feed": feed("/none", "/b"), "/other": feed("/b", "/none"), "/b": page("B")}) as here:
        assert len(watched(here, {}, "/feed", "/other")) == 2
        assert here.paths().count("/none") == here.paths().count("/b") == 1


def test_what_is_no_feed_or_cannot_be_fetched_is_a_fault_and_the_next_one_is_read() -> None:
    with site({"/page": page("A"), "/feed": feed("/b"), "/b": page("B")}) as here:
        assert watched(here, {}, "/page", "/none", "/feed") == [
            "it is no feed",
            "the server answered 404 (Not Found)",
            "B, Courier",
        ]


def test_an_entry_that_leads_to_an_inner_machine_is_a_fault() -> None:
    with site({"/feed": feed("http://192.168.1.1/admin", "file:///etc/passwd", "http://[")}) as here:
        first, second, third = watched(here, {})
    assert "no public address" in first
    assert "'file'" in second
    assert "no address" in third


def test_a_feed_with_too_many_new_entries_leaves_the_others_for_the_next_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(gathering, "MOST_ENTRIES", 2)
    memory: dict[str, Known] = {}
    replies = {f"/{n}": page(f"Story {n}") for n in range(3)}
    with site({**replies, "/feed": feed("/0", "/1", "/2")}) as here:
        assert watched(here, memory)[2].startswith("it lists more than")
        assert here.url("/feed") not in memory
        assert watched(here, memory) == ["Story 2, Courier"]
