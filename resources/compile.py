#!/usr/bin/env python3
"""Compiles the YAML files of `resources/` (lexicon, codebook, actors) into the JSON files that `sayso` reads.

usage: python resources/compile.py [--check]

With --check nothing is written; the exit status is 1 where a compiled file is stale. Needs PyYAML,
which `sayso` itself does not.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
SOURCES = HERE / "lexicon"
COMPILED = HERE.parent / "src" / "sayso" / "lexicon" / "data"
CODEBOOK_SOURCES = HERE / "codebook"
CODEBOOK_COMPILED = HERE.parent / "src" / "sayso" / "codebook" / "data"
ACTOR_SOURCES = HERE / "actors"
ACTOR_COMPILED = HERE.parent / "src" / "sayso" / "resolution" / "data"

VOWELS = "aeiou"
CUE_FILES = {"cue_verbs": "verb", "cue_nouns": "noun", "cue_phrases": None}
DEFAULT_SOURCE = "subject"
# The same loader written in C, where PyYAML was built with it.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def load(name: str, *, folder: Path = SOURCES) -> Any:
    """One YAML file with every scalar a string: "on" and "no" are words here, never booleans."""
    return yaml.load((folder / f"{name}.yaml").read_text(encoding="utf-8"), Loader=LOADER)


def spellings(entry: str) -> list[str]:
    """The spellings of "criticise/criticize", the first being the lemma."""
    return entry.split("/") if len(entry) > 1 else [entry]


# --- forms of verbs and nouns -------------------------------------------------------------------


def doubles(verb: str, rules: dict[str, Any]) -> bool:
    """Whether the last consonant is written twice before -ed and -ing: plan, planned."""
    if verb in rules["doubling"]:
        return True
    if len(verb) < 3 or verb[-1] in VOWELS + "wxy" or verb[-2] not in VOWELS or verb[-3] in VOWELS:
        return False
    return sum(letter in VOWELS for letter in verb) == 1 and verb not in rules["single"]


def stems(verb: str, rules: dict[str, Any]) -> list[str]:
    """What -ed and -ing are put behind, for a verb that does not end in e or y."""
    if verb in rules["both"]:
        return [verb, verb + verb[-1]]
    return [verb + verb[-1]] if doubles(verb, rules) else [verb]


def third_person(word: str) -> str:
    """The -s form, which is a noun's plural as well."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return word[:-1] + "ies"
    if word.endswith("o") and word in ("go", "do", "echo", "veto", "undergo", "hero"):
        return word + "es"
    return word + "s"


def regular_past(verb: str, rules: dict[str, Any]) -> list[str]:
    if verb.endswith("e"):
        return [verb + "d"]
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return [verb[:-1] + "ied"]
    return [stem + "ed" for stem in stems(verb, rules)]


def participle(verb: str, rules: dict[str, Any]) -> list[str]:
    """The -ing forms."""
    if verb.endswith("ie"):
        return [verb[:-2] + "ying"]
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and len(verb) > 2:
        return [verb[:-1] + "ing"]
    return [stem + "ing" for stem in stems(verb, rules)]


def flat(forms: Iterable[str | list[str]]) -> Iterator[str]:
    for form in forms:
        yield from [form] if isinstance(form, str) else form


def verb_forms(verb: str, rules: dict[str, Any]) -> set[str]:
    """Every inflected form of one lemma, the lemma itself left out."""
    irregular = rules["irregular"].get(verb)
    past = flat(irregular) if irregular else regular_past(verb, rules)
    present = rules["present"].get(verb, [third_person(verb)])
    return {*past, *present, *participle(verb, rules)} - {verb}


def plural(noun: str) -> str:
    """Regular plural of the last word of a noun phrase."""
    return third_person(noun)


# --- the tables ---------------------------------------------------------------------------------


def cue_groups() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, kind in CUE_FILES.items():
        for group in load(name):
            yield kind or group["kind"], group


