"""The country a source speaks from: one that the words give, or none."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribution.names import View
from sayso.attribution.organisations import organisations_of
from sayso.attribution.phrase import CONJUNCTIONS, SourcePhrase
from sayso.lexicon.countries import CountryMention, countries_in
from sayso.schema.attribution import Affiliation

# "the envoy for Orenia" is somebody else's envoy; a spokesman for Orenia is Orenia's.
BELONGING = frozenset(("of", "from", "in", "inside", "at"))
ABROAD_BELONGING = frozenset(("of", "from"))
SPEAKING_FOR = frozenset(
    ("spokesman", "spokeswoman", "spokesperson", "representative", "candidate", "minister")
)
ABROAD = frozenset(
    ("ambassador", "envoy", "expert", "analyst", "rapporteur", "special rapporteur", "special envoy")
)
# A body of many countries speaks for none of them.
STATELESS: frozenset[Affiliation] = frozenset(("intergovernmental",))

Codes = set[str | None]


def country(views: Sequence[View], *, affiliation: Affiliation) -> str | None:
    """ISO 3166-1 alpha-3, or None where the words give none, or several with equal right."""
    if affiliation in STATELESS:
        return None
    for at, view in enumerate(views):
        codes = _before(view, () if at else views[1:]) or _after(view)
        if codes:
            return next(iter(codes)) if len(codes) == 1 else None
    return None


def _before(view: View, listed: Sequence[View]) -> Codes:
    """Countries up to the head, and those joined to it: "Orenia and Velmara" are two."""
    phrase, part = view.phrase, view.part
    end = max(part.head + 1, view.name.end if view.name else 0)
    if end < part.end and phrase.plain[end] in CONJUNCTIONS:
        end = part.end
    codes = _codes(view, part.start, end, whole=end == part.end)
    if codes and _is_country(view):
        codes |= {
            code
            for other in listed
            if _is_country(other)
            for code in _codes(other, other.part.start, other.part.end, whole=True)
        }
    return codes


def _is_country(view: View) -> bool:
    """Whether the part is a country and nothing else: the pieces of "the US, Britain and France"."""
    return view.noun is None and bool(countries_in(view.phrase.words[view.part.start : view.part.end]))


def _after(view: View) -> Codes:
    """Countries of a complement that says where the source belongs: "residents of Tarsk"."""
    phrase, part = view.phrase, view.part
    noun = view.noun.agent.noun if view.noun else ""
    start = max(view.noun.end if view.noun else part.head + 1, view.name.end if view.name else 0)
    wanted = ABROAD_BELONGING if noun in ABROAD else BELONGING
    if noun.rpartition(" ")[2] in SPEAKING_FOR:
        wanted = wanted | {"for"}
    at = next((at for at in range(start, part.end) if phrase.plain[at] in wanted), part.end)
    return _codes(view, at + 1, part.end, whole=True)


def _codes(view: View, start: int, end: int, *, whole: bool) -> Codes:
    """Codes in words [start, end), people's names left out; None stands for an unclear one."""
    phrase = view.phrase
    countries = countries_in(phrase.words[start:end])
    codes: Codes = {found.code for found in countries if not _is_person(phrase, start, found)}
    known = organisations_of(phrase, start, end, whole=whole, apart=view.apart)
    return codes or {found.country for found in known} - {None}


def _is_person(phrase: SourcePhrase, offset: int, found: CountryMention) -> bool:
    return phrase.label(offset + found.start) == "person"
