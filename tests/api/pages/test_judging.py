"""Rating sources and putting outlets into families: signed, kept, undone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.ledger.across.judged import families, ratings
from sayso.ledger.ledger import Ledger
from tests.api.team import Shared, shared_ledger, team

SOURCE = "Ilena Brask"
RATE = {"action": "rate", "source": SOURCE, "letter": "B", "back": "/ratings"}
OUTLET = "Dorsk Daily"
ASSIGN = {"action": "assign", "outlet": OUTLET, "family": "North Press", "back": "/families"}


@pytest.fixture
def source(desk: TestClient) -> str:
    """Somebody whom the ledger quotes by name."""
    name = desk.get("/api/v1/speakers").json()["names"][0]["name"]
    assert isinstance(name, str)
    return name


def post(desk: TestClient, form: dict[str, str]) -> None:
    answer = desk.post("/changes", data=form, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, form["back"])


def undo(desk: TestClient, page: str) -> None:
    (id,) = re.findall(r'name="id" value="(x\w+)"', desk.get(page).text)
    post(desk, {"action": "undo", "id": id, "back": page})


def test_a_source_is_rated_and_the_rating_undone(desk: TestClient, store: str, source: str) -> None:
    assert "Nobody has rated a source yet" in desk.get("/ratings").text
    post(desk, RATE | {"source": source})
    told = desk.get("/ratings").text
    assert "usually reliable · Ilena Brask" in told
    assert "rated B, usually reliable" in desk.get(f"/speakers/{source}").text
    with Ledger(store) as ledger:
        (one,) = ratings(ledger)
    assert (one.target["source"], one.value["letter"], one.by) == (source, "B", "Ilena Brask")
    post(desk, RATE | {"source": source, "letter": "C"})
    assert "usually reliable ·" not in desk.get("/ratings").text
    assert desk.get("/changes").text.count("rated a source") == 2
    undo(desk, "/ratings")
    assert "usually reliable ·" in desk.get("/ratings").text


def test_an_outlet_is_put_into_a_family_and_taken_out(desk: TestClient, store: str) -> None:
    outlet = desk.get("/api/v1/outlets").json()["outlets"][0]["name"]
    form = ASSIGN | {"outlet": outlet}
    post(desk, form)
    assert "North Press" in desk.get("/families").text
    assert "one of the family" in desk.get(f"/outlets/{outlet}").text
    assert "North Press" in desk.get("/outlets").text
    assert "assigned an outlet" in desk.get("/changes").text
    with Ledger(store) as ledger:
        assert [(one.target["outlet"], one.value["family"]) for one in families(ledger)] == [
            (outlet, "North Press")
        ]
    undo(desk, "/families")
    assert "No outlet is in a family yet" in desk.get("/families").text
    post(desk, form)
    post(desk, form | {"family": ""})
    assert "No outlet is in a family yet" in desk.get("/families").text


@pytest.mark.parametrize(
    "form",
    [
        RATE | {"letter": "G"},
        RATE | {"source": "Nobody Atall"},
        RATE | {"source": ""},
        ASSIGN | {"outlet": ""},
        ASSIGN | {"family": "x" * 300},
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(desk: TestClient, form: dict[str, str]) -> None:
    answer = desk.post("/changes", data=form)
    assert answer.status_code == 400
    assert 'class="problem"' in answer.text or "cannot be asked" in answer.text


def test_the_forms_know_whom_they_are_opened_for(desk: TestClient) -> None:
    assert 'value="Oda &#34;Lind&#34;"' in desk.get("/ratings?source=Oda%20%22Lind%22").text
    assert desk.get("/ratings?outlet=Dorsk").status_code == 400
    assert 'value="Dorsk Daily"' in desk.get("/families?outlet=Dorsk%20Daily").text


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    return shared_ledger(tmp_path_factory.mktemp("shared"))


def test_who_only_looks_sees_them_and_changes_nothing(shared: Shared, tmp_path: Path) -> None:
    with team(shared, tmp_path) as found:
        found.login("reader")
        for path, form in (("/ratings", RATE), ("/families", ASSIGN)):
            told = found.client.get(path)
            assert told.status_code == 200
            assert 'name="action"' not in told.text
            assert found.client.post("/changes", data=form).status_code == 403


def test_programs_are_told_what_stands(desk: TestClient, source: str) -> None:
    desk.post("/api/v1/corrections", json={"action": "rate", "source": source, "letter": "A"})
    desk.post("/api/v1/corrections", json={"action": "assign", "outlets": [OUTLET], "family": "North Press"})
    (rated,) = desk.get("/api/v1/ratings").json()["ratings"]
    assert (rated["source"], rated["letter"], rated["by"]) == (source, "A", "Ilena Brask")
    (member,) = desk.get("/api/v1/families").json()["outlets"]
    assert (member["outlet"], member["family"]) == (OUTLET, "North Press")
