"""Lists of feeds as feed readers export them (OPML)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.parsers.expat import ExpatError

from sayso.inputs.defusing import elements
from sayso.reading import ReadingError
from sayso.reading.decoding import decode
from sayso.reading.intake import MAX_BYTES


def feeds_of(path: Path) -> tuple[tuple[str, str], ...]:
    """Title and address of each feed in an OPML file, in its order and each address once.

    A feed without a title has its address for one.

    Raises:
        ReadingError: it is no OPML, declares entities, holds no feed or is larger than 20 MB.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ReadingError(f"{path} is larger than {MAX_BYTES // 1_000_000} MB; expected a list of feeds")
    feeds: dict[str, str] = {}
    names: list[str] = []

    def begun(name: str, attributes: Mapping[str, str]) -> None:
        names.append(name.lower())
        # Some programs write xmlurl, or xmlURL.
        told = {key.lower(): " ".join(value.split()) for key, value in attributes.items()}
        if names[-1] == "outline" and (url := told.get("xmlurl")):
            feeds.setdefault(url, told.get("title") or told.get("text") or url)

    try:
        elements(decode(data), str(path), begun)
    except ExpatError as error:
        raise ReadingError(f"{path} is no well-formed XML ({error}); export the list once more") from None
    if not names or names[0] != "opml":
        came = f"begins with <{names[0]:.30}>" if names else "is empty"
        raise ReadingError(f"{path} {came}; expected a list of feeds in OPML, which begins with <opml>")
    if not feeds:
        raise ReadingError(f"{path} lists no feed; expected <outline … xmlUrl=…>")
    return tuple((title, url) for url, title in feeds.items())
