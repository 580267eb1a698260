from __future__ import annotations

from sayso.reading import read_document

WORDS = "The council met on Monday and heard what the engineers had found under the old bridge near the mill."
BODY = "".join(f"<p>{WORDS} Part {number}.</p>" for number in range(6))


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def test_paragraphs_are_parted_by_a_blank_line() -> None:
    text = read_document(page(f"<article><h1>Bridge closed</h1>{BODY}</article>")).text
    assert text.split("\n\n")[:2] == ["Bridge closed", f"{WORDS} Part 0."]


def test_two_line_breaks_part_paragraphs_and_one_does_not() -> None:
    text = read_document(page(f"<div><h1>Bridge closed</h1>{WORDS}<br><br>{WORDS} It<br>rained.</div>")).text
    assert text.split("\n\n")[-1].endswith("It rained.")


def test_a_page_without_a_heading_has_its_title_as_headline() -> None:
    document = read_document(page(f"<article>{BODY}</article>", "<title>Bridge closed after cracks</title>"))
    assert document.title == "Bridge closed after cracks"
    assert document.passages[0].kind == "headline"


def test_only_a_stated_date_is_a_date() -> None:
    footer = "<footer>© 2019 The Courier</footer>"
    assert read_document(page(f"<article><h1>Bridge closed</h1>{BODY}</article>{footer}")).published is None
    stated = '<meta property="article:published_time" content="2025-06-18T23:30:00-05:00">'
    assert read_document(page(f"<article>{BODY}</article>", stated)).published == "2025-06-18"


def test_a_page_that_calls_itself_opinion_is_its_authors_say_so() -> None:
    data = '<script type="application/ld+json">{"@type": "OpinionNewsArticle", "headline": "Closed"}</script>'
    document = read_document(page(f"<article><h1>Bridge closed</h1>{BODY}</article>", data))
    assert {passage.kind for passage in document.passages} == {"headline", "commentary"}


def test_a_page_with_one_heading_and_nothing_else_is_read() -> None:
    assert read_document(page("<h1>Rebels seize border town</h1>")).title == "Rebels seize border town"


def test_a_given_address_goes_before_the_pages_own() -> None:
    source = page(f"<article>{BODY}</article>", '<link rel="canonical" href="https://a.example/x">')
    assert read_document(source).url == "https://a.example/x"
    assert read_document(source, url="https://b.example/y").url == "https://b.example/y"


def test_scripts_styles_and_comments_are_not_text() -> None:
    body = f"<article><script>var x = 'never';</script><style>p {{}}</style><!-- hidden -->{BODY}</article>"
    text = read_document(page(body)).text
    assert "never" not in text
    assert "hidden" not in text
