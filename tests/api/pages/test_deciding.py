"""Correcting in a browser: a form, a decision that is signed, and the page that was left."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso.ledger.ledger import Ledger
from sayso.ledger.listing import list_entities
from sayso.ledger.searching import search
from sayso.ledger.showing import show
from tests.api.pages import Page
from tests.api.team import Shared, shared_ledger, team


def send(desk: TestClient, **form: str) -> str:
    """Where a decision leads."""
    answer = desk.post("/changes", data=form)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def review_of(store: str, id: str) -> str | None:
    with Ledger(store) as ledger:
        found = show(ledger, id)
    return found.review  # type: ignore[union-attr]


def decisions(store: str) -> list[tuple[str, str, str]]:
    with Ledger(store) as ledger:
        return [(one.action, one.kind, one.by) for one in ledger.corrections()]


@pytest.mark.parametrize(("action", "review"), [("accept", "accepted"), ("reject", "rejected")])
def test_a_record_is_accepted_or_rejected_on_its_page(
    desk: TestClient, store: str, document: str, action: str, review: str
) -> None:
    there = f"/events/{document}:v1"
    assert f'value="{action}"' in desk.get(there).text
    assert send(desk, action=action, id=f"{document}:v1", back=there) == there
    assert review_of(store, f"{document}:v1") == review
    assert decisions(store) == [(action, "event", "Ilena Brask")]
    page = desk.get(there).text
    assert f">{review}</span>" in page
    assert 'value="undo"' in page


def test_a_decision_is_undone(desk: TestClient, store: str, document: str) -> None:
    send(desk, action="reject", id=f"{document}:c1", back="/review")
    with Ledger(store) as ledger:
        (made,) = ledger.corrections()
    assert send(desk, action="undo", id=made.id, back="/changes") == "/changes"
    assert review_of(store, f"{document}:c1") is None
    shown = desk.get("/changes").text
    assert "2 decisions" in shown
    assert 'class="gone"' in shown


def test_a_verdict_is_given_under_a_name(desk: TestClient, store: str, document: str) -> None:
    there = f"/claims/{document}:c1"
    form = {"action": "verdict", "id": f"{document}:c1", "verdict": "Missing context", "back": there}
    reasons = {"url": "https://checks.example/54"}
    assert 'value="verdict"' not in desk.get(there).text
    assert desk.post("/changes", data=form | reasons).status_code == 403
    assert send(desk, action="sign", by="Ada Lind", back=there) == there
    assert 'value="verdict"' in desk.get(there).text
    assert send(desk, **form, **reasons) == there
    assert decisions(store) == [("verdict", "claim", "Ada Lind")]
    assert review_of(store, f"{document}:c1") is None
    assert "Missing context" in desk.get(there).text
    assert desk.post("/changes", data=form | {"url": "somewhere"}).status_code == 400


def test_only_what_was_changed_is_set(desk: TestClient, store: str, document: str) -> None:
    id = f"{document}:v1"
    source = desk.get(f"/events/{id}").text
    (form,) = re.findall(
        r'<form class="edit".*?</form>', source.split("<summary>Edit the event")[1], re.DOTALL
    )[:1]
    selected = dict(re.findall(r'<select name="(\w+)">.*?<option value="([^"]*)" selected', form, re.DOTALL))
    typed = dict(re.findall(r'<input type="text" name="(\w+)" value="([^"]*)"', form))
    send(desk, action="edit", id=id, back=f"/events/{id}", **{**selected, **typed, "standing": "planned"})
    with Ledger(store) as ledger:
        (made,) = ledger.corrections()
    assert dict(made.value) == {"standing": "planned"}
    assert review_of(store, id) == "edited"


def test_an_edit_that_sets_nothing_or_nonsense_is_refused(
    desk: TestClient, store: str, document: str
) -> None:
    id = f"{document}:v1"
    with Ledger(store) as ledger:
        now = show(ledger, id).record.standing  # type: ignore[union-attr]
    for form in ({"standing": now}, {"standing": "true"}, {"type": "NONE"}, {}):
        answer = desk.post("/changes", data={"action": "edit", "id": id, **form})
        assert answer.status_code == 400, form
    assert decisions(store) == []


def test_somebody_in_an_event_is_edited_and_rejected(desk: TestClient, store: str, document: str) -> None:
    with Ledger(store) as ledger:
        shown = show(ledger, f"{document}:v1")
    role = f"{document}:{shown.roles[0].id}"  # type: ignore[union-attr]
    there = f"/events/{document}:v1"
    send(desk, action="edit", id=role, back=there, country="ken")
    assert 'value="KEN"' in desk.get(there).text
    send(desk, action="reject", id=role, back=there)
    source = desk.get(there).text
    assert "rejected by a person" in source
    assert "(rejected)" in source


def test_entities_are_made_one_and_split_again(desk: TestClient, store: str) -> None:
    with Ledger(store) as ledger:
        brask = show(ledger, "Ilena Brask").id
        other = next(one.id for one in _entities(ledger) if one.id != brask)
    there = f"/entities/{brask}"
    assert send(desk, action="merge", id=brask, back=there, **{"with": other}) == there
    source = desk.get(there).text
    assert "one with" in source
    send(desk, action="split", id=other, back=there)
    assert "one with <a" not in desk.get(there).text
    assert [action for action, _, _ in decisions(store)] == ["merge", "split"]


def _entities(ledger: Ledger) -> list[Any]:
    return list(list_entities(ledger, limit=50).rows)


def test_the_queue_holds_the_most_doubtful_first_and_lets_go_of_what_was_decided(desk: TestClient) -> None:
    first, *others = ids(desk, "/review")
    there = send(desk, action="accept", id=first, back="/review?kind=events")
    assert there.startswith("/review?kind=events&done=x")
    left = ids(desk, there)
    assert first not in left
    assert left[: len(others)] == others
    page = Page(desk.get(there).text)
    assert page.open == []
    assert "Accepted" in page.text


def ids(desk: TestClient, path: str) -> list[str]:
    answer = desk.get(path)
    assert answer.status_code == 200, answer.text
    return re.findall(r'data-id="([^"]+)"', answer.text)


def test_the_queue_is_whole_page_by_page(desk: TestClient, store: str) -> None:
    for kind in ("events", "claims"):
        seen: list[str] = []
        skip = 0
        while found := ids(desk, f"/review?kind={kind}&skip={skip}"):
            seen += found
            skip += 20
        with Ledger(store) as ledger:
            hits = search(ledger, kind=kind, limit=1000).hits
        waits = [hit.id for hit in hits if kind == "events" or hit.standing is None]
        assert sorted(seen) == sorted(waits)


def test_a_script_is_answered_in_json(desk: TestClient, document: str) -> None:
    answer = desk.post(
        "/changes",
        data={"action": "accept", "id": f"{document}:c1"},
        headers={"accept": "application/json"},
    )
    assert answer.status_code == 201
    (change,) = answer.json()["changes"]
    assert change["done"] == "accepted"
    wrong = desk.post(
        "/changes", data={"action": "accept", "id": "x"}, headers={"accept": "application/json"}
    )
    assert wrong.status_code == 400
    assert "x" in wrong.json()["detail"]


def test_whoever_is_alone_says_their_name_once(desk: TestClient, store: str, document: str) -> None:
    there = send(desk, action="sign", by="  Nia \n Orr ", back="/review")
    assert there == "/review"
    assert "signed Nia Orr" in desk.get("/review").text
    send(desk, action="accept", id=f"{document}:c1")
    assert decisions(store) == [("accept", "claim", "Nia Orr")]
    for name in ("", "   ", "x" * 101):
        assert desk.post("/changes", data={"action": "sign", "by": name}).status_code == 400


@pytest.mark.parametrize(
    "back", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:x", ""]
)
def test_a_form_never_leads_elsewhere(desk: TestClient, document: str, back: str) -> None:
    assert send(desk, action="accept", id=f"{document}:c1", back=back) == "/changes"


@pytest.mark.parametrize("action", ["", "delete", "rate"])
def test_what_is_no_decision_is_refused(desk: TestClient, document: str, action: str) -> None:
    assert desk.post("/changes", data={"action": action, "id": f"{document}:c1"}).status_code == 400


def test_a_page_elsewhere_cannot_decide(desk: TestClient, store: str, document: str) -> None:
    form = {"action": "reject", "id": f"{document}:c1"}
    answer = desk.post("/changes", data=form, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    assert decisions(store) == []


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    return shared_ledger(tmp_path_factory.mktemp("shared"))


def test_a_reader_sees_no_form_and_may_not_decide(shared: Shared, tmp_path: Path, document: str) -> None:
    with team(shared, tmp_path) as found:
        found.login("reader")
        for path in ("/review", f"/claims/{document}:c1", "/changes"):
            assert 'action="/changes"' not in found.client.get(path).text, path
        form = {"action": "reject", "id": f"{document}:c1"}
        assert found.client.post("/changes", data=form).status_code == 403
        assert decisions(found.store) == []


def test_an_editor_decides_by_their_own_name_only(shared: Shared, tmp_path: Path, document: str) -> None:
    with team(shared, tmp_path) as found:
        found.login("editor")
        assert found.client.post("/changes", data={"action": "sign", "by": "ada"}).status_code == 403
        send(found.client, action="reject", id=f"{document}:c1")
        assert decisions(found.store) == [("reject", "claim", "edda")]
