"""A dump of GeoNames (geonames.org/export): `allCountries.zip`, or the text in it, line by line.

Nineteen columns with tabs between: id, name, ASCII name, alternate names (commas between), latitude,
longitude, class, code, country, other countries, codes of four divisions, population, elevation, terrain,
time zone, day of the last change.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from sayso.resolution.gazetteer_entry import Kind, Row
from sayso.resolution.gazetteer_errors import GazetteerError

COLUMNS = 19
_COUNTRY = re.compile(r"[A-Z]{2}")
# No line of GeoNames is longer than some 20,000 bytes.
_LONGEST = 1 << 20
_LARGEST_ID = 1 << 31
_LARGEST_NAME = 200
# Codes of countries and towns; all others go by their class.
_CODES = {
    "PCLI": Kind.country,
    "PCLD": Kind.country,
    "PCLF": Kind.country,
    "PCLS": Kind.country,
    "PCLIX": Kind.country,
    "PCL": Kind.country,
    "TERR": Kind.country,
    "ADM1": Kind.division1,
    "PPLC": Kind.capital,
    "PPLX": Kind.quarter,
    "PPLH": Kind.spot,
    "PPLQ": Kind.spot,
    "PPLW": Kind.spot,
    "CONT": Kind.region,
    "RGN": Kind.region,
}
_CLASSES = {
    "A": Kind.division2,
    "P": Kind.city,
    "H": Kind.spot,
    "T": Kind.spot,
    "L": Kind.spot,
    "S": Kind.spot,
    "R": Kind.spot,
    "V": Kind.spot,
    "U": Kind.spot,
}
# The big ones; a newspaper's "Black Sea" is no brook.
_WATERS = frozenset({"OCN", "SEA", "GULF", "STRT"})


def rows_of(path: Path) -> Iterator[tuple[int, Row, str]]:
    """(number of the line, place, its code) for every line.

    Raises:
        GazetteerError: a line is of another layout, or the dump is cut off; names the line.
    """
    number = 0
    with _opened(path) as file:
        try:
            while line := file.readline(_LONGEST):
                number += 1
                yield number, *_row(line, path, number)
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise GazetteerError(
                f"{path} is damaged or cut off after line {number} ({error}); download it again"
            ) from None
    if not number:
        raise GazetteerError(f"{path} is empty; expected a dump of GeoNames such as allCountries.zip")


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    if not zipfile.is_zipfile(path):
        with path.open("rb") as start:
            if start.read(2) == b"PK":
                raise GazetteerError(f"{path} is a zip file that is cut off; download it again")
        with path.open("rb") as file:
            yield file
        return
    with zipfile.ZipFile(path) as archive:
        inside = [info for info in archive.infolist() if info.filename.endswith(".txt")]
        inside = [info for info in inside if "readme" not in info.filename.lower()]
        if len(inside) != 1:
            raise GazetteerError(f"{path} holds {len(inside)} tables; expected one, as in allCountries.zip")
        with archive.open(inside[0]) as member:
            yield io.BufferedReader(member)  # type: ignore[type-var]


def _row(line: bytes, path: Path, number: int) -> tuple[Row, str]:
    if not line.endswith(b"\n"):
        raise GazetteerError(
            f"{path} line {number}: the dump is cut off in the middle of this line; download it again"
        )
    try:
        fields = line.decode("utf-8").rstrip("\r\n").split("\t")
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{path} line {number}: no UTF-8 ({error.reason}); download it again") from None
    if len(fields) != COLUMNS:
        raise GazetteerError(
            f"{path} line {number}: {len(fields)} columns; expected the {COLUMNS} of a GeoNames dump"
        )
    return _read(fields, path, number), fields[7]


def _read(fields: list[str], path: Path, number: int) -> Row:
    geonameid = _number(fields[0], "geonameid", path, number, least=1, most=_LARGEST_ID - 1)
    lat = _number(fields[4], "latitude", path, number, least=-90, most=90)
    lon = _number(fields[5], "longitude", path, number, least=-180, most=180)
    people = _number(fields[14] or "0", "population", path, number, least=0, most=1e11)
    country = fields[8] if _COUNTRY.fullmatch(fields[8]) else ""
    names = tuple(name for name in (fields[2], *fields[3].split(",")) if name and len(name) < _LARGEST_NAME)
    kind = _kind(fields[6], fields[7])
    return Row(fields[1], kind, country, fields[10], lat, lon, int(people), int(geonameid), names)


def _kind(group: str, code: str) -> Kind:
    if code in _WATERS:
        return Kind.water
    return _CODES[code] if code in _CODES else _CLASSES.get(group, Kind.spot)


def _number(text: str, column: str, path: Path, number: int, *, least: float, most: float) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if least <= value <= most:
        return value
    raise GazetteerError(
        f"{path} line {number}: {column} is {text[:40]!r}; expected a number from {least:g} to {most:g}"
    )
