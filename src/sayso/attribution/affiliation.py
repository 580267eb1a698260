"""What the source belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribution.belonging import QUANTITIES, capitals, first_body, labelled, of_country
from sayso.attribution.clauses import affiliation_of_clause
from sayso.attribution.names import View, affiliation_of
from sayso.attribution.organisations import organisations_of
from sayso.attribution.phrase import POSSESSIVES, SourcePhrase
from sayso.lexicon.agents import AgentMention, agent_at
from sayso.lexicon.countries import countries_in
from sayso.lexicon.organisations import affiliation_of_modifier, affiliation_of_name
from sayso.schema.attribution import Affiliation

# "president of the dockers' union": titles of governments that clubs and companies give as well.
SHARED_TITLES = frozenset(
    "president,vice president,chancellor,governor,secretary,commissioner,speaker,treasurer,mission,delegation"
    ",council,observer,election observer,monitor".split(",")
)
# Ranks that armies share with the police.
RANKS = frozenset(("sergeant", "corporal", "lieutenant", "captain", "major", "colonel", "lieutenant colonel"))
# Bodies that are a state's where a country has them: "Estonia's nuclear safety board".
PUBLIC = frozenset(
    ("agency", "authority", "board", "office", "service", "bureau", "directorate", "secretariat")
)
# Sent to somebody: what follows is not what they belong to ("ambassador to the UN").
SENT = frozenset(("ambassador", "envoy", "special envoy", "consul", "emissary", "negotiator"))
BELONGING = frozenset(("of", "for", "from", "at", "with", "within", "inside", "in"))
AUTHORED = frozenset(("by", "from"))
# "documents seen by the Courier" are not the Courier's.
PASSED_ON = frozenset(
    ("seen", "obtained", "reviewed", "viewed", "examined", "read", "cited", "quoted", "leaked", "verified")
)
UNKNOWN: Affiliation = "unknown"


def affiliation(views: Sequence[View]) -> Affiliation:
    """The affiliation that the phrase itself tells, the head first, then its appositions."""
    found = next((found for found in map(_of_view, _by_noun(views)) if found != UNKNOWN), UNKNOWN)
    return found if found != UNKNOWN or not views else affiliation_of_clause(views[0].phrase)


def _by_noun(views: Sequence[View]) -> Sequence[View]:
    """What an organisation is called tells less than what it is: "the Council of Sul, an armed group"."""
    named = views and views[0].noun is None and views[0].name is not None and views[0].name.kind != "person"
    if not named:
        return views
    strong = [view for view in views[1:] if view.noun is not None and not view.noun.agent.weak]
    return (*strong, *views)


def _of_view(view: View) -> Affiliation:
    if view.noun is not None:
        return _of_noun(view, view.noun)
    if view.name is None or view.name.kind == "person":
        return UNKNOWN
    # "Ostrand denied it": a place that speaks stands for those who govern it
    speaks = view.name.kind == "place" and view.part.start == 0
    return affiliation_of(view.phrase, view.name.start, view.name.end) or (
        "government" if speaks else UNKNOWN
    )


def _of_noun(view: View, noun: AgentMention) -> Affiliation:
    """A strong noun's own affiliation; a weak one's only where no word beside it knows better."""
    agent = noun.agent
    if agent.affiliation in (UNKNOWN, "public") and _is_informed(view.phrase, noun.end):
        return _of_modifiers(view, noun) or UNKNOWN
    if not agent.weak:
        shared = agent.noun in SHARED_TITLES or agent.noun in RANKS
        expert = agent.kind == "person" and agent.affiliation == "academic"
        told = _of_complement(view, noun) if shared or expert else None
        return told or (_of_modifiers(view, noun) if shared else None) or agent.affiliation
    return _of_modifiers(view, noun) or _of_complement(view, noun) or _own(view, noun)


def _own(view: View, noun: AgentMention) -> Affiliation:
    """A weak noun's own word, or the government of the country that owns it ("Orenia's leader")."""
    words, start = view.phrase.words, view.part.start
    if noun.agent.affiliation != UNKNOWN:
        return noun.agent.affiliation
    if noun.agent.kind == "person" and countries_in(words[start : noun.start]):
        return "government"
    if noun.agent.noun in PUBLIC and _is_of_state(view, noun):
        return "government"
    named = noun.agent.kind == "body" and words[noun.end - 1][:1].isupper()
    return (affiliation_of_name(words[noun.start : view.part.end]) if named else None) or UNKNOWN


def _is_of_state(view: View, noun: AgentMention) -> bool:
    """Whether a country or a town has the body: a person who has an office is none."""
    phrase, start = view.phrase, view.part.start
    marks = (at for at in range(start + 1, noun.start) if phrase.plain[at] in POSSESSIVES)
    placed = any(phrase.label(mark - 1) in ("location", "nationality") for mark in marks)
    return placed or bool(countries_in(phrase.words[start : noun.start]))


def _of_modifiers(view: View, noun: AgentMention) -> Affiliation | None:
    """What the words before the noun tell: "a UN official", "the party chairman"."""
    start, end = view.part.start, noun.end - 1
    words = view.phrase.words[start:end]
    known = organisations_of(view.phrase, start, end, whole=False, apart=view.apart)
    if known:
        return known[-1].affiliation
    return (
        affiliation_of_modifier(words)
        or labelled(view.phrase, start, end)
        or _of_owner(view.phrase.plain[start : noun.start])
    )


def _of_owner(words: Sequence[str]) -> Affiliation | None:
    """An agent noun before this one: "the rebels' spokesman"."""
    for at in range(len(words) - 1, -1, -1):
        found = agent_at(words, at)
        if (
            found is not None
            and words[at] not in QUANTITIES
            and found.agent.affiliation != UNKNOWN
            and found.agent.kind in ("body", "people", "person")
        ):
            return found.agent.affiliation
    return None


def _of_complement(view: View, noun: AgentMention) -> Affiliation | None:
    """What follows: "a spokeswoman for the Reed Party", "the head of the union"."""
    found = None if noun.agent.noun in SENT else _complement(view, noun)
    if found is None:
        return None
    phrase, (start, end) = view.phrase, found
    known = organisations_of(phrase, start, end, whole=True, apart=view.apart)
    if known:
        return known[0].affiliation
    return (
        labelled(phrase, start, end)
        or capitals(phrase, start, end)
        or first_body(phrase.plain[start:end])
        or of_country(phrase, start, end)
    )


def _is_informed(phrase: SourcePhrase, at: int) -> bool:
    """Whether all that is told is what somebody knows: "people familiar with the talks"."""
    if phrase.plain[at : at + 1] == ("who",):
        at += 2
    return phrase.plain[at : at + 1] in (("familiar",), ("briefed",), ("close",))


def _complement(view: View, noun: AgentMention) -> tuple[int, int] | None:
    """Words [start, end) after the preposition that says whose the source is, or None."""
    plain = view.phrase.plain
    thing = noun.agent.kind not in ("person", "people", "body")
    end, wanted = (len(plain), AUTHORED) if thing else (view.part.end, BELONGING)
    at = next((at for at in range(noun.end, end) if plain[at] in wanted), None)
    if at is None or plain[at - 1] in PASSED_ON:
        return None
    return at + 1, end
