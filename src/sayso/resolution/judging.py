"""From the parts of a mention to country and sectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.resolution.bodies import Identified, identify
from sayso.resolution.dates import OFFICES, after
from sayso.resolution.knowing import Person, Sectors
from sayso.resolution.lands import BELONGING, NOWHERE, SENDING, Found, Places, country_of, lands_in, place_of
from sayso.resolution.listed import Listed
from sayso.resolution.mention import Mention, is_former, take_apart
from sayso.resolution.persons import Standing, common
from sayso.resolution.scanning import Match, Part
from sayso.resolution.sectors import ELITE, OF, Head, head_of, merged, of_body, of_noun
from sayso.resolution.who import NOBODY, Ground, Who
from sayso.schema.entity import EntityKind

# Codes that are PLOVER's words for bodies of many states.
BODIES = frozenset(("IGO", "UNO", "EUR"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one part tells."""

    sectors: Sectors = ()
    why: tuple[Ground, ...] = ()
    head: Head | None = None
    body: Identified | None = None
    person: Standing | None = None
    former: bool = False


class Judging:
    """Judges mentions of one document."""

    def __init__(
        self, knowledge: Listed, places: Places, *, date: str | None, kind: EntityKind | None
    ) -> None:
        self._knowledge = knowledge
        self._places = places
        self._date = date
        self._kind = kind

    def who(self, text: str) -> Who:
        """Country and sectors of a mention; NOBODY where nothing in it is known."""
        mention = take_apart(text, self._knowledge, self._date)
        if mention is None:
            return NOBODY
        verdict = self._verdict(mention, mention.core, deep=True)
        found = self._country(mention, verdict)
        return self._answer(mention, verdict, found)

    # --- sectors ----------------------------------------------------------------------------------

    def _verdict(self, mention: Mention, part: Part, *, deep: bool) -> Verdict:
        head = head_of(mention, part)
        person = self._person(mention, part, head)
        if person is not None and person.sectors:
            return self._of_person(mention, part, head, person)
        body, match = self._body(mention, part)
        if body is not None and match is not None:
            behind = head if head is not None and head.match.start >= match.end else None
            sectors, why = of_body(body, behind)
            if not sectors and head is not None and behind is None:
                sectors, why = head.noun.sectors, [*why, Ground("noun", head.word)]
        elif head is not None:
            sectors, why = of_noun(mention, part, head)
            if deep and head.noun.weak and why[0].kind == "noun":
                sectors, why = self._from_behind(mention, head) or (sectors, why)
        else:
            sectors, why = self._modifiers_alone(mention, part)
        verdict = Verdict(sectors, tuple(why), head, body, person)
        return self._ended(mention, part, self._of_elite(mention, part, verdict))

    def _from_behind(self, mention: Mention, head: Head) -> tuple[Sectors, list[Ground]] | None:
        """What a weak noun is of: "the head of the Orenian Veterans' League"."""
        for part in mention.rest:
            if part.lead not in OF:
                continue
            verdict = self._verdict(mention, part, deep=False)
            if verdict.sectors and verdict.sectors != ("UNK",):
                return verdict.sectors, [Ground("noun", head.word), *verdict.why]
        return None

    def _modifiers_alone(self, mention: Mention, part: Part) -> tuple[Sectors, list[Ground]]:
        return (), []

    def _of_elite(self, mention: Mention, part: Part, verdict: Verdict) -> Verdict:
        """The president's daughter belongs to the elite, a farmer's daughter does not."""
        head = verdict.head
        if head is None or not head.is_one_of("family") or verdict.body is not None:
            return verdict
        owners = [m for m in part.matches if m.end <= head.match.start and mention.words[m.end - 1].owned]
        sectors = [s for m in owners for s in self._sectors_of(m)]
        if mention.rest and mention.rest[0].lead == "of":
            sectors += self._verdict(mention, mention.rest[0], deep=False).sectors[:1]
        if not ELITE & set(sectors):
            return verdict
        return Verdict(("ELI",), verdict.why, head, None, None)

    def _sectors_of(self, match: Match) -> Sectors:
        people = common(match.known.people, self._date) if match.is_name else None
        if people is not None:
            return people.sectors
        return match.known.noun.sectors[:1] if match.known.noun else ()

    def _ended(self, mention: Mention, part: Part, verdict: Verdict) -> Verdict:
        end = verdict.head.match.end if verdict.head else part.end
        if not verdict.sectors or verdict.sectors[0] not in OFFICES or not is_former(mention, part, end):
            return verdict
        why = (*verdict.why, Ground("former", mention.phrase(part.start, end)))
        return Verdict(after(verdict.sectors), why, verdict.head, verdict.body, verdict.person, former=True)

    # --- people and bodies ------------------------------------------------------------------------

    def _person(self, mention: Mention, part: Part, head: Head | None) -> Standing | None:
        """The person whose name ends the part, or whose surname follows a title."""
        if self._kind in ("organisation", "location", "nationality"):
            return None
        people = self._people(mention, part, head)
        if not people:
            return None
        told = {land.codes[0] for _, land in lands_in(mention, part) if land.kind != "unsure"}
        if told:
            people = [person for person in people if person.country in told]
        return common(people, self._date)

    def _people(self, mention: Mention, part: Part, head: Head | None) -> Sequence[Person]:
        last = part.matches[-1] if part.matches else None
        if last is not None and last.end == part.end and last.is_name and last.known.people:
            if last.end - last.start > 1 or not self._is_other(last):
                return last.known.people
        loose = mention.left_over(part)
        if not loose or loose[-1] != part.end - 1 or not mention.words[loose[-1]].is_capitalised:
            return []
        # A surname alone, or behind a title of state: "President Orban"; with a first name it is another's.
        start = head.match.end if head is not None else part.start
        is_titled = head is not None and bool(head.noun.sectors) and head.noun.sectors[0] in OFFICES
        if part.end - start != 1 or (head is not None and not is_titled):
            return []
        return self._knowledge.surnamed(mention.words[part.end - 1].key)

    def _is_other(self, match: Match) -> bool:
        return bool(match.known.bodies or match.known.land or match.known.noun)

    def _of_person(self, mention: Mention, part: Part, head: Head | None, person: Standing) -> Verdict:
        sectors, why = person.sectors, [Ground("person", person.name)]
        verdict = Verdict(sectors, tuple(why), head, None, person)
        return self._ended(mention, part, verdict)

    def _body(self, mention: Mention, part: Part) -> tuple[Identified | None, Match | None]:
        """The last organisation named in the part."""
        named = [match for match in mention.own(part) if match.is_name and match.known.bodies]
        if not named:
            return None, None
        match = named[-1]
        everywhere = (part, *mention.rest)
        told = {code for one in everywhere for _, land in lands_in(mention, one) for code in land.codes}
        return identify(match.known.bodies, self._date, told), match

    # --- country ----------------------------------------------------------------------------------

    def _country(self, mention: Mention, verdict: Verdict) -> Found:
        part, head = mention.core, verdict.head
        sent = head is not None and head.is_one_of("sent")
        if verdict.person is not None and verdict.person.country:
            return Found(verdict.person.country, Ground("person", verdict.person.name), verdict.person.unsure)
        own = country_of(mention, part, sent=sent)
        if verdict.body is not None and verdict.body.country and self._is_bodys(verdict.body, own):
            return Found(verdict.body.country, None, verdict.body.unsure)
        if own.code is not None:
            return own
        end = head.match.start if head is not None and self._ends_in_person(part, head) else part.end
        near = place_of(mention, part, self._places, end=end)
        if near.code is not None:
            return near
        behind = self._behind(mention, SENDING if sent else BELONGING)
        return behind if behind.code is not None or not own.unsure else own

    def _is_bodys(self, body: Identified, own: Found) -> bool:
        """A party or company is of the country beside it; a group and a body of states keep their own."""
        return own.code is None or body.rank <= 1 or body.country in BODIES

    def _ends_in_person(self, part: Part, head: Head) -> bool:
        return part.end > head.match.end

    def _behind(self, mention: Mention, leads: tuple[str, ...]) -> Found:
        for part in mention.rest:
            if part.lead not in leads:
                if part.lead in ("and", "who", "that", "which", "whose"):
                    break
                continue
            found = country_of(mention, part, sent=False)
            if found.code is not None or found.unsure:
                return found
            body, _ = self._body(mention, part)
            if body is not None and body.country:
                return Found(body.country, Ground("organisation", body.name), body.unsure)
            place = place_of(mention, part, self._places, end=part.end)
            if place.code is not None:
                return place
        return NOWHERE

    # --- together ---------------------------------------------------------------------------------

    def _answer(self, mention: Mention, verdict: Verdict, found: Found) -> Who:
        sectors, why = verdict.sectors, list(verdict.why)
        if not sectors:
            sectors = self._of_place(mention, verdict, found)
        if found.partial:
            sectors = merged(sectors, ("PRE",))
        if found.why is not None and found.why not in why:
            why.append(found.why)
        name = verdict.person.name if verdict.person else verdict.body.name if verdict.body else None
        unsure = (
            found.unsure
            or bool(verdict.body and verdict.body.unsure)
            or bool(verdict.person and verdict.person.unsure)
        )
        return Who(found.code, sectors, name or None, unsure, tuple(why))

    def _of_place(self, mention: Mention, verdict: Verdict, found: Found) -> Sectors:
        """Without a noun of its own: a seat governs, a town is its people, a weak noun speaks for its country."""
        head = verdict.head
        if head is not None:
            return ("GOV",) if found.code is not None and head.is_one_of("speaking") else ()
        if verdict.body is not None or verdict.person is not None or found.why is None:
            return ()
        if found.why.kind == "seat":
            return ("GOV",)
        is_land = found.land is None or found.land.kind in ("region",)
        return ("CVL",) if found.why.kind == "place" and is_land else ()
