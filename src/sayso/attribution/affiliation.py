"""What the source belongs to, and the part it plays in what it tells."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribution.names import View, affiliation_of
from sayso.attribution.organisations import organisations_of
from sayso.attribution.phrase import SourcePhrase
from sayso.lexicon.agents import AgentMention, agent_at
from sayso.lexicon.countries import countries_in
from sayso.lexicon.organisations import affiliation_of_modifier
from sayso.schema.attribution import Affiliation, Role

# "president of the dockers' union": titles of governments that clubs and companies give as well.
SHARED_TITLES = frozenset(
    ("president", "vice president", "chancellor", "governor", "secretary", "commissioner", "speaker")
)
# Sent to somebody: what follows is not what they belong to ("ambassador to the UN").
SENT = frozenset(("ambassador", "envoy", "special envoy", "consul", "emissary", "negotiator"))
FORMER = frozenset(("former", "ex", "onetime", "retired", "late", "erstwhile", "deposed", "ousted"))
BELONGING = frozenset(("of", "for", "from", "at", "with", "within", "inside", "in"))
AUTHORED = frozenset(("by", "from"))
# "documents seen by the Courier" are not the Courier's.
PASSED_ON = frozenset(
    ("seen", "obtained", "reviewed", "viewed", "examined", "read", "cited", "quoted", "leaked", "verified")
)
UNKNOWN: Affiliation = "unknown"


def affiliation(views: Sequence[View]) -> Affiliation:
    """The affiliation that the phrase itself tells, the head first, then its appositions."""
    return next((found for found in map(_of_view, views) if found != UNKNOWN), UNKNOWN)


def role(views: Sequence[View]) -> Role | None:
    """The role of the first agent noun that has one; none for who held the office before."""
    for view in views:
        if view.noun is not None and view.noun.agent.role is not None:
            return None if _is_former(view, view.noun.start) else view.noun.agent.role
    return None


def _of_view(view: View) -> Affiliation:
    if view.noun is not None:
        return _of_noun(view, view.noun)
    if view.name is None or view.name.kind == "person":
        return UNKNOWN
    return affiliation_of(view.phrase, view.name.start, view.name.end) or UNKNOWN


def _of_noun(view: View, noun: AgentMention) -> Affiliation:
    """A strong noun's own affiliation; a weak one's only where no word beside it knows better."""
    agent = noun.agent
    if not agent.weak:
        return (_of_complement(view, noun) if agent.noun in SHARED_TITLES else None) or agent.affiliation
    return _of_modifiers(view, noun) or _of_complement(view, noun) or _own(view, noun)


def _own(view: View, noun: AgentMention) -> Affiliation:
    """A weak noun's own word, or the government of the country that owns it ("Orenia's leader")."""
    owned = countries_in(view.phrase.words[view.part.start : noun.start])
    if noun.agent.affiliation == UNKNOWN and noun.agent.kind == "person" and owned:
        return "government"
    return noun.agent.affiliation


def _of_modifiers(view: View, noun: AgentMention) -> Affiliation | None:
    """What the words before the noun tell: "a UN official", "the party chairman"."""
    start, end = view.part.start, noun.end - 1
    words = view.phrase.words[start:end]
    known = organisations_of(view.phrase, start, end, whole=False, apart=view.apart)
    if known:
        return known[-1].affiliation
    return (
        affiliation_of_modifier(words)
        or _labelled(view.phrase, start, end)
        or _of_owner(view.phrase.plain[start : noun.start])
    )


def _of_owner(words: Sequence[str]) -> Affiliation | None:
    """An agent noun before this one: "the rebels' spokesman"."""
    for at in range(len(words) - 1, -1, -1):
        found = agent_at(words, at)
        if (
            found is not None
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
        _labelled(phrase, start, end)
        or _first_body(phrase.plain[start:end])
        or _of_country(phrase, start, end)
    )


def _complement(view: View, noun: AgentMention) -> tuple[int, int] | None:
    """Words [start, end) after the preposition that says whose the source is, or None."""
    plain = view.phrase.plain
    thing = noun.agent.kind not in ("person", "people", "body")
    end, wanted = (len(plain), AUTHORED) if thing else (view.part.end, BELONGING)
    at = next((at for at in range(noun.end, end) if plain[at] in wanted), None)
    if at is None or plain[at - 1] in PASSED_ON:
        return None
    return at + 1, end


def _labelled(phrase: SourcePhrase, start: int, end: int) -> Affiliation | None:
    """What the first labelled organisation of words [start, end) belongs to."""
    if not phrase.labels or "organisation" not in phrase.labels[start:end]:
        return None
    at = phrase.labels.index("organisation", start)
    stop = next((i for i in range(at, end) if phrase.labels[i] != "organisation"), end)
    return affiliation_of(phrase, at, stop)


def _first_body(words: Sequence[str]) -> Affiliation | None:
    """The first agent noun of a complement that tells an affiliation."""
    for at in range(len(words)):
        found = agent_at(words, at)
        if found is not None and found.agent.affiliation != UNKNOWN:
            return found.agent.affiliation
    return None


def _of_country(phrase: SourcePhrase, start: int, end: int) -> Affiliation | None:
    """The government, for "the leader of Orenia"; somebody "in" a country does not speak for it."""
    spoken_for = phrase.plain[start - 1] in ("of", "for")
    return "government" if spoken_for and countries_in(phrase.words[start:end]) else None


def _is_former(view: View, start: int) -> bool:
    words = view.phrase.plain[view.part.start : start]
    return any(word in FORMER for word in words) or view.phrase.plain[start].startswith("ex-")
