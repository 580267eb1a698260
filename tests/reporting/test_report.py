"""A report stands alone, tells on whose word everything is, and is the same for the same ledger."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import sayso
from sayso.ledger.across.bringing import bring_up
from sayso.ledger.across.event import event
from sayso.ledger.asking import Filter
from sayso.ledger.correcting import target_of
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.originals import Original, keep
from sayso.reporting import events as told_events
from sayso.reporting.asked import Wanted, kinds_of
from sayso.reporting.filed import bare
from sayso.reporting.gathering import Report, gather
from sayso.reporting.quoting import LONGEST
from sayso.reporting.rendering import to_html
from sayso.schema.correction import Correction
from sayso.schema.location import location_of
from tests.reporting.made import Page

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)></style>{{ 7 * 7 }}\u202e\ud800"
ARTICLE = """Karvia says Ostrand shelled convoy

TELMARA, 14 March 2025 — Ostrand's army shelled a convoy near Sella on Thursday, killing nine drivers, a
spokesman for <b>Karvia</b> & "Co" <script>alert(1)</script> said. The army of Ostrand denied the attack.
"""


@pytest.fixture(scope="module")
def ledger(demo_ledger: Path) -> Iterator[Ledger]:
    with Ledger(demo_ledger) as opened:
        yield opened


@pytest.fixture(scope="module")
def brevna(ledger: Ledger) -> Report:
    return gather(ledger, Wanted("Brevna", ledger="demo.ledger"))


@pytest.fixture(scope="module")
def page(brevna: Report) -> Page:
    return Page(to_html(brevna))


def report_of(path: Path, **changed: object) -> Report:
    """The report of a ledger with one article that has these particulars."""
    reading = sayso.read(ARTICLE)
    document = replace(reading.document, **changed)  # type: ignore[arg-type]
    reading = replace(reading, document=document)
    with Ledger(path, create=True) as made:
        made.add(reading, location_of(document, name=str(changed.get("title"))), mark="one")
        bring_up(made)
        return gather(made, Wanted(title=str(changed.get("title") or "")))


def test_the_file_stands_alone_and_runs_nothing(page: Page) -> None:
    assert page.open == []
    assert not {"script", "img", "image", "link", "iframe", "object", "form", "base"} & {
        t for t, _ in page.tags
    }
    assert page.values("src") == page.values("style") == []
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
    assert not re.search(r"url\(|@import|</", page.style)


def test_its_policy_lets_nothing_in_but_its_own_style(page: Page) -> None:
    policy = next(a["content"] for _, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert policy == (f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'")


def test_every_link_leads_to_a_place_in_the_file_or_to_an_article(page: Page) -> None:
    inside = [address[1:] for address in page.values("href") if address.startswith("#")]
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert set(inside) <= set(ids)
    outside = [address for address in page.values("href") if not address.startswith("#")]
    assert outside
    assert all(re.match(r"https://[a-z]+\.example/", address) for address in outside)


def test_the_same_ledger_and_question_give_the_same_bytes_and_no_time_is_told(
    ledger: Ledger, brevna: Report
) -> None:
    again = to_html(gather(ledger, Wanted("Brevna", ledger="demo.ledger")))
    assert again == to_html(brevna)
    assert "Made" not in Page(again).words
    told = to_html(gather(ledger, Wanted("Brevna", at="2026-11-22T14:30")))
    assert "Made 2026-11-22T14:30, as whoever made it says" in " ".join(re.sub("<[^>]+>", " ", told).split())


def test_every_event_and_claim_that_answers_is_told(ledger: Ledger, brevna: Report, page: Page) -> None:
    with sayso.open_ledger(ledger.name) as opened:
        found = {hit.id for hit in opened.events("Brevna")} | {hit.id for hit in opened.claims("Brevna")}
    assert found
    assert found <= set(brevna.quotes)
    assert all(id in page.text for id in found)


def test_what_somebody_else_says_is_nowhere_told_as_fact(ledger: Ledger) -> None:
    """Whatever is marked as fact in the report has a standing of fact in the ledger, and no voice."""
    report = gather(ledger, Wanted("Kestria", ledger="demo.ledger"))
    assert report.events
    told = [one for told in report.events.told for group in told.groups for one in group.accounts]
    for one in told:
        quote = report.quotes[one.account.id]
        assert one.account.standing != "fact" or not quote.voices, one.account.id
    told_so = to_html(report).count('class="standing is-fact"')
    facts = sum(one.account.standing == "fact" for one in told)
    assert told_so >= facts > 0


def test_a_disputed_event_names_who_denies_it_and_its_numbers_stand_side_by_side(page: Page) -> None:
    assert "disputed Somebody denies it." in page.words
    assert "Numbers that differ: killed, as told" in page.words
    assert re.search(r"denied by Kestria", page.words)


def test_quotations_are_cut_from_the_text_with_the_passage_that_they_stand_in(
    ledger: Ledger, brevna: Report
) -> None:
    for id, quote in brevna.quotes.items():
        stored = ledger.stored(id.partition(":")[0])
        assert stored is not None
        own = "".join(text for text, mine in quote.pieces if mine)
        assert own.removesuffix(" …").rstrip() in stored.reading.document.text[quote.start : quote.end]
        whole = "".join(text for text, _ in quote.pieces).removesuffix(" …")
        assert whole in stored.reading.document.text
    assert {"headline", "body"} <= {quote.passage for quote in brevna.quotes.values()}


def test_the_hash_of_a_text_is_what_anybody_computes_and_begins_with_the_id(
    ledger: Ledger, brevna: Report, page: Page
) -> None:
    for id, filed in brevna.documents.items():
        stored = ledger.stored(id)
        assert stored is not None
        assert filed.sha256 == hashlib.sha256(stored.reading.document.text.encode()).hexdigest()
        assert filed.sha256.startswith(id)
        assert filed.sha256 in page.text
    assert [one.number for one in brevna.documents.values()] == list(range(1, len(brevna.documents) + 1))
    assert "It is not a hash of the page as it was served" in page.words


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    given = {"title": HOSTILE, "outlet": HOSTILE, "authors": (HOSTILE,), "url": f"javascript:{HOSTILE}"}
    shown = to_html(report_of(tmp_path / "news.ledger", **given))
    page = Page(shown)
    assert page.open == []
    assert not {"script", "img", "b "} & {tag for tag, _ in page.tags}
    assert "<script>alert(1)</script>" in page.text
    assert "{{ 7 * 7 }}" in page.text
    assert all(address.startswith("#") for address in page.values("href"))
    shown.encode("utf-8")


def test_a_search_that_finds_too_much_is_cut_and_says_so(ledger: Ledger) -> None:
    shown = Page(to_html(gather(ledger, Wanted(most=3))))
    assert re.search(r"This report is cut: 3 events of \d\d; 3 claims of \d\d\d, the newest", shown.words)
    assert sum(attributes.get("class") == "event" for _, attributes in shown.tags) == 3
    assert "This report is cut" not in Page(to_html(gather(ledger, Wanted("Brevna")))).words


def test_accounts_that_are_left_out_are_counted(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(told_events, "MOST_OF_ORIGIN", 1)
    monkeypatch.setattr(told_events, "MOST_ACCOUNTS", 2)
    found = gather(ledger, Wanted("market Brevna", kinds=("events",)))
    assert found.events
    for told in found.events.told:
        shown = sum(len(group.accounts) for group in told.groups)
        assert shown <= 2
        assert shown + sum(group.left for group in told.groups) + told.left == len(told.cluster.accounts)
    assert "of further origins are counted and not shown" in Page(to_html(found)).words


def test_how_accounts_are_grouped_does_not_hang_on_the_documents_around_them(
    ledger: Ledger, brevna: Report
) -> None:
    assert brevna.events
    for told in brevna.events.told:
        whole, alone = (event(ledger, told.cluster.id, around=around) for around in (True, False))
        assert alone.groups == whole.groups
        assert alone.vouched == whole.vouched
        assert {id for origin in alone.origins.origins for id in origin.documents} == {
            id.partition(":")[0] for id in told.cluster.accounts
        }


def test_a_long_quotation_is_cut(tmp_path: Path) -> None:
    reading = sayso.read(f'The minister said: "{"We shall see what is to be done about it all, and " * 90}."')
    with Ledger(tmp_path / "news.ledger", create=True) as made:
        made.add(reading, location_of(reading.document, name="a.txt"), mark="one")
        bring_up(made)
        found = gather(made, Wanted())
    lengths = [sum(len(text) for text, _ in quote.pieces) for quote in found.quotes.values()]
    assert lengths
    assert max(lengths) <= LONGEST + len(" …")


def test_events_and_accounts_are_counted_by_their_own_words(brevna: Report, page: Page) -> None:
    who, where = brevna.pictures.who, brevna.pictures.where
    assert brevna.events
    assert who
    assert where
    assert who.events == where.events == brevna.pictures.when.records > brevna.events.total
    assert f"{brevna.events.total} events" in page.words
    assert f"count the accounts that answer, which are {who.events} of events here." in page.words
    assert f"{where.nowhere} account{'s' * (where.nowhere > 1)} of {where.events} tell" in page.words
    assert "Said to have happened" in page.words
    assert "Told as having happened" not in page.words


def test_control_characters_are_blanks(tmp_path: Path) -> None:
    shown = to_html(
        report_of(tmp_path / "news.ledger", title="Ferry \x1b[31mred\x07\x9b2J\x00 late", outlet="A\x0bB")
    )
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", shown)
    assert "Ferry [31mred 2J late" in Page(shown).words


def test_what_nobody_says_gives_a_report_of_nothing(ledger: Ledger) -> None:
    shown = Page(to_html(gather(ledger, Wanted("nobodysaysso"))))
    assert "No event answers." in shown.words
    assert "No claim answers." in shown.words
    assert shown.open == []


def test_facets_of_claims_alone_leave_events_out(ledger: Ledger) -> None:
    denials = Filter({"attitude": ("denial",)})
    assert kinds_of(denials, None) == ("claims",)
    assert kinds_of(Filter({"type": ("ASSAULT",)}), None) == ("events",)
    with pytest.raises(LedgerError, match="nothing has all of actor, attitude"):
        kinds_of(Filter({"attitude": ("denial",), "actor": ("Kestria",)}), None)
    found = gather(ledger, Wanted(filter=denials, kinds=("claims",)))
    assert found.events is None
    assert found.claims
    assert {one.attitude for told in found.claims.told for g in told.groups for one in g.statements} == {
        "denial"
    }
    shown = Page(to_html(found)).words
    assert "Says or denies: denial; claims only" in shown


def test_a_decision_of_a_person_is_told(tmp_path: Path) -> None:
    reading = sayso.read(ARTICLE)
    event = reading.events[0]
    decided = Correction(
        "event", "accept", reading.document.id, target_of(event), by="Anna Lorn", at="2026-11-22T10:00:00Z"
    )
    with Ledger(tmp_path / "news.ledger", create=True) as made:
        made.add(reading, location_of(reading.document, name="a.txt"), mark="one")
        made.correct(decided)
        bring_up(made)
        found = gather(made, Wanted())
    assert found.quotes[f"{reading.document.id}:{event.id}"].review == "accepted"
    shown = Page(to_html(found)).words
    assert "2026-11-22 10:00 UTC, Anna Lorn: accept event" in shown


def test_files_are_hashed_where_they_lie_and_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "news" / "a.txt"
    path.parent.mkdir()
    path.write_bytes(ARTICLE.replace("\n", "\r\n").encode())
    reading = sayso.read(path)
    places = [str(path), f"{path}, line 7", str(tmp_path / "gone.txt")]
    with Ledger(tmp_path / "news.ledger", create=True) as made:
        for name in places:
            made.add(reading, location_of(reading.document, name=name), mark="one")
        bring_up(made)
        found, without = gather(made, Wanted(files=True)), gather(made, Wanted())
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    files_there = [place.file for place in found.documents[reading.document.id].places]
    assert sorted((one.name, one.sha256, one.whole) for one in files_there if one and one.sha256) == [
        ("a.txt", digest, False),
        ("a.txt", digest, True),
    ]
    assert [one.name for one in files_there if one and one.sha256 is None] == ["gone.txt"]
    shown = to_html(found)
    assert digest in shown
    assert "no file of this name lies here now" in shown
    assert digest not in to_html(without)
    assert str(tmp_path) not in shown, "paths name people"


def test_the_hash_of_an_original_that_the_ledger_keeps_is_told(tmp_path: Path) -> None:
    reading = sayso.read(ARTICLE)
    served = Original("html", f"<html><p>{ARTICLE}</p></html>".encode())
    with Ledger(tmp_path / "news.ledger", create=True) as made:
        place = location_of(reading.document, name="a.html")
        made.add(reading, place, mark="one")
        bring_up(made)
        without = Page(to_html(gather(made, Wanted()))).words
        keep(made, reading.document.id, served, place)
        shown = Page(to_html(gather(made, Wanted()))).words
    digest = hashlib.sha256(served.content).hexdigest()
    told = f"original{digest} SHA-256, html, {len(served.content)} bytes, kept in the ledger"
    assert told in shown
    assert "of none of these it was" in without
    assert "of none of these it was" not in shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [("/home/anna/news/a.txt", "a.txt"), (r"C:\Users\anna\a.txt", "a.txt"), ("a.txt", "a.txt"), ("/", "/")],
)
def test_the_name_of_a_file_has_no_folders(name: str, shown: str) -> None:
    assert bare(name) == shown
