"""Short fictional articles, as many as wanted, always the same ones for the same seed."""

from __future__ import annotations

import random
from pathlib import Path

PLACES = "Telmara Dorsk Sella Lorn Varga Ostrin Belmar Tesk Navir Corram Ilvane Pashtor".split()
SIDES = "Karvia Ostrand Velmora Lorn Tasmere Orenda".split()
PEOPLE = "Ilena Brask;Ilo Tanet;Marit Oyen;Sadik Omeru;Lena Vors;Teodor Kain;Aisa Benn".split(";")
POSTS = "defence minister;police chief;mayor;union leader;aid worker;governor;army spokesman".split(";")
DEEDS = (
    "soldiers shelled a village near {place}, killing {number} people",
    "police arrested {number} protesters in {place}",
    "{side} sent {number} lorries of food to {place}",
    "ministers of {side} and {other} met in {place} and signed an agreement",
    "{side} threatened to close the border at {place}",
    "{number} dockers went on strike in {place}",
    "the army withdrew from {place}",
    "{side} rejected a demand to release {number} prisoners",
)
FRAMES = (
    "{deed}, {who} said.",
    "{deed} on {day}.",
    "According to {who}, {deed}.",
    "{who} denied that {deed}.",
    "“We know that {deed},” {who} told reporters in {place}.",
    "It was not clear whether {deed}.",
    "Officials who asked not to be named said {deed}.",
)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def article(number: int, *, seed: int = 1, sentences: int = 5) -> str:
    """One article: headline, dateline and some sentences."""
    chance = random.Random(seed * 1_000_003 + number)
    place, side = chance.choice(PLACES), chance.choice(SIDES)
    body = " ".join(_sentence(chance) for _ in range(sentences))
    day, month, year = chance.randint(1, 28), chance.choice(["March", "June"]), chance.randint(2015, 2025)
    return f"Fears grow in {place}\n\n{place.upper()}, {day} {month} {year} — {side} watched. {body}\n"


def write(folder: Path, count: int, *, seed: int = 1) -> None:
    """Files in a folder, one to an article."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:06}.txt").write_text(article(number, seed=seed), "utf-8")


def _sentence(chance: random.Random) -> str:
    side, other = chance.sample(SIDES, 2)
    place = chance.choice(PLACES)
    deed = chance.choice(DEEDS).format(place=place, side=side, other=other, number=chance.randint(2, 90))
    who = f"{chance.choice(PEOPLE)}, the {chance.choice(POSTS)} of {side}"
    told = chance.choice(FRAMES).format(deed=deed, who=who, day=chance.choice(DAYS), place=place)
    return told[0].upper() + told[1:]
