"""Whether the source is a person, a group or a thing, and how it is named."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribution.introducing import gives_its_name
from sayso.attribution.names import View, affiliation_of
from sayso.attribution.organisations import organisations_of
from sayso.attribution.phrase import POSSESSIVES, SourcePhrase
from sayso.attribution.proper import Name
from sayso.lexicon.agents import AgentMention
from sayso.lexicon.countries import countries_in
from sayso.lexicon.wording import anonymity_phrases, anonymous_words, pronouns, verbs_of
from sayso.lexicon.words import has_lemma, split_words
from sayso.linguistics.shapes import TIMES
from sayso.schema.attribution import Identity, Naming

THINGS: dict[str, Identity] = {
    "document": "document",
    "media": "media_report",
    "poll": "poll",
    "database": "database",
    "post": "social_post",
}
NAMED: frozenset[Identity] = frozenset(("named_person", "named_group"))
INDEFINITE = frozenset(("a", "an", "one", "some", "any", "another", "several", "many", "few", "two", "three"))
PERSON_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "ant", "ee", "person", "lord", "mate", "eer")
# Who may be a firm: "the plane's owner, Skerry Air".
FIRMS = frozenset(("owner", "employer", "supplier", "manufacturer", "contractor", "developer", "broadcaster"))
# Several people, and yet one body where it is told whose: "the Norwegian police".
FORCES = frozenset(
    (
        "police",
        "coast guard",
        "coastguard",
        "gendarmerie",
        "armed forces",
        "special forces",
        "general staff",
        "border guard",
    )
)
NOT_PLURAL = ("ss", "us", "is", "'s")
# "on the strict condition of full anonymity": words that may stand between those looked for.
WITHIN = 6


def identity(phrase: SourcePhrase, views: Sequence[View], *, cue_words: Sequence[str] = ()) -> Identity:
    """What kind of source the phrase is by itself; its resolved mention is not looked at."""
    if phrase.is_pronoun or not views:
        return "unnamed_group" if _is_plural_pronoun(phrase) else "unnamed_person"
    if _is_observation(views[0], cue_words):
        return "reporter_observation"
    persons = (view for view in views if view.name is not None and view.name.kind == "person")
    if gives_its_name(views[0]) or any(persons):
        return "named_person"
    main = views[0]
    if main.name is not None:
        return _of_name(main, main.name)
    if len(views) > 1 and views[1].name is not None and _is_firm(main):
        # "the plane's owner, Skerry Air"
        return _of_name(views[1], views[1].name)
    return _of_noun(main, main.noun) if main.noun else _of_unknown(main)


def naming(
    phrase: SourcePhrase, views: Sequence[View], found: Identity, *, context: Sequence[str] = ()
) -> Naming:
    """How the source is named; `context` holds the words of the sentence after the phrase."""
    if found in NAMED:
        return "named"
    if not anonymous_words().isdisjoint(phrase.plain) or asks_for_anonymity((*phrase.words, *context)):
        return "anonymous_on_request"
    if found in THINGS.values() and views and views[0].name is not None:
        return "named"
    return "collective" if _is_plural(phrase, views) else "described"


def asks_for_anonymity(words: Sequence[str]) -> bool:
    """Whether the words say that the source wants no name ("on condition of anonymity")."""
    present = split_words(words)
    known = set(present)
    return any(known.issuperset(wanted) and _in_order(wanted, present) for wanted in anonymity_phrases())


def _is_plural_pronoun(phrase: SourcePhrase) -> bool:
    return bool(phrase.plain) and phrase.plain[-1] in pronouns("plural")


def _is_plural(phrase: SourcePhrase, views: Sequence[View]) -> bool:
    """Whether the phrase stands for several: a plural, a mass ("police"), or two joined by "and"."""
    if phrase.is_pronoun or not views:
        return _is_plural_pronoun(phrase)
    main = views[0]
    if main.noun is not None:
        return main.noun.agent.plural or _is_joined(main)
    return _is_joined(main) or _ends_plural(main)


def _of_name(view: View, name: Name) -> Identity:
    outlet = view.noun is not None and view.noun.agent.kind == "media"
    told = view.noun.agent.affiliation if view.noun else affiliation_of(view.phrase, name.start, name.end)
    return "media_report" if outlet or told == "media" else "named_group"


def _is_firm(view: View) -> bool:
    """Whether the noun is for a body, or for who may be one: an owner, an employer."""
    agent = view.noun.agent if view.noun else None
    if agent is None or agent.plural or view.phrase.plain[view.part.start] in INDEFINITE:
        return False
    return agent.kind == "body" or (agent.kind == "person" and agent.noun in FIRMS)


def _of_noun(view: View, noun: AgentMention) -> Identity:
    agent = noun.agent
    if agent.kind in THINGS:
        return THINGS[agent.kind]
    if agent.kind == "body" or agent.noun in FORCES:
        one = not agent.plural or agent.noun in FORCES
        capital = view.phrase.words[noun.end - 1][:1].isupper() and noun.start > 0
        weak = agent.weak and not capital and not _is_owned(view, noun.start)
        return "named_group" if one and not weak and _is_one(view, noun.start) else "unnamed_group"
    return "unnamed_group" if agent.plural or _is_joined(view) else "unnamed_person"


def _is_one(view: View, start: int) -> bool:
    """Whether a body is one that a reader can name: "the Velmaran army", "Orenia's ministry"."""
    phrase, part = view.phrase, view.part
    if phrase.plain[part.start] in INDEFINITE:
        return False
    before = phrase.words[part.start : start]
    capitals = any(word[:1].isupper() for word in before[1:])
    if (
        capitals
        or _is_owned(view, start)
        or _names_something(phrase, part.start, start)
        or any(phrase.labels[part.start : start])
    ):
        return True
    after = part.head + 1
    if phrase.plain[after : part.end][:1] != ("of",):
        return False
    proper = phrase.words[part.end - 1][:1].isupper()
    return proper or _names_something(phrase, after, part.end)


def _is_owned(view: View, start: int, *, by_person: bool = True) -> bool:
    """Whether somebody named owns the body: "Orenia's emergency agency", "Brook's office"."""
    phrase, first = view.phrase, view.part.start
    marks = (at for at in range(first + 1, start) if phrase.plain[at] in POSSESSIVES)
    mark = next(marks, first)
    owned = mark > first and phrase.words[mark - 1][:1].isupper() and phrase.plain[mark - 1] not in TIMES
    return owned and (by_person or phrase.label(mark - 1) != "person")


def _names_something(phrase: SourcePhrase, start: int, end: int) -> bool:
    """Whether a country or an organisation stands in words [start, end), which may be none."""
    known = organisations_of(phrase, start, end, whole=False)
    return bool(countries_in(phrase.words[start:end]) or known)


def _of_unknown(view: View) -> Identity:
    """A noun that the lexicon lacks: several if it looks plural, else by its ending."""
    phrase, head = view.phrase, view.part.head
    plural = _ends_plural(view) and phrase.plain[head] != "corps"
    person = phrase.plain[head].endswith(PERSON_ENDINGS)
    if _is_owned(view, head, by_person=False) and not plural and not person:
        return "named_group"
    if _ends_plural(view) or _is_joined(view) or phrase.label(head) == "nationality":
        return "unnamed_group"
    person = phrase.tag(head) in ("NOUN", "PROPN", "") and phrase.plain[head].endswith(PERSON_ENDINGS)
    return "unnamed_person" if person else "unnamed_group"


def _ends_plural(view: View) -> bool:
    head = view.phrase.plain[view.part.head]
    return head.endswith("s") and not head.endswith(NOT_PLURAL) and len(head) > 3


def _is_joined(view: View) -> bool:
    """Two sources with "and" right after the head: "the mayor and her deputy"."""
    at = view.part.head + 1
    return at < view.part.end and view.phrase.plain[at] in ("and", "&")


def _is_observation(view: View, cue_words: Sequence[str]) -> bool:
    """A reporter or an outlet that saw it: "a Tarsk Courier reporter saw three tanks"."""
    if not any(has_lemma(word, verbs_of("seeing_verbs")) for word in split_words(cue_words)):
        return False
    if view.name is None:
        return (
            view.noun is not None
            and view.noun.agent.kind == "person"
            and view.noun.agent.affiliation == "media"
        )
    return view.name.kind == "organisation" and _of_name(view, view.name) == "media_report"


def _in_order(wanted: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the wanted words come in this order, each within a few words of the one before."""
    at = words.index(wanted[0])
    for word in wanted[1:]:
        window = words[at + 1 : at + 1 + WITHIN]
        if word not in window:
            return False
        at += 1 + window.index(word)
    return True
