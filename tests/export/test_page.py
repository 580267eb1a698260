"""The page: everything escaped, nothing from outside, every claim tied to its words."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from sayso.export.claimcards import card
from sayso.export.page import to_fragment, to_page
from sayso.schema.document import Document
from sayso.schema.reading import Reading

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Page(HTMLParser):
    """The elements of a page, and whether every one that opens is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data

    def values(self, name: str) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get(name))]


def test_every_element_is_closed(reading: Reading) -> None:
    assert Page(to_page(reading)).open == []


def test_the_page_asks_nothing_of_the_network_and_runs_nothing(reading: Reading) -> None:
    page = Page(to_page(reading))
    assert not {"script", "img", "link", "iframe", "object", "form"} & {tag for tag, _ in page.tags}
    assert all(address.startswith("#") for address in page.values("href"))
    assert page.values("src") == []
    assert "url(" not in to_page(reading)
    assert "@import" not in to_page(reading)
    policy = next(a["content"] for _, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'")


def test_markup_in_the_article_is_text(reading: Reading) -> None:
    assert "<b>stopped</b>" not in to_page(reading)
    assert "<b>stopped</b> & began again" in Page(to_page(reading)).text


@pytest.mark.parametrize("field", ["title", "outlet", "published", "wire", "language"])
def test_markup_in_metadata_is_text(reading: Reading, field: str) -> None:
    changes: dict[str, str] = {field: '"><script>alert(1)</script>'}
    document: Document = replace(reading.document, **changes)  # type: ignore[arg-type]
    assert "<script" not in to_page(replace(reading, document=document))


def test_every_attribution_has_a_card_and_its_words_are_marked(reading: Reading) -> None:
    page = Page(to_page(reading))
    classes = [value.split() for value in page.values("class")]
    for attribution in reading.attributions:
        assert ["card", attribution.id] in classes
        assert any("content" in names and attribution.id in names for names in classes)


def test_every_link_leads_to_something_on_the_page(reading: Reading) -> None:
    page = Page(to_page(reading))
    targets = {f"#{name}" for name in page.values("id")}
    links = page.values("href")
    assert len(links) >= len(reading.attributions)
    assert set(links) <= targets


def test_pointing_at_one_marks_the_other_without_a_script(reading: Reading) -> None:
    assert re.search(r":has\(\.a3:hover, \.a3:focus-within\) \.a3 ", to_page(reading))


def test_a_pronoun_is_shown_as_the_person_it_stands_for(reading: Reading) -> None:
    she = card(reading.attributions[2], {})
    assert (she.who, she.called) == ("Ilena Brask", "she")


def test_words_of_uncertainty_are_shown(reading: Reading) -> None:
    assert [card(one, {}).hedges for one in reading.attributions] == ["", "", "", "", "reportedly"]
    assert "hedged: reportedly" in Page(to_page(reading)).text


def test_hearsay_is_shown_as_a_chain(reading: Reading) -> None:
    drivers = card(reading.attributions[1], {one.id: one for one in reading.attributions})
    assert drivers.chain == (("a1", "The minister, Ilena Brask"),)


def test_an_article_in_which_nobody_says_anything_says_so(reading: Reading) -> None:
    assert "Nobody is said to say anything" in to_page(replace(reading, attributions=(), claims=()))


def test_an_article_without_events_says_so(reading: Reading) -> None:
    page = Page(to_page(replace(reading, events=())))
    assert "The text tells of no event of the codebook." in page.text
    assert page.open == []
    assert "sides bare" in page.values("class")


def test_every_event_has_a_card_with_its_standing_and_its_names_are_marked(reading: Reading) -> None:
    classes = [value.split() for value in Page(to_page(reading)).values("class")]
    for event in reading.events:
        assert ["card", event.id, f"is-{event.standing}"] in classes
        marked = [names for names in classes if "event" in names and event.id in names]
        assert len(marked) == len(event.mentions)
        assert all(f"is-{event.standing}" in names for names in marked)


def test_events_stand_in_reading_order(reading: Reading) -> None:
    cards = re.findall(r'<li id="[^"]*-(v\d+)"', to_page(reading))
    assert cards == ["v1", "v2", "v3", "v4", "v5"]


def test_a_sign_goes_with_every_name_of_an_event_once(reading: Reading) -> None:
    _, article = to_page(reading).split("<article", 1)
    signs = re.findall('data-sign="(.)"', article.split("</article>")[0])
    assert sorted(signs) == sorted(["●", "●", "⇄", "⇄", "◐", "●", "○"])


def test_signs_are_no_characters_of_the_article(reading: Reading) -> None:
    assert "Karvia accuses Ostrand of shelling convoy" in Page(to_page(reading)).text


def test_a_word_that_is_cue_and_event_leads_to_both(reading: Reading) -> None:
    cue = replace(reading.attributions[3], cue=reading.events[0].anchor)
    page = to_page(replace(reading, attributions=(*reading.attributions[:3], cue, reading.attributions[4])))
    (mark,) = re.findall(r'<mark class="cue[^>]*>(.*?)</mark>', page.split("<h1", 1)[1].split("</h1>")[0])
    assert re.findall(r'href="#[^"]*-(\w+)"', mark) == ["a4", "v1"]


def test_pointing_at_an_event_marks_those_on_whose_word_it_stands(reading: Reading) -> None:
    page = to_page(reading)
    for lit in ("v2", "a2", "a1"):
        assert re.search(rf":has\(\.v2:hover, \.v2:focus-within\) \.{lit} ", page)
    assert not re.search(r":has\(\.v2:hover, \.v2:focus-within\) \.a3 ", page)


def test_an_event_is_told_in_words(reading: Reading) -> None:
    shown = " ".join(Page(to_page(reading)).text.split())
    for words in (
        "assault · heavy weapons ⇄ denied Somebody denies what somebody else says.",
        "Ostrand “They” → convoy, lorries",
        "on whose word drivers (certain), as told by The minister, Ilena Brask",
        "denial “denies” (Ostrand)",
        "when 10 March 2025 (“on Monday”)",
        "how many at least 9 injured",
    ):
        assert words in shown


def test_each_standing_that_occurs_is_explained(reading: Reading) -> None:
    titles = Page(to_page(reading)).values("title")
    assert "Somebody denies what somebody else says." in titles
    assert "Who did it says so." not in titles


def test_the_profile_counts_events_by_standing(reading: Reading) -> None:
    counts = to_page(reading).split("<caption>What is said to have happened</caption>")[1]
    assert re.findall(r'"row">([^<]+)</th>.*?<td>(\d+)</td>', counts.split("</table>")[0])[0] == (
        "told as fact",
        "2",
    )


@pytest.mark.parametrize("field", ["type", "mode", "contexts"])
def test_markup_in_a_codebook_is_text(reading: Reading, field: str) -> None:
    value: Any = '"><script>alert(1)</script>'
    changes: dict[str, Any] = {field: (value,) if field == "contexts" else value}
    assert "<script" not in to_page(replace(reading, events=(replace(reading.events[0], **changes),)))


def test_a_notebook_shows_a_fragment_whose_styles_touch_nothing_else(reading: Reading) -> None:
    fragment = reading._repr_html_()
    assert fragment == to_fragment(reading)
    assert "<html" not in fragment
    assert "<body" not in fragment
    (style,) = re.findall(r"<style>(.*?)</style>", fragment, re.DOTALL)
    rules = re.sub(r"/\*.*?\*/", "", style)
    rules = re.sub(r"@(?:media|container)[^{]*\{|\{[^{}]*\}", "{}", rules)
    selectors = [part.strip() for part in re.split(r"[{}]+", rules) if part.strip()]
    assert len(selectors) > 40
    assert [s for s in selectors if not s.startswith((".sayso", f"#sayso-{reading.document.id}:has"))] == []


def test_half_a_surrogate_pair_can_still_be_written(reading: Reading) -> None:
    broken = replace(reading, document=replace(reading.document, outlet="Courier \ud83d"))
    assert to_page(broken).encode("utf-8")
