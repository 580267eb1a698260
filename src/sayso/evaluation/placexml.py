"""LGL, GWN, TR-News and GeoVirus: articles in XML with the places that their toponyms mean."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluation.errors import CorpusError

_NAMES = ("phrase", "name", "extractedName")
_LATITUDES = ("gaztag/lat", "lat", "latitude")
_LONGITUDES = ("gaztag/lon", "lon", "long", "longitude")
_IDS = ("geonamesID", "geonameid")


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """A toponym and the place that people took it for.

    Attributes:
        name: as written.
        start, end: half-open characters of the article's text; None where the corpus's do not hold the name.
        lat, lon: degrees, or None.
        geonameid: in GeoNames, or None.
    """

    name: str
    start: int | None
    end: int | None
    lat: float | None
    lon: float | None
    geonameid: int | None


@dataclass(frozen=True, slots=True)
class PlaceArticle:
    """One article; `places` are the toponyms that have a gold place, in reading order."""

    title: str
    address: str
    text: str
    places: tuple[GoldPlace, ...]


def read_articles(path: Path) -> list[PlaceArticle]:
    """The articles of the file; raises CorpusError where it is of another layout."""
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        raise CorpusError(f"{path} is no XML ({error}); expected LGL, GWN, TR-News or GeoVirus") from None
    articles = [_article(node) for node in root.iter("article")]
    if not any(article.places for article in articles):
        raise CorpusError(
            f"{path} has no article with toponyms and coordinates; expected LGL, GWN, TR-News or GeoVirus"
        )
    return articles


def _article(node: ElementTree.Element) -> PlaceArticle:
    text = node.findtext("text") or ""
    places = (_place(toponym, text) for kind in ("toponym", "location") for toponym in node.iter(kind))
    gold = [place for place in places if place.name and (place.geonameid or place.lat is not None)]
    gold.sort(key=lambda place: place.start if place.start is not None else len(text))
    address = node.findtext("domain") or node.findtext("url") or ""
    return PlaceArticle((node.findtext("title") or "").strip(), address.strip(), text, tuple(gold))


def _place(node: ElementTree.Element, text: str) -> GoldPlace:
    name = (_first(node, _NAMES) or "").strip()
    start, end = _where(node, name, text)
    lat, lon = _number(_first(node, _LATITUDES)), _number(_first(node, _LONGITUDES))
    gaztag = node.find("gaztag")
    number = (gaztag.get("geonameid") if gaztag is not None else None) or _first(node, _IDS) or ""
    known = lat is not None and lon is not None
    return GoldPlace(name, start, end, lat if known else None, lon if known else None, _id(number))


def _where(node: ElementTree.Element, name: str, text: str) -> tuple[int | None, int | None]:
    """The characters that hold the name; some corpora count from one, some not all the way."""
    start = _number(node.findtext("start"))
    if start is None:
        return None, None
    for first in (int(start), int(start) - 1, int(start) + 1):
        if first >= 0 and text[first : first + len(name)] == name:
            return first, first + len(name)
    return None, None


def _first(node: ElementTree.Element, paths: tuple[str, ...]) -> str | None:
    found: Iterator[str | None] = (node.findtext(path) for path in paths)
    return next((text for text in found if text and text.strip()), None)


def _number(text: str | None) -> float | None:
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if abs(number) < 1e9 else None


def _id(text: str) -> int | None:
    return int(text) if text.strip().isdecimal() else None
