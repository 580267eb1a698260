"""What is read off trees and quotation marks, on sentences whose trees are written by hand."""

from __future__ import annotations

from dataclasses import replace

from sayso.attribution.clipping import clipped
from sayso.attribution.completing import completed
from sayso.attribution.hearsay import hearsay_links
from sayso.attribution.linking import Link
from sayso.attribution.nesting import nested_links
from sayso.attribution.quoting import with_quotations
from sayso.linguistics.syntax import Syntax
from sayso.schema.analysis import Analysis
from sayso.schema.document import Document, Passage
from sayso.text.quotation import quotations
from tests.linguistics.trees import analysis


def words(seen: Analysis, link: Link) -> list[str]:
    return [seen.span(*part).text for part in link.contents]


BETS = (
    "Envoy/PROPN/2/nsubj asked/VERB/0/root for/ADP/6/case a/DET/6/det quick/ADJ/6/amod answer/NOUN/2/obl"
    " ./PUNCT/2/punct"
)


def test_a_content_that_stops_at_an_article_goes_on_to_its_noun() -> None:
    seen = analysis([BETS], {})
    (link,) = completed(Syntax(seen), [Link((1, 3), (0, 1), ((3, 4),))])
    assert words(seen, link) == ["a quick answer"]


def test_a_content_does_not_grow_into_words_that_another_says() -> None:
    seen = analysis([BETS], {})
    first, _ = completed(Syntax(seen), [Link((1, 2), (0, 1), ((3, 4),)), Link((2, 3), None, ((4, 6),))])
    assert words(seen, first) == ["a"]


def test_a_small_gap_in_a_content_closes() -> None:
    seen = analysis([BETS], {})
    (link,) = completed(Syntax(seen), [Link((1, 2), (0, 1), ((2, 4), (5, 6)))])
    assert words(seen, link) == ["for a quick answer"]


REPORTEDLY = (
    "Tolan/PROPN/3/nsubj reportedly/ADV/3/advmod left/VERB/0/root before/SCONJ/5/mark dawn/NOUN/3/obl"
    " ./PUNCT/3/punct"
)


def test_reportedly_puts_its_clause_on_nobodys_word() -> None:
    seen = analysis([REPORTEDLY], {})
    (link,) = hearsay_links(Syntax(seen), [])
    assert (link.source, link.cue) == (None, (1, 2))
    assert words(seen, link) == ["Tolan", "left before dawn"]


def test_a_cue_that_is_found_already_is_not_found_twice() -> None:
    seen = analysis([REPORTEDLY], {})
    assert list(hearsay_links(Syntax(seen), [Link((1, 2), None, ((0, 1),))])) == []


NESTED = (
    "Brel/PROPN/2/nsubj said/VERB/0/root crews/NOUN/4/nsubj wanted/VERB/2/ccomp to/PART/6/mark"
    " leave/VERB/4/xcomp ./PUNCT/2/punct"
)


def test_a_verb_of_wanting_inside_a_content_is_an_attribution_of_its_own() -> None:
    seen = analysis([NESTED], {})
    (link,) = nested_links(seen, Syntax(seen), Link((1, 2), (0, 1), ((2, 6),)))
    assert (link.source, link.cue) == ((2, 3), (3, 4))
    assert words(seen, link) == ["to leave"]


def test_nothing_is_nested_outside_the_content() -> None:
    seen = analysis([NESTED], {})
    assert nested_links(seen, Syntax(seen), Link((1, 2), (0, 1), ((4, 6),))) == []


QUOTED = (
    "“/PUNCT/4/punct We/PRON/4/nsubj will/AUX/4/aux return/VERB/0/root"
    " to/ADP/6/case Sella/PROPN/4/obl ./PUNCT/4/punct ”/PUNCT/4/punct"
)


def test_a_quotation_that_nobody_is_named_for_is_still_somebodys() -> None:
    seen = analysis([QUOTED], {})
    (link,) = with_quotations(seen, [], quotations(seen.text))
    assert (link.source, link.cue) == (None, (0, 1))


def test_words_that_are_held_at_arms_length_are_no_quotation() -> None:
    seen = analysis(["The/DET/4/det “/PUNCT/3/punct safe/ADJ/4/amod ”/PUNCT/3/punct road/NOUN/0/root"], {})
    assert with_quotations(seen, [], quotations(seen.text)) == []


SIGNED = QUOTED + " —/PUNCT/10/punct Mira/PROPN/4/dep Tolan/PROPN/10/flat"


def test_a_signature_names_the_speaker() -> None:
    seen = analysis([SIGNED], {})
    (link,) = with_quotations(seen, [], quotations(seen.text))
    assert seen.span(*(link.source or (0, 0))).text == "Mira Tolan"
    assert words(seen, link) == [seen.span(0, 8).text]


def test_a_signature_does_not_overrule_the_speaker_of_the_paragraph() -> None:
    seen = analysis(["Castel/PROPN/2/nsubj said/VERB/0/root", SIGNED], {})
    told = [Link((1, 2), (0, 1), ((2, 10),))]
    assert with_quotations(seen, told, quotations(seen.text)) == told


def test_nobody_says_a_byline_and_a_headline_ends_what_is_said_in_it() -> None:
    seen = analysis([BETS, REPORTEDLY], {})
    text, second = seen.text, seen.text.index("Tolan")
    passages = (Passage("headline", 0, second), Passage("byline", second, len(text)))
    document = Document("x", None, None, None, (), None, None, text, None, passages)
    across = Link((1, 2), (0, 1), ((3, 10),))
    (link,) = clipped(document, seen, [across])
    assert words(seen, link) == ["a quick answer."]
    below = replace(document, passages=(Passage("body", 0, len(text)),))
    assert next(clipped(below, seen, [across])) == across