def cue_table() -> dict[str, Any]:
    """Groups in the order of the files, and for each phrase the numbers of its groups."""
    groups: list[dict[str, Any]] = []
    phrases: dict[str, list[int]] = {}
    for kind, group in cue_groups():
        entries, _ = group.pop("entries"), group.pop("example")
        group |= {"kind": kind, "source": group.get("source", DEFAULT_SOURCE)}
        group["factive"] = group.get("factive") == "true"
        for entry in entries:
            for phrase in spellings(entry):
                numbers = phrases.setdefault(phrase.lower(), [])
                if len(groups) not in numbers:
                    numbers.append(len(groups))
        groups.append(group)
    return {"groups": groups, "phrases": phrases}


def form_table() -> dict[str, Any]:
    """Inflected form -> lemmas, over every word of a verb or noun cue; irregular and modal forms as well."""
    rules, grammar = load("verb_forms"), load("cue_grammar")
    table: dict[str, list[str]] = {}

    def enter(form: str, lemma: str) -> None:
        if form != lemma and lemma not in table.setdefault(form, []):
            table[form].append(lemma)

    known = {word for key in ("withholding", "speaking", "light_verbs") for word in grammar[key]}
    verbs: set[str] = {*rules["irregular"], *(word.split()[0] for word in known)}
    nouns: set[str] = set(grammar["claim_nouns"])
    for kind, group in cue_groups():
        for entry in group["entries"]:
            lemma, *others = spellings(entry.lower())
            for spelling in (lemma, *others):
                words = spelling.split()
                target = verbs if kind == "verb" else nouns if kind == "noun" else None
                if target is not None:
                    target.add(words[0] if kind == "verb" else words[-1])
    for kind, words in modality_table()["words"].items():
        verbs |= {word.split()[0] for word in words if kind in ("verb", "carrier")}
        nouns |= {word for word in words if kind == "noun"}
    for verb in sorted(verbs):
        for form in sorted(verb_forms(verb, rules)) if verb.isalpha() or "-" in verb else ():
            enter(form, verb)
    for noun in sorted(nouns):
        enter(plural(noun), noun)
    for lemma, forms in rules["present"].items():
        for form in flat(forms):
            enter(form, lemma)
    return dict(sorted(table.items()))


def agent_table() -> dict[str, Any]:
    """Groups, and for each noun phrase its group, whether it is a plural, and its singular."""
    groups: list[dict[str, Any]] = []
    words: dict[str, list[Any]] = {}
    for group in load("agent_nouns"):
        entries, _ = group.pop("entries"), group.pop("example")
        group["weak"] = group.get("weak") == "true"
        for entry in entries:
            single, *irregular = entry.lower().split("/")
            many = irregular or ([] if group["kind"] == "people" else [plural(single)])
            words.setdefault(single, [len(groups), group["kind"] == "people", single])
            for form in many:
                words.setdefault(form, [len(groups), True, single])
        groups.append(group)
    return {"groups": groups, "words": words}


def modifier_table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {"phrase": {}, "name": {}}
    for group in load("source_modifiers"):
        for entry in group["entries"]:
            table[group["where"]].setdefault(entry.lower(), group["affiliation"])
    return table


def name_table() -> dict[str, list[str | bool | None]]:
    """Name of an organisation -> affiliation, country, whether it counts only alone."""
    return {
        name.lower(): [
            group["affiliation"],
            None if country == "none" else country,
            group.get("alone") == "true",
        ]
        for group in load("organisation_names")
        for country, names in group["entries"].items()
        for name in names
    }


def demonyms(entry: str) -> list[str]:
    """A people and its plural: Syrian, Syrians; Dutchman, Dutchmen; Chinese stays."""
    single, *irregular = entry.split("/")
    if irregular or single.endswith(("ese", "sh", "ch", "ss", "x", "s", "z")):
        return [single, *irregular]
    return [single, single + "s"]


def hedge_table() -> list[str]:
    return sorted({entry.lower() for group in load("hedges") for entry in group["entries"]})


