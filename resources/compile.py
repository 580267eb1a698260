#!/usr/bin/env python3
"""Compiles the YAML files of `resources/` (lexicon, codebook, actors) into the JSON files that `sayso` reads.

usage: python resources/compile.py [--check]

With --check nothing is written; the exit status is 1 where a compiled file is stale. Needs PyYAML,
which `sayso` itself does not.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
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
    return load(name, folder=ACTOR_SOURCES)


def by_affiliation() -> tuple[dict[str, list[str]], dict[str, str]]:
    """Sectors, and PLOVER's word for a country, of each affiliation."""
    source = load_actors("affiliations")
    return source["sectors"], source["countries"]


def people_of_lexicon(sectors: dict[str, list[str]]) -> Iterator[tuple[str, list[str], bool]]:
    """Entries of agent_nouns that mean somebody, with the sectors of their affiliation and whether weak."""
    named = bodies_of_states()
    for group in load("agent_nouns"):
        if group["kind"] in ("person", "people", "body", "media"):
            for entry in group["entries"]:
                # "UN official" is an official, and the name beside the noun tells whose.
                if entry.split()[0] not in named and entry not in named:
                    yield entry, sectors[group["affiliation"]], group.get("weak") == "true"


def bodies_of_states() -> frozenset[str]:
    """Names of intergovernmental bodies in lower case."""
    names = (name for row in load_actors("intergovernmental") for part in printed(row) for name in part)
    return frozenset(name.lower() for name in names)


def agent_rows() -> Iterator[tuple[str, list[str], bool]]:
    for group in load_actors("agents"):
        for entry in group["entries"]:
            yield entry, group["sectors"], group.get("weak") == "true"


