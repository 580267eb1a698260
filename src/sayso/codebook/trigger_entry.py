"""One entry of a file to triggers: a slash joins spellings, each a trigger of its own."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.codebook.entry import Entry
from sayso.codebook.trigger import KINDS, ROLES, LightVerb, Role, Trigger, TriggerKind

FULL_WEIGHT = 1.0


def read_triggers(entry: Entry, type_name: str, mode: str | None) -> Iterator[Trigger]:
    """A trigger for each spelling of the entry; a noun's head is the last of its words."""
    kind = _kind(entry)
    weight = entry.number("weight", low=0, high=1)
    spellings = [_spelling(entry, one, kind) for one in entry.text("trigger").lower().split("/")]
    particle = tuple((entry.optional("particle") or "").lower().split())
    objects = frozenset(word.lower() for word in entry.words("objects"))
    unless = frozenset(word.lower() for word in entry.words("unless"))
    roles = tuple((place, _role(entry, role)) for place, role in entry.pairs("roles"))
    reciprocal, example = entry.flag("reciprocal"), entry.optional("example")
    entry.done()
    for before, lemma in spellings:
        yield Trigger(
            lemma=lemma,
            kind=kind,
            type=type_name,
            mode=mode,
            weight=FULL_WEIGHT if weight is None else weight,
            before=before,
            particle=particle,
            objects=objects,
            unless=unless,
            roles=roles,
            reciprocal=reciprocal,
            example=example,
        )


def read_light_verb(entry: Entry) -> LightVerb:
    verb = LightVerb(
        lemma=entry.text("verb").lower(),
        subject=_role(entry, entry.text("subject")),
        particle=tuple((entry.optional("particle") or "").lower().split()),
        example=entry.optional("example"),
    )
    entry.done()
    return verb


def _kind(entry: Entry) -> TriggerKind:
    kind = entry.choice("kind", KINDS)
    if kind is None:
        raise entry.error(f"kind is missing and should be one of {', '.join(KINDS)}")
    return kind


def _spelling(entry: Entry, spelling: str, kind: TriggerKind) -> tuple[tuple[str, ...], str]:
    words = spelling.split()
    if not words:
        raise entry.error("trigger should be a word, or spellings of one joined by a slash")
    if kind == "verb" and len(words) > 1:
        raise entry.error(
            f"a verb should be one word, with the others as particle or objects, not {spelling!r}"
        )
    return tuple(words[:-1]), words[-1]


def _role(entry: Entry, role: str) -> Role:
    for one in ROLES:
        if one == role:
            return one
    raise entry.error(f"a role should be one of {', '.join(ROLES)}, not {role!r}")