def modality_table() -> dict[str, Any]:
    """Groups, and for each kind of word the group of each entry; the first group that lists it counts."""
    groups: list[dict[str, Any]] = []
    words: dict[str, dict[str, int]] = {}
    for group in load("modality"):
        entries, _ = group.pop("entries"), group.pop("example")
        for entry in entries:
            for spelling in spellings(entry.lower()):
                words.setdefault(group["kind"], {}).setdefault(spelling, len(groups))
        groups.append(group)
    return {"groups": groups, "words": words}


def country_table() -> dict[str, str]:
    """Name, people or capital -> alpha-3; the empty string where it means no one country."""
    source = load("countries")
    table: dict[str, str] = {}
    for code, (names, peoples, capitals) in source["countries"].items():
        people = [form for entry in peoples for form in demonyms(entry)]
        table |= {phrase.lower(): code for phrase in (*names, *people, *capitals)}
    return table | {phrase.lower(): "" for phrase in source["none"]}


TABLES: dict[str, Callable[[], Any]] = {
    "cues": cue_table,
    "forms": form_table,
    "grammar": lambda: load("cue_grammar"),
    "agents": agent_table,
    "modifiers": modifier_table,
    "organisations": name_table,
    "countries": country_table,
    "wording": lambda: load("source_wording"),
    "hedges": hedge_table,
    "modality": modality_table,
    "persons": lambda: load("person_words"),
    "times": lambda: load("time_words"),
}


# --- the codebook -------------------------------------------------------------------------------


def codebook_forms() -> dict[str, str]:
    """Irregular form -> its lemmas with spaces between: "left" -> "leave"."""
    table: dict[str, list[str]] = {}
    for words in load("forms", folder=CODEBOOK_SOURCES).values():
        for lemma, forms in words.items():
            for form in forms:
                table.setdefault(form, []).append(lemma)
    return {form: " ".join(sorted(found)) for form, found in sorted(table.items())}


def codebook_sources() -> dict[str, Any]:
    """The files as one mapping of the shape that a user's codebook has (docs/codebook.md)."""
    lists = ("types", "contexts", "sectors", "cameo", "light_verbs")
    table = {name: load(name, folder=CODEBOOK_SOURCES) for name in lists}
    files = (f"triggers_{kind['name'].lower()}" for kind in table["types"])
    triggers = [entry for name in files for entry in load(name, folder=CODEBOOK_SOURCES)]
    return {"name": "PLOVER", **table, "forms": codebook_forms(), "triggers": triggers}


