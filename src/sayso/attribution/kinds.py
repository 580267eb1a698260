"""What kind of source a phrase is: identity, naming, affiliation and role in one call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.attribution.affiliation import affiliation
from sayso.attribution.identity import NAMED, identity, naming
from sayso.attribution.names import views
from sayso.attribution.phrase import SourcePhrase
from sayso.attribution.role import role
from sayso.schema.attribution import Affiliation, Identity, Naming, Role


@dataclass(frozen=True, slots=True)
class SourceKind:
    """The fields of `Source` that say what kind of source it is."""

    identity: Identity
    naming: Naming
    affiliation: Affiliation
    role: Role | None


NOBODY = SourceKind("none_given", "implicit", "unknown", None)


def describe(
    phrase: SourcePhrase | None, *, cue_words: Sequence[str] = (), context: Sequence[str] = ()
) -> SourceKind:
    """The kind of one source; without words in the text ("reportedly") it is nobody in particular.

    Args:
        phrase: the words of the source; a pronoun is described from its `resolved` mention.
        cue_words: the words of the cue: an outlet that saw something is an observation.
        context: the words of the sentence after the phrase, where requests for anonymity stand.
    """
    if phrase is None or not phrase.words:
        return NOBODY
    own = _by_itself(phrase, cue_words, context)
    if phrase.resolved is None or not phrase.resolved.words:
        return own
    fuller = _by_itself(phrase.resolved, cue_words, ())
    return _kept_anonymous(own, fuller if phrase.is_pronoun else merged(own, fuller))


def _by_itself(phrase: SourcePhrase, cue_words: Sequence[str], context: Sequence[str]) -> SourceKind:
    """What the phrase tells, its resolved mention left aside."""
    seen = views(phrase)
    who = identity(phrase, seen, cue_words=cue_words)
    named = naming(phrase, seen, who, context=context)
    if phrase.is_pronoun:
        return SourceKind(who, named, "unknown", None)
    return SourceKind(who, named, affiliation(seen), role(seen))


def merged(own: SourceKind, fuller: SourceKind) -> SourceKind:
    """A short form takes from the fuller mention what it does not tell itself."""
    named = fuller.identity in NAMED and own.identity not in NAMED
    return SourceKind(
        identity=fuller.identity if named else own.identity,
        naming=fuller.naming if named else own.naming,
        affiliation=own.affiliation if own.affiliation != "unknown" else fuller.affiliation,
        role=own.role or fuller.role,
    )


def _kept_anonymous(own: SourceKind, kind: SourceKind) -> SourceKind:
    """Whoever asked not to be named stays so, unless the document names them after all."""
    if own.naming == "anonymous_on_request" and kind.identity not in NAMED:
        return replace(kind, naming="anonymous_on_request")
    return kind
