"""Lookups by lemma, by form, and among the words of a sentence."""

from __future__ import annotations

import pytest

from sayso.codebook import Codebook, CodebookError
from sayso.codebook.trigger import KINDS, TriggerKind


def best(book: Codebook, sentence: str, word: str, kind: TriggerKind) -> tuple[str, str | None]:
    words = sentence.split()
    first = book.find(words, words.index(word), kind)[0]
    return first.type, first.mode


@pytest.mark.parametrize(
    ("sentence", "word", "kind", "expected"),
    [
        ("The army shelled Veldin overnight", "shelled", "verb", ("ASSAULT", "heavy-weapons")),
        ("A sniper shot a farmer", "shot", "verb", ("ASSAULT", "firearms")),
        ("The guards laid all of their arms down", "laid", "verb", ("RETREAT", "disarm")),
        ("The junta declared martial law", "declared", "verb", ("COERCE", "martial-law")),
        ("Rebels declared a truce", "declared", "verb", ("CONCEDE", None)),
        ("Karvia recalled its ambassador", "recalled", "verb", ("SANCTION", "withdraw")),
        ("the hunger strikes of the inmates", "strikes", "noun", ("PROTEST", "hunger")),
        ("Militiamen took nine drivers hostage", "took", "verb", ("ASSAULT", "abduct")),
        ("They mobilized two divisions", "mobilized", "verb", ("MOBILIZE", "troops")),
        ("They mobilised two divisions", "mobilised", "verb", ("MOBILIZE", "troops")),
    ],
)
def test_the_most_constrained_trigger_that_fits_comes_first(
    plover: Codebook, sentence: str, word: str, kind: TriggerKind, expected: tuple[str, str | None]
) -> None:
    assert best(plover, sentence, word, kind) == expected


def test_a_neighbour_makes_it_something_else(plover: Codebook) -> None:
    assert plover.find("He died of a heart attack".split(), 5, "noun") == ()
    assert plover.find("He died in an attack".split(), 4, "noun") != ()
    assert plover.find("They shot a film in Selm".split(), 1, "verb") == ()


def test_lemmas_are_found_exactly_and_forms_by_their_lemma(plover: Codebook) -> None:
    assert plover.triggers("fought", "verb") == ()
    assert {trigger.type for trigger in plover.triggers_of("Fought", "verb")} == {"ASSAULT"}
    assert plover.triggers("xyzzy", "noun") == ()


def test_scanning_a_sentence_gives_what_finding_at_each_word_gives(plover: Codebook) -> None:
    words = (
        "Police fired tear gas and arrested nine men after the talks between the unions broke down".split()
    )
    scanned = list(plover.scan(words))
    singly = [(n, t) for n in range(len(words)) for k in KINDS for t in plover.find(words, n, k)]
    assert scanned == singly
    assert {"ASSAULT", "COERCE", "CONSULT"} <= {trigger.type for _, trigger in scanned}


def test_roles_are_the_entry_s_where_it_has_them_and_the_usual_otherwise(plover: Codebook) -> None:
    (shelling,) = plover.triggers("shelling", "noun")
    assert [shelling.role(place) for place in ("of", "on", "by", "owner", "with")] == [
        "recipient",
        "recipient",
        "actor",
        "actor",
        None,
    ]
    (kidnap,) = plover.triggers("kidnap", "verb")
    assert [kidnap.role(place) for place in ("subject", "object", "by")] == ["actor", "recipient", "actor"]
    talks = plover.triggers("talk", "noun")[-1]
    assert talks.role("between") == "both"
    impose = next(t for t in plover.triggers("impose", "verb") if "sanction" in t.objects)
    assert (impose.role("object"), impose.role("on")) == ("theme", "recipient")


def test_a_mode_is_told_by_the_words_around_it_or_not_at_all(plover: Codebook) -> None:
    assert plover.mode_for("ASSAULT", "hit by a roadside bomb".split()) == "explosives"
    assert plover.mode_for("ASSAULT", "attacked at dawn".split()) is None
    assert plover.mode_for("AID", "with tents".split()) is None


def test_one_keyword_tells_a_context_and_a_lone_hint_does_not(plover: Codebook) -> None:
    assert plover.contexts_for("Observers of the Elections left".split()) == ("election",)
    assert "election" not in plover.contexts_for("The vote was late".split())
    assert "election" in plover.contexts_for("The candidate lost the vote".split())


def test_an_unknown_type_is_refused_with_the_known_ones(plover: Codebook) -> None:
    with pytest.raises(CodebookError, match=r"no type 'ATTACK'; the types are AGREE, CONSULT"):
        plover.quad("ATTACK")