def wording() -> Any:
    """The module that cuts mentions into words: the tables are spelled by it."""
    path = ACTOR_COMPILED.parent / "wording.py"
    spec = importlib.util.spec_from_file_location("wording", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no {path}")
    module = importlib.util.module_from_spec(spec)
    sys.modules["wording"] = module
    spec.loader.exec_module(module)
    return module


def actor_agents() -> dict[str, Any]:
    """Groups of sectors and weakness, and the group of each noun phrase in singular and plural."""
    key = wording().key
    groups: list[list[Any]] = []
    words: dict[str, int] = {}
    for entry, sectors, weak in (*agent_rows(), *people_of_lexicon(by_affiliation()[0])):
        group = [" ".join(sectors), int(weak)]
        if group not in groups:
            groups.append(group)
        single, *irregular = entry.lower().split("/")
        for form in (single, *(irregular or [plural(single)])):
            words.setdefault(key(form), groups.index(group))
    return {"groups": groups, "words": words}


def actor_words() -> dict[str, Any]:
    """Modifiers: word -> sectors for `weak` and `second`, lists of words for the others."""
    key = wording().key
    table: dict[str, Any] = {}
    for group in load_actors("modifiers"):
        if "words" in group:
            table[group["where"]] = sorted({key(word) for word in group["words"]})
            continue
        entries = table.setdefault(group["where"], {})
        for sector, words in group["sectors"].items():
            for word in words:
                entries.setdefault(key(word), sector)
    return table


def country_rows() -> Iterator[tuple[str, str, str]]:
    """(phrase, kind, codes), the more special ones last."""
    source, lexicon = load_actors("countries"), load("countries")["countries"]
    parent = {child: code for code, children in source["parents"].items() for child in children}
    for own, (names, peoples, capitals) in lexicon.items():
        code = parent.get(own, own)
        yield from ((name, "seat", code) for name in capitals)
        yield from ((form, "people", code) for entry in peoples for form in demonyms(entry))
        yield from ((name, "name", code) for name in names)
    for code, names in load_actors("regions").items():
        yield from ((name, "region", code) for name in names)
    for kind, part in (("name", "names"), ("people", "peoples"), ("seat", "seats"), ("partial", "partial")):
        yield from ((name, kind, code) for code, names in source[part].items() for name in names)
    for row in source["historical"]:
        yield from ((name, "name", row["country"]) for name in row["names"])
    for row in source["unsure"]:
        yield from ((name, "unsure", " ".join(row["countries"])) for name in row["names"])


def actor_countries() -> dict[str, Any]:
    """Phrase -> "kind codes", and the codes there are."""
    key = wording().key
    codes = sorted({*load("countries")["countries"], "XKX"})
    return {"codes": codes, "phrases": {key(name): f"{kind} {code}" for name, kind, code in country_rows()}}


def code_of(country: str | None) -> str:
    """PLOVER's KOS is XKX, as ISO lets users assign it; none is the empty string."""
    return {"KOS": "XKX", "none": "", None: ""}.get(country, country or "")


def dated(value: str | None) -> str:
    """A year or month of a YAML file; the empty string where it is open."""
    return "" if value in (None, "null") else str(value)


def sectors_of(row: dict[str, Any]) -> str:
    listed = row.get("sector")
    codes = [] if listed in (None, "null", "") else listed if isinstance(listed, list) else [listed]
    return " ".join([*codes, *row.get("other", [])])


def printed(row: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Names that mean an entry alone, and those it shares; brackets at the end of a name are not printed."""
    plain, bracket, _ = row["name"].partition(" (")
    own, shared = list(row.get("aliases", [])), list(row.get("ambiguous", []))
    return (own, [plain, *shared]) if bracket else ([plain, *own], shared)


def entity_row(row: dict[str, Any]) -> list[Any]:
    """[name, country, sectors, from, to, periods] of a group or body with years."""
    periods = [
        [sectors_of(one), dated(one.get("from")), dated(one.get("to"))] for one in row.get("periods", [])
    ]
    years = [dated(row.get("from")), dated(row.get("to"))]
    # Who is no state's and no party's is civil society.
    sectors = sectors_of(row) or ("SOC" if row["country"] == "NGO" else "")
    return [row["name"].partition(" (")[0], code_of(row["country"]), sectors, *years, periods]


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


def enter(index: dict[str, list[Any]], phrase: str, meaning: Any) -> None:
    """Adds a meaning to a phrase; nothing is entered twice, or under no words at all."""
    if phrase and meaning not in index.setdefault(phrase, []):
        index[phrase].append(meaning)


def actor_names() -> dict[str, Any]:
    """Entities with years and their names (`~n` for a shared one); other names by country and sectors.

    `capitals` lists the names of one word that count only in capitals.
    """
    words = wording()
    entities: list[list[Any]] = []
    aliases: dict[str, list[int]] = {}
    capitals: set[str] = set()
    for row in (*load_actors("armed_groups"), *load_actors("intergovernmental")):
        own, shared = printed(row)
        for names, number in ((own, len(entities)), (shared, ~len(entities))):
            for name in names:
                enter(aliases, words.key(name), number)
                capitals |= {words.key(name)} if words.needs_capitals(name) else set()
        entities.append(entity_row(row))
    groups: list[list[Any]] = []
    names_of: dict[str, list[int]] = {}
    for rank, rows in ((2, organisation_rows()), (3, lexicon_organisations())):
        for country, sectors, name in rows:
            group = [country, sectors, rank]
            if group not in groups:
                groups.append(group)
            enter(names_of, words.key(name), groups.index(group))
            capitals |= {words.key(name)} if words.needs_capitals(name) else set()
    return {
        "entities": entities,
        "aliases": aliases,
        "groups": groups,
        "names": names_of,
        "capitals": sorted(capitals),
    }


def sectors_in_office(post: dict[str, Any], country: str) -> str:
    """A post is one of government, but the pope's is one of the church as well."""
    return sectors_of(post) or ("REL GOV" if country == "VAT" and post["post"] == "head_of_state" else "GOV")


def person_rows(row: dict[str, Any]) -> Iterator[tuple[str, list[list[str]]]]:
    """(country, terms) of a leader, a term being [from, to, sectors]."""
    terms: dict[str, list[list[str]]] = {}
    for post in row["posts"]:
        country = code_of(post.get("country", row["country"]))
        term = [dated(post.get("from")), dated(post.get("to")), sectors_in_office(post, country)]
        terms.setdefault(country, []).append(term)
    yield from terms.items()


def official_terms(row: list[str]) -> list[list[str]]:
    """The same of a row [names, sectors, from, to, sectors, from, to …]."""
    stretches = zip(row[1::3], row[2::3], row[3::3], strict=True)
    return [[start, end, sectors] for sectors, start, end in stretches]


def people() -> Iterator[tuple[str, list[str], str, str, list[list[str]], bool]]:
    """(name, other names, surname, country, terms, whether a leader) of leaders and officials."""
    for row in load_actors("leaders"):
        own, shared = printed(row)
        name = row["name"].partition(" (")[0]
        for country, terms in person_rows(row):
            yield name, [*own, *shared], row.get("surname", name.split()[-1]), country, terms, True
    for country, rows in load_actors("officials").items():
        for listed in rows:
            names = listed[0].split("/")
            yield names[0], names, names[0].split()[-1], code_of(country), official_terms(listed), False


def actor_people() -> dict[str, Any]:
    """People, one row for each country they spoke for, with their names and surnames.

    Rows from `officials` on are of people who are not known by their surname alone.
    """
    key = wording().key
    rows: list[list[Any]] = []
    aliases: dict[str, list[int]] = {}
    surnames: dict[str, list[int]] = {}
    for name, names, surname, country, terms, _ in people():
        for alias in names:
            enter(aliases, key(alias), len(rows))
        # Newspapers drop the article: "Assad's forces", "Sadr's followers".
        enter(surnames, key(surname).removeprefix("al ").removeprefix("el "), len(rows))
        rows.append([name, country, terms])
    leaders = sum(is_leader for *_, is_leader in people())
    return {"people": rows, "officials": leaders, "aliases": aliases, "surnames": surnames}


ACTOR_TABLES: dict[str, Callable[[], Any]] = {
    "actor_agents": actor_agents,
    "actor_words": actor_words,
    "actor_countries": actor_countries,
    "actor_names": actor_names,
    "actor_people": actor_people,
    "actor_cameo": lambda: load_actors("cameo"),
    "actor_gdelt": lambda: load_actors("gdelt"),
}


# Large ones, since what is installed shall be small.
PACKED = frozenset(("actor_agents", "actor_names", "actor_people"))


def compiled(table: Any) -> str:
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n"


def outputs() -> Iterator[tuple[Path, str]]:
    """Every compiled file with its text."""
    rooms = ((COMPILED, TABLES), (CODEBOOK_COMPILED, CODEBOOK_TABLES), (ACTOR_COMPILED, ACTOR_TABLES))
    for folder, tables in rooms:
        for name, make in tables.items():
            packed = ".gz" if name in PACKED else ""
            yield folder / f"{name}.json{packed}", compiled(make())


def is_stale(path: Path, text: str) -> bool:
    return not path.exists() or unpacked(path) != text


def unpacked(path: Path) -> str:
    content = path.read_bytes()
    return (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")


def packed(path: Path, text: str) -> bytes:
    """The text as it is written; what packs it tells no time, so the same text is the same file."""
    content = text.encode("utf-8")
    return gzip.compress(content, mtime=0) if path.suffix == ".gz" else content


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
            path.write_bytes(packed(path, text))
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
