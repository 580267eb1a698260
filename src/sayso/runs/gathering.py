"""Addresses and feeds as a stream of documents to read."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, MutableMapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from sayso.fetching.errors import FetchError
from sayso.fetching.fetched import Fetched, Known, NotModified
from sayso.fetching.fetcher import Fetcher
from sayso.inputs.fetched import page_item
from sayso.inputs.item import NOTHING, Item
from sayso.reading import ReadingError
from sayso.reading.article import Metadata

Memory = MutableMapping[str, Known]
"""What is known of each address, by the address as it was asked for. The caller keeps it.

An address enters it only when the next document is asked for, so that a caller who stores each document
before asking on never remembers one that was lost.
"""

Entries = Callable[[bytes, str], Iterable[Item]]
"""A feed's bytes and its address to its entries; `told.url` is an entry's page. Raises ReadingError."""

MOST_ENTRIES = 500  # new ones of one feed; the longest feeds of outlets hold 100
_TOO_MANY = f"it lists more than {MOST_ENTRIES} new entries; the others are left for the next time"


def fetch_items(
    urls: Iterable[str], *, fetcher: Fetcher, memory: Memory | None = None
) -> Iterator[Item | NotModified]:
    """The document behind each address, in their order; what cannot be fetched is an item with a fault.

    Args:
        urls: pages, PDFs or plain texts.
        fetcher: asks for them.
        memory: of what was fetched before; `NotModified` comes for what is still the same.
    """
    memory = {} if memory is None else memory
    for url in urls:
        page = _tried(fetcher, url, memory.get(url))
        if isinstance(page, Fetched):
            item = _item(page, NOTHING)
            yield item
            if item.fault is None:
                memory[url] = page.known
        else:
            yield page


def watch_items(
    feeds: Iterable[str], *, fetcher: Fetcher, entries: Entries, memory: Memory | None = None
) -> Iterator[Item | NotModified]:
    """The pages of all entries of feeds that were not fetched before.

    An entry without an address is a document by itself. `NotModified` comes for a feed that is still the
    same. A feed of which something failed that may pass is read again the next time.

    Args:
        feeds: their addresses.
        fetcher: asks for them and for the pages.
        entries: reads a feed.
        memory: of feeds and pages that were fetched before.
    """
    watch = _Watch(fetcher, entries, {} if memory is None else memory)
    for url in feeds:
        yield from watch.feed(url)


@dataclass(frozen=True, slots=True)
class _Watch:
    """One round of all feeds; `tried` holds the pages that were asked for in it."""

    fetcher: Fetcher
    entries: Entries
    memory: Memory
    tried: set[str] = field(default_factory=set)

    def feed(self, url: str) -> Iterator[Item | NotModified]:
        feed = _tried(self.fetcher, url, self.memory.get(url))
        if not isinstance(feed, Fetched):
            yield feed
            return
        try:
            listed = list(self.entries(feed.content, feed.final_url))
        except ReadingError as error:
            yield Item(url, fault=str(error))
            return
        if (yield from self.pages(feed, listed)):
            self.memory[url] = feed.known

    def pages(self, feed: Fetched, listed: list[Item]) -> Generator[Item, None, bool]:
        """Those of the new entries; returns whether nothing is left for the next time."""
        whole, room = True, MOST_ENTRIES
        for entry in listed:
            url = _address(feed, entry)
            if url is None or entry.fault is not None:
                yield entry
            elif url not in self.memory and url not in self.tried:
                if not room:
                    yield Item(feed.url, fault=_TOO_MANY)
                    return False
                room -= 1
                whole = (yield from self.page(url, entry.told)) and whole
        return whole

    def page(self, url: str, told: Metadata) -> Generator[Item, None, bool]:
        """The page of one entry; returns whether nothing is left of it for the next time."""
        self.tried.add(url)
        try:
            page = self.fetcher.fetch(url)
        except FetchError as error:
            yield Item(url, told=told, fault=str(error))
            return not error.passing
        if isinstance(page, Fetched):
            yield _item(page, told)
            self.memory[url] = page.known
        return True


def _tried(fetcher: Fetcher, url: str, known: Known | None) -> Fetched | NotModified | Item:
    """What came, or an item that says why nothing did."""
    try:
        return fetcher.fetch(url, known=known)
    except FetchError as error:
        return Item(url, fault=str(error))


def _item(page: Fetched, told: Metadata) -> Item:
    return page_item(
        page.url,
        page.content,
        url=page.final_url,
        content_type=page.content_type,
        charset=page.charset,
        told=told,
    )


def _address(feed: Fetched, entry: Item) -> str | None:
    """Where an entry's page is; feeds may write it from their own address on."""
    if not entry.told.url:
        return None
    try:
        return urljoin(feed.final_url, entry.told.url)
    except ValueError:
        return entry.told.url