def with_numbers(kinds: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Types or modes with their intensities as numbers and flags as booleans."""
    for kind in kinds:
        if "intensity" in kind:
            kind["intensity"] = float(kind["intensity"])
        if "recipient" in kind:
            kind["recipient"] = kind["recipient"] == "true"
        if "modes" in kind:
            kind["modes"] = with_numbers(kind["modes"])
    return kinds


def trigger_rows(entries: Iterable[dict[str, Any]]) -> Iterator[list[Any]]:
    """A row for each spelling, in the order of the fields of `sayso.codebook.trigger.Trigger`."""
    for entry in entries:
        fields = (
            entry.get("particle", "").lower().split(),
            [word.lower() for word in entry.get("objects", [])],
            [word.lower() for word in entry.get("unless", [])],
            list(entry.get("roles", {}).items()),
            entry.get("reciprocal") == "true",
        )
        for spelling in spellings(entry["trigger"].lower()):
            *before, lemma = spelling.split()
            weight = float(entry.get("weight", "1"))
            yield [lemma, entry["kind"], entry["type"], entry.get("mode"), weight, before, *fields]


def codebook_table() -> dict[str, Any]:
    """What `sayso.codebook.compiled` reads; the examples of single triggers stay in the sources."""
    table = codebook_sources()
    cameo = [[row["code"], row["type"], row.get("mode"), row.get("contexts", [])] for row in table["cameo"]]
    rows = list(trigger_rows(table["triggers"]))
    return table | {"types": with_numbers(table["types"]), "cameo": cameo, "triggers": rows}


CODEBOOK_TABLES: dict[str, Callable[[], Any]] = {"plover": codebook_table}


# --- actors -------------------------------------------------------------------------------------


def load_actors(name: str) -> Any:
    return load(name, folder=ACTOR_SOURCES) if (ACTOR_SOURCES / f"{name}.yaml").exists() else []  # XXX


def by_affiliation() -> tuple[dict[str, list[str]], dict[str, str]]:
    """Sectors, and PLOVER's word for a country, of each affiliation."""
    source = load_actors("affiliations")
    return source["sectors"], source["countries"]


def people_of_lexicon(sectors: dict[str, list[str]]) -> Iterator[tuple[str, list[str], bool]]:
    """Entries of agent_nouns that mean somebody, with the sectors of their affiliation and whether weak."""
    for group in load("agent_nouns"):
        if group["kind"] in ("person", "people", "body", "media"):
            for entry in group["entries"]:
                yield entry, sectors[group["affiliation"]], group.get("weak") == "true"


def agent_rows() -> Iterator[tuple[str, list[str], bool]]:
    for group in load_actors("agents"):
        for entry in group["entries"]:
            yield entry, group["sectors"], group.get("weak") == "true"


def actor_agents() -> dict[str, Any]:
    """Groups of sectors and weakness, and for each noun phrase the group and whether it is a plural."""
    groups: list[list[Any]] = []
    words: dict[str, list[int]] = {}
    for entry, sectors, weak in (*agent_rows(), *people_of_lexicon(by_affiliation()[0])):
        group = [" ".join(sectors), int(weak)]
        if group not in groups:
            groups.append(group)
        number = groups.index(group)
        single, *irregular = entry.lower().split("/")
        words.setdefault(single, [number, 0])
        for form in irregular or [plural(single)]:
            words.setdefault(form, [number, 1])
    return {"groups": groups, "words": words}


def actor_words() -> dict[str, Any]:
    """Modifiers: word -> sectors for `weak` and `second`, lists of words for the others."""
    table: dict[str, Any] = {}
    for group in load_actors("modifiers"):
        if "words" in group:
            table[group["where"]] = group["words"]
            continue
        entries = table.setdefault(group["where"], {})
        for sector, words in group["sectors"].items():
            for word in words:
                entries.setdefault(word, sector)
    return table


def actor_countries() -> dict[str, Any]:
    """Rows [name, kind, codes, last year]; kinds: name, people, seat, partial, unsure, region."""
    source, lexicon = load_actors("countries"), load("countries")["countries"]
    parent = {child: code for code, children in source["parents"].items() for child in children}
    rows: list[list[Any]] = []
    for code, (names, peoples, capitals) in lexicon.items():
        code = parent.get(code, code)
        rows += [[name, "name", code, ""] for name in names]
        rows += [[form, "people", code, ""] for entry in peoples for form in demonyms(entry)]
        rows += [[name, "seat", code, ""] for name in capitals]
    rows += [[name, "name", code, ""] for code, names in source["names"].items() for name in names]
    rows += [[name, "people", code, ""] for code, names in source["peoples"].items() for name in names]
    rows += [[name, "partial", code, ""] for code, names in source["partial"].items() for name in names]
    rows += [[name, "name", row["country"], row["to"]] for row in source["historical"] for name in row["names"]]
    rows += [[name, "unsure", " ".join(row["countries"]), ""] for row in source["unsure"] for name in row["names"]]
    rows += [[name, "region", code, ""] for code, names in load_actors("regions").items() for name in names]
    return {"codes": sorted({*lexicon, "XKX"}), "rows": rows}


def code_of(country: str | None) -> str:
    """PLOVER's KOS is XKX, as ISO lets users assign it; none is the empty string."""
    return {"KOS": "XKX", "none": "", None: ""}.get(country, country or "")


def dated(value: str | None) -> str:
    """A year or month of a YAML file; the empty string where it is open."""
    return "" if value in (None, "null", "") else str(value)


def sectors_of(row: dict[str, Any]) -> str:
    listed = row.get("sector")
    codes = [] if listed in (None, "null", "") else listed if isinstance(listed, list) else [listed]
    return " ".join([*codes, *row.get("other", [])])


def entity_row(row: dict[str, Any]) -> list[Any]:
    """[name, aliases, shared aliases, country, sectors, from, to, periods] of an entry with years."""
    periods = [[sectors_of(one), dated(one.get("from")), dated(one.get("to"))] for one in row.get("periods", [])]
    return [
        row["name"],
        row.get("aliases", []),
        row.get("ambiguous", []),
        code_of(row["country"]),
        sectors_of(row),
        dated(row.get("from")),
        dated(row.get("to")),
        periods,
    ]


def grouped_rows(rows: Iterable[tuple[str, str, str]]) -> list[list[Any]]:
    """[country, sectors, names] of names without years."""
    groups: dict[tuple[str, str], list[str]] = {}
    for country, sectors, name in rows:
        groups.setdefault((country, sectors), []).append(name)
    return [[country, sectors, names] for (country, sectors), names in groups.items()]


def organisation_rows() -> Iterator[tuple[str, str, str]]:
    for group in load_actors("organisations"):
        for country, names in group["entries"].items():
            yield from ((code_of(country), " ".join(group["sectors"]), name) for name in names)
    for country, names in load_actors("parties").items():
        yield from ((country, "PTY", name) for name in names)


def lexicon_organisations() -> Iterator[tuple[str, str, str]]:
    """Names of the lexicon that resources/actors does not list, by their affiliation."""
    sectors, countries = by_affiliation()
    listed = {name.lower() for _, _, name in organisation_rows()}
    for group in load("organisation_names"):
        kind = group["affiliation"]
        for country, names in group["entries"].items():
            code = countries.get(kind, "") if country == "none" else country
            yield from ((code, " ".join(sectors[kind]), name) for name in names if name.lower() not in listed)


def actor_names() -> dict[str, Any]:
    entities = [entity_row(row) for name in ("armed_groups", "intergovernmental") for row in load_actors(name)]
    return {
        "entities": entities,
        "organisations": grouped_rows(organisation_rows()),
        "lexicon": grouped_rows(lexicon_organisations()),
    }


def person_row(row: dict[str, Any]) -> list[Any]:
    """[name, aliases, country, sectors, terms], a term being [from, to, post, sectors or ""]."""
    posts = [
        [dated(post.get("from")), dated(post.get("to")), post.get("post", ""), sectors_of(post)]
        for post in row.get("posts", [])
    ]
    return [row["name"], row.get("aliases", []), code_of(row["country"]), sectors_of(row), posts]


def official_row(country: str, row: list[str]) -> list[Any]:
    """The same of a row [name/spelling/…, sectors, from, to, sectors, from, to …]."""
    name, *aliases = row[0].split("/")
    terms = [[start, end, "", sectors] for sectors, start, end in zip(row[1::3], row[2::3], row[3::3], strict=True)]
    return [name, aliases, code_of(country), "", terms]


def actor_people() -> list[list[Any]]:
    officials = load_actors("officials").items()
    return [
        *(person_row(row) for row in load_actors("leaders")),
        *(official_row(country, row) for country, rows in officials for row in rows),
    ]


ACTOR_TABLES: dict[str, Callable[[], Any]] = {
    "actor_agents": actor_agents,
    "actor_words": actor_words,
    "actor_countries": actor_countries,
    "actor_names": actor_names,
    "actor_people": actor_people,
}


def compiled(table: Any) -> str:
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n"


def outputs() -> Iterator[tuple[Path, str]]:
    """Every compiled file with its text."""
    rooms = ((COMPILED, TABLES), (CODEBOOK_COMPILED, CODEBOOK_TABLES), (ACTOR_COMPILED, ACTOR_TABLES))
    for folder, tables in rooms:
        for name, make in tables.items():
            yield folder / f"{name}.json", compiled(make())


def is_stale(path: Path, text: str) -> bool:
    return not path.exists() or path.read_text(encoding="utf-8") != text


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Compile resources/ into the data folders of src/sayso.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail where a file is stale")
    check = parser.parse_args(arguments).check
    stale = [(path, text) for path, text in outputs() if is_stale(path, text)]
    for path, text in stale:
        if check:
            print(f"{path.name} is stale: run python resources/compile.py", file=sys.stderr)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
