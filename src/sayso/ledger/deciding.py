"""Decisions of a person, signed and written down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import func, select

from sayso.comparing.outlets import outlet_key
from sayso.ledger.choosing import Chosen, choose_decision, choose_entity
from sayso.ledger.correcting import standing_ids, standing_ones
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.merging import decided_about, groups
from sayso.ledger.rating import MEANINGS, is_source
from sayso.ledger.tables import corrections
from sayso.schema.checking import LONGEST_VERDICT, check_correction, is_page
from sayso.schema.correction import Correction

_LONGEST = 200  # characters of a person's name
_STEP = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Written:
    """A decision in the ledger.

    Attributes:
        correction: the decision.
        new: False where the same person had decided so, and it stands.
    """

    correction: Correction
    new: bool


def about(
    chosen: Chosen, action: Literal["accept", "reject", "edit"], value: Mapping[str, Any] | None = None
) -> Correction:
    """A decision about a record, not yet signed.

    Raises:
        LedgerError: somebody who was rejected cannot be edited; whoever counts roles must not miscount.
    """
    if action == "edit" and chosen.rejected:
        raise LedgerError(f"{chosen.id} was rejected; accept it first, or edit another")
    return Correction(chosen.kind, action, chosen.document, chosen.target, value or {})


def judging(chosen: Chosen, verdict: str, url: str) -> Correction:
    """A person's verdict on what is claimed; the reasons stand on a page of theirs.

    Args:
        chosen: a claim.
        verdict: in the person's own words ("False", "Missing context").
        url: of the page.

    Raises:
        LedgerError: it is no claim, or one of both is missing.
    """
    if chosen.kind != "claim":
        raise LedgerError(f"{chosen.id} is no claim; a verdict is about what somebody claims (DOCUMENT:c3)")
    told = " ".join(verdict.split())
    if not 0 < len(told) <= LONGEST_VERDICT:
        raise LedgerError(
            f"{verdict!r:.40} is no verdict; expected a word or some, up to {LONGEST_VERDICT} characters"
        )
    if not is_page(url.strip()):
        raise LedgerError(
            f"{url!r:.60} is no address of a page; a verdict needs one that gives its reasons (https://…)"
        )
    return Correction(
        "claim", "verdict", chosen.document, chosen.target, {"verdict": told, "url": url.strip()}
    )


def merging(ledger: Ledger, given: Sequence[str]) -> Correction:
    """These entities are one; each by id or name."""
    ids = sorted({choose_entity(ledger, one) for one in given})
    if len(ids) < 2:
        raise LedgerError("there is nothing to merge; give two entities or more, by id or by name in full")
    merged = groups(decided_about(ledger, (None,)))
    if all(one in merged.get(ids[0], ()) for one in ids):
        raise LedgerError(f"{', '.join(ids)} are one already; `sayso show {ids[0]}` tells more")
    return Correction("entity", "merge", None, {"entities": ids})


def splitting(ledger: Ledger, given: Sequence[str]) -> Correction:
    """Each of these entities stands alone."""
    ids = sorted({choose_entity(ledger, one) for one in given})
    merged = groups(decided_about(ledger, (None,)))
    for id in ids:
        if id not in merged:
            raise LedgerError(f"entity {id} was merged with no other, so it cannot be split from one")
    return Correction("entity", "split", None, {"entities": ids})


def rating(ledger: Ledger, source: str, letter: str) -> Correction:
    """How reliable a source is."""
    given = letter.strip().upper()
    if given not in MEANINGS:
        known = ", ".join(f"{one} {meaning}" for one, meaning in MEANINGS.items())
        raise LedgerError(f"{letter!r:.20} is no letter of the Admiralty code; expected one of {known}")
    name = " ".join(source.split())
    if not is_source(ledger, name):
        raise LedgerError(
            f"no claim of the ledger has a source called {name!r:.60}; give the name as `sayso search` shows"
            " it, in full"
        )
    return Correction("source", "rate", None, {"source": name}, {"letter": given})


def assigning(ledger: Ledger, outlet: str, family: str) -> Correction:
    """An outlet belongs to a family of publishers; to none, where that is ""."""
    name, group = " ".join(outlet.split()), " ".join(family.split())
    if not outlet_key(name):
        raise LedgerError(f"{outlet!r:.60} is no name of an outlet; expected a name such as Harrow Courier")
    if len(name) > _LONGEST or len(group) > _LONGEST:
        raise LedgerError(f"{(name + group)!r:.60} is too long for names; expected up to {_LONGEST} letters")
    return Correction("outlet", "assign", None, {"outlet": name}, {"family": group})


def undoing(ledger: Ledger, given: str) -> Correction:
    """A decision does not count any more; an undoing can be undone as well."""
    one = choose_decision(ledger, given)
    if one.id not in standing_ids(decided_about(ledger, (one.document,))):
        raise LedgerError(f"correction {one.id} is undone already; to restore it, undo the one that undid it")
    return Correction(one.kind, "undo", one.document, one.target, {"undoes": one.id})


def decide(
    ledger: Ledger, drafts: Sequence[Correction], *, by: str, at: datetime | None = None
) -> list[Written]:
    """Writes decisions down, all of them or none.

    Args:
        drafts: not yet signed.
        by: who decided.
        at: when; later than all that was decided before, at least by a microsecond.

    Raises:
        LedgerError: nobody decided, or the ledger cannot be written.
    """
    name = " ".join(by.split())
    if not name or len(name) > _LONGEST:
        raise LedgerError(f"{by!r:.40} is no name of a person; say who decides with --by NAME")
    known = decided_about(ledger, {draft.document for draft in drafts})
    now = _moment(ledger, at or datetime.now(UTC))
    found: list[Written] = []
    for draft in drafts:
        before = _standing(known, draft, name)
        if before is not None:
            found.append(Written(before, new=False))
            continue
        signed = replace(draft, by=name, at=_written(now))
        check_correction(signed)
        found.append(Written(signed, new=True))
        known, now = [*known, signed], now + _STEP
    ledger.correct_all([one.correction for one in found if one.new])
    return found


def _moment(ledger: Ledger, now: datetime) -> datetime:
    """A clock that goes wrong must not make a later decision an earlier one."""
    with ledger.transaction() as connection:
        last = connection.scalar(select(func.max(corrections.c.at)))
    return max(now, datetime.fromisoformat(last) + _STEP) if last else now


def _written(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _standing(known: Sequence[Correction], draft: Correction, by: str) -> Correction | None:
    """The same decision by the same person, where nothing was decided about the record since."""
    mine = [one for one in standing_ones(known) if one.kind == draft.kind and _same_target(one, draft)]
    if not mine or draft.kind == "entity":  # other decisions move entities as well
        return None
    last = mine[-1]
    told = (last.action, dict(last.value), last.by)
    return last if told == (draft.action, dict(draft.value), by) else None


def _same_target(one: Correction, other: Correction) -> bool:
    return (one.document, dict(one.target)) == (other.document, dict(other.target))
