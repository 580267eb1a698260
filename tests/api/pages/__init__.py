"""A page as its elements, so that tests ask what it has and not how it is written."""

from __future__ import annotations

from html.parser import HTMLParser

_VOID = ("meta", "link", "br", "hr", "img", "input", "rect", "path", "wbr")


class Page(HTMLParser):
    """Attributes:
    tags: every element with its attributes, in order.
    open: elements that were not closed, or closed without being open.
    text: all words outside elements' attributes.
    """

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.open.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, attribute: str, *, of: str | None = None) -> list[str]:
        return [
            value
            for tag, attrs in self.tags
            if of in (None, tag) and (value := attrs.get(attribute)) is not None
        ]
