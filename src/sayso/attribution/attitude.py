"""What the source does with the content: assert, deny, believe, know, intend, demand, ask, keep silent."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from sayso.lexicon.cues import Cue, Match, find_cue
from sayso.lexicon.grammar import is_aside, is_auxiliary, is_negator, words_for
from sayso.lexicon.words import has_lemma, lemmas, split_words
from sayso.schema.attribution import Attitude

Place = Literal["subject", "agent", "object", "oblique", "owner", "none"]

# How far into a content an infinitive may begin: "asked the harbour master to wait".
INFINITIVE_WITHIN = 5
# How far a word of untruth may stand from its claim: "the reports of a raid were plainly false".
UNTRUE_WITHIN = 8
CLAIM_WITHIN = 30

PARTICLES = frozenset(("for", "on", "to", "as", "about", "against", "of", "out", "upon", "from"))
DETERMINERS = frozenset(
    ("the", "a", "an", "this", "that", "his", "her", "their", "its", "our", "my", "no", "every")
)
FINITE = frozenset(
    ("is", "was", "are", "were", "had", "has", "have", "would", "will", "could", "should", "must", "that")
)
# "It is false", said of what was claimed before.
IT = frozenset(("it", "this", "that", "these", "those", "they"))
RETRACTING = frozenset(
    "withdraw withdrew withdrawn withdraws retract retracted retracts recant recanted recants disown disowned"
    " disowns disavow disavowed disavows rescind rescinded".split()
)
CONFESSED = frozenset(("confession", "admission", "confessions", "admissions"))
TAKE, PLEAD = frozenset(("take",)), frozenset(("plead",))
# "There is no evidence that", "scant proof that"
NONE = frozenset(("no", "scant", "little"))
PLAIN_UNTRUE = frozenset(
    (
        "false",
        "untrue",
        "baseless",
        "groundless",
        "unfounded",
        "fabricated",
        "fabrication",
        "lie",
        "lies",
        "fake",
        "hoax",
    )
)
BE = frozenset(("be", "is", "was", "are", "were", "been", "being", "'s", "'re"))


def attitude(
    cue_words: Sequence[str],
    *,
    content_words: Sequence[str] = (),
    before: Sequence[str] = (),
    upos: Sequence[str] = (),
) -> Attitude:
    """The attitude of one attribution; assertion where nothing tells.

    Args:
        cue_words: the words of the cue span.
        content_words: the words of the content, in the order of the text.
        before: the words of the sentence that stand right before the cue, nearest last; they
            hold the auxiliaries and the negation where the span leaves them out.
        upos: universal part-of-speech tags of `cue_words`.
    """
    words, content = split_words(cue_words), split_words(content_words)
    lead = _verb_group(split_words(before))
    particle = content[:1] if content and content[0] in PARTICLES else []
    match = find_cue([*words, *particle], upos=_tags(words, particle, before, upos))
    if _is_withheld([*lead, *words], content):
        return "no_comment"
    held = any(has_lemma(word, words_for("withholding")) for word in (*lead, *words))
    done = not held and not _is_negated(lead)
    if done and _is_retracted(words, content):
        return "denial"
    if done and (pleaded := _pleads(words, content)) is not None:
        return pleaded
    if match is None or match.start >= len(words):
        return "question" if content[:1] == ["whether"] else "assertion"
    if _is_negated([*lead, *words[: match.start]]):
        return _negated(match.cue)
    if match.cue.kind == "noun" and before and before[-1].lower() in NONE:
        return _negated(match.cue)
    return _in_frame(match, content)


def cue_place(cue_words: Sequence[str], *, before: Sequence[str] = (), upos: Sequence[str] = ()) -> Place:
    """Where the source stands beside this cue: "agent" after a passive verb ("was told by X")."""
    words, lead = split_words(cue_words), _verb_group(split_words(before))
    match = find_cue(words, upos=upos)
    if match is None:
        return "subject"
    cue = match.cue
    if (
        cue.kind == "verb"
        and cue.source == "subject"
        and _is_passive([*lead, *words[: match.start]], words[match.start])
    ):
        return "agent"
    return cue.source


def is_factive(cue_words: Sequence[str], *, upos: Sequence[str] = ()) -> bool:
    """Whether the cue takes its content for granted ("acknowledged that")."""
    match = find_cue(cue_words, upos=upos)
    return match is not None and match.cue.factive


def _tags(
    words: Sequence[str], particle: Sequence[str], before: Sequence[str], upos: Sequence[str]
) -> list[str]:
    """Tags for the words looked up; without any, a determiner before a lone word tells a noun."""
    if len(upos) == len(words):
        return [*upos, *("ADP" for _ in particle)]
    noun = len(words) == 1 and bool(before) and before[-1].lower() in DETERMINERS - {"that", "this"}
    return ["NOUN" if noun else "", *("" for _ in (*words[1:], *particle))]


def _verb_group(before: Sequence[str]) -> list[str]:
    """The auxiliaries, negators and adverbs at the end of what precedes the cue."""
    start = len(before)
    while start and _belongs_to_verb(before[start - 1]):
        start -= 1
    return list(before[start:])


def _belongs_to_verb(word: str) -> bool:
    if is_negator(word) or is_aside(word) or is_auxiliary(word) or word == "yet":
        return True
    return has_lemma(word, words_for("withholding"))


def _is_negated(words: Sequence[str]) -> bool:
    """By a negator, or as in "has yet to claim"."""
    return any(map(is_negator, words)) or ("yet", "to") in pairwise(words)


def _is_passive(lead: Sequence[str], verb: str) -> bool:
    """A form of "be" before a verb that is neither an -ing form nor a bare one ("was told")."""
    return any(word in BE for word in lead) and not verb.endswith("ing") and len(lemmas(verb)) > 1


def _is_withheld(words: Sequence[str], content: Sequence[str]) -> bool:
    """Whether the source refuses to speak: "refused to confirm", "declined" + "to say"."""
    holding = next((at for at, word in enumerate(words) if has_lemma(word, words_for("withholding"))), None)
    if holding is None or _is_negated(words[:holding]):
        return False
    after = [*words[holding + 1 :], *content[:3]]
    verbs = [word for word in after if word != "to" and not is_aside(word)]
    return (
        bool(verbs) and "to" in after[:3] and has_lemma(verbs[0], words_for("speaking")) and verbs[0] != "be"
    )


def _is_retracted(words: Sequence[str], content: Sequence[str]) -> bool:
    """Whether the source takes back what it claimed: "withdrew its claim to have bombed the mast"."""
    back = "back" in (*words, *content[:1]) and any(has_lemma(word, TAKE) for word in words)
    if not back and RETRACTING.isdisjoint(words):
        return False
    own = content[:UNTRUE_WITHIN]
    return any(word in CONFESSED or has_lemma(word, words_for("claim_nouns")) for word in own)


def _pleads(words: Sequence[str], content: Sequence[str]) -> Attitude | None:
    """Of "pleaded guilty to the charge" that it is owned, of "pleaded not guilty" that it is denied."""
    if not any(has_lemma(word, PLEAD) for word in words):
        return None
    said = [*words[1:], *content]
    if said[:2] == ["not", "guilty"]:
        return "denial"
    return "assertion" if said[:1] == ["guilty"] else None


def _negated(cue: Cue) -> Attitude:
    """Who does not say it asserts nothing, and who does not deny it does not vouch for it either."""
    if cue.negated is not None:
        return cue.negated
    return "no_comment" if cue.attitude in ("assertion", "denial") else cue.attitude


def _in_frame(match: Match, content: Sequence[str]) -> Attitude:
    """The attitude of a cue that is not negated, in front of this content."""
    cue = match.cue
    if cue.whether and _is_question(content):
        return cue.whether
    if cue.to and _is_infinitive(content, objects=cue.attitude == "question"):
        return cue.to
    if cue.as_ and "as" in content and content[0] != "that":
        return cue.as_
    if cue.demand_with and not cue.demand_with.isdisjoint(content):
        return "demand"
    if cue.unless_claim:
        return "denial" if _names_claim(content) else cue.unless_claim
    if cue.attitude == "question" and content[:1] == ["that"]:
        return "demand"
    return "denial" if cue.attitude == "assertion" and _calls_untrue(content) else cue.attitude


def _is_question(content: Sequence[str]) -> bool:
    return bool(content) and (content[0] in words_for("question_words") or "?" in content[-2:])


def _is_infinitive(content: Sequence[str], *, objects: bool) -> bool:
    """Whether the content is "to leave" or, after verbs of asking, "the crew to leave"."""
    for at, word in enumerate(content[: INFINITIVE_WITHIN + 1 if objects else 3]):
        if word == "to":
            return at + 1 < len(content) and content[at + 1] not in DETERMINERS
        if word in FINITE or (at == 0 and word.endswith("ing") and len(lemmas(word)) > 1):
            # "denied having anything to do with it"
            return False
    return False


def _names_claim(content: Sequence[str]) -> bool:
    return any(
        has_lemma(word, words_for("claim_nouns")) for word in content[:UNTRUE_WITHIN]
    ) or _calls_untrue(content)


def _calls_untrue(content: Sequence[str]) -> bool:
    """Whether the content says of a claim that it is untrue ("the reports were false")."""
    untrue = words_for("untrue")
    for at, word in enumerate(content[:CLAIM_WITHIN]):
        if word in untrue:
            return _has_claim_before(content[max(0, at - UNTRUE_WITHIN) : at], word)
    return False


def _has_claim_before(words: Sequence[str], untrue: str) -> bool:
    if _is_negated(words):
        return False
    if any(has_lemma(word, words_for("claim_nouns")) for word in words):
        return True
    pronoun = untrue in PLAIN_UNTRUE and any(word in IT for word in words[:2])
    return pronoun and any(word in BE for word in words)
