"""Who may come in, and what they may do there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.api.accounts.attempts import OF_NAME, OF_NAME_AND_PLACE, WITHIN, Attempts
from sayso.api.app import create_app
from sayso.api.settings import Settings
from sayso.ledger.accounts.tokens import all_tokens, make_token, revoke
from sayso.ledger.accounts.users import add_user, remove_user, set_role
from sayso.ledger.ledger import Ledger
from tests.api.conftest import BASE, HOSTILE
from tests.api.pages import Page
from tests.api.team import CHEAP, NAMES, PASSWORD, Shared, Team, shared_ledger, team
from tests.conftest import made_reading

ROLES = ("reader", "editor", "admin")
CLAIM = f"{made_reading().document.id}:c1"
REVIEW = {"action": "accept", "ids": [CLAIM]}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    return shared_ledger(tmp_path_factory.mktemp("shared"))


@pytest.fixture
def shared(made: Shared, tmp_path: Path) -> Iterator[Team]:
    with team(made, tmp_path) as opened:
        yield opened


@pytest.fixture(scope="module")
def _once(made: Shared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Team]:
    with team(made, tmp_path_factory.mktemp("once")) as opened:
        yield opened


@pytest.fixture
def standing(_once: Team) -> Team:
    """The same one for many tests, none of which needs users or tokens as another left them."""
    _once.client.cookies.clear()
    _once.client.app.state.attempts = Attempts()  # type: ignore[attr-defined]
    return _once


@pytest.mark.parametrize("path", ["/", "/claims", "/claims.csv", f"/claims/{CLAIM}", "/nowhere", "/account"])
def test_whoever_is_not_logged_in_is_asked_to(standing: Team, path: str) -> None:
    answer = standing.client.get(path)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/login")


@pytest.mark.parametrize(
    "path", ["ledger", "claims", "export", "documents", "me", "users", "tokens", "nowhere", "corrections"]
)
def test_a_program_that_is_not_known_is_told_so(standing: Team, path: str) -> None:
    answer = standing.client.get(f"/api/v1/{path}")
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert "news.ledger" not in answer.text


def test_what_is_open_to_everybody_tells_nothing_of_the_ledger(standing: Team) -> None:
    for path in ("/login", "/static/workbench.css", "/api/v1/openapi.json"):
        answer = standing.client.get(path)
        assert answer.status_code == 200
        assert not any(word in answer.text for word in ("news.ledger", "Telmara", "Brask"))


def test_after_the_log_in_one_is_where_one_wanted_to_go(standing: Team) -> None:
    way = standing.client.get("/claims?q=ferry").headers["location"]
    form = Page(standing.client.get(way).text)
    (to,) = [attrs["value"] for tag, attrs in form.tags if tag == "input" and attrs.get("name") == "to"]
    answer = standing.client.post("/login", data={"name": "rhea", "password": PASSWORD, "to": to or ""})
    assert (answer.status_code, answer.headers["location"]) == (303, "/claims?q=ferry")
    assert standing.client.get("/claims?q=ferry").status_code == 200


@pytest.mark.parametrize(
    "to", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "", "/a\nb: c"]
)
def test_a_log_in_leads_to_no_page_elsewhere(standing: Team, to: str) -> None:
    answer = standing.client.post("/login", data={"name": "rhea", "password": PASSWORD, "to": to})
    assert answer.headers["location"] == "/"


def test_no_script_can_read_the_session_and_no_page_elsewhere_sends_it(standing: Team) -> None:
    answer = standing.client.post("/login", data={"name": "rhea", "password": PASSWORD})
    told = answer.headers["set-cookie"].casefold()
    assert "httponly" in told
    assert "samesite=strict" in told
    assert "path=/" in told
    assert "secure" not in told  # over plain HTTP a browser would not send it back


def test_behind_https_the_session_is_sent_by_no_other_way(made: Shared, tmp_path: Path) -> None:
    known = Settings(more_names=frozenset({"news.example"}))
    with team(made, tmp_path, base="https://news.example", settings=known) as shared:
        answer = shared.client.post("/login", data={"name": "rhea", "password": PASSWORD})
        assert answer.headers["set-cookie"].startswith("__Host-sayso=")
        assert "secure" in answer.headers["set-cookie"].casefold()
        assert shared.client.get("/claims").status_code == 200


def test_names_are_the_same_in_small_and_capital_letters(standing: Team) -> None:
    answer = standing.client.post("/login", data={"name": " Rhea ", "password": PASSWORD})
    assert answer.status_code == 303


@pytest.mark.parametrize("name", ["rhea", "nobody", "", HOSTILE, "a" * 5000, "\x00"])
def test_a_wrong_password_and_a_wrong_name_are_told_alike(standing: Team, name: str) -> None:
    answer = standing.client.post("/login", data={"name": name, "password": "another password"})
    assert answer.status_code == 401
    assert "do not belong together" in answer.text
    assert "<script>alert" not in answer.text
    assert "set-cookie" not in answer.headers


def test_whoever_guesses_must_wait_and_then_even_the_right_password_does_not_help(standing: Team) -> None:
    guesses = [standing.login("reader", password=f"a wrong guess {n}") for n in range(OF_NAME_AND_PLACE + 2)]
    assert guesses == [401] * OF_NAME_AND_PLACE + [429] * 2
    answer = standing.client.post("/login", data={"name": "RHEA", "password": PASSWORD})
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= WITHIN + 1
    assert standing.login("editor") == 303  # somebody else is not shut out by it


def test_many_machines_together_cannot_guess_either() -> None:
    seconds = [0.0]
    attempts = Attempts(clock=lambda: seconds[0])
    tried = [attempts.begin("ada", f"192.0.2.{n}") for n in range(OF_NAME + 1)]
    assert [wait > 0 for wait in tried] == [False] * OF_NAME + [True]
    seconds[0] = WITHIN + 1
    assert attempts.begin("ada", "192.0.2.1") == 0


def test_a_slip_of_the_hand_is_forgotten_after_the_right_password(standing: Team) -> None:
    for _ in range(3):
        for _ in range(OF_NAME_AND_PLACE - 1):
            assert standing.login("reader", password="a slip of the hand") == 401
        assert standing.login("reader") == 303


def test_who_logs_out_is_out_and_the_session_is_worth_nothing(shared: Team) -> None:
    shared.login("editor")
    session = shared.client.cookies["sayso"]
    assert shared.client.get("/claims").status_code == 200
    assert shared.client.post("/logout").headers["location"] == "/login"
    shared.client.cookies.set("sayso", session)
    assert shared.client.get("/claims").status_code == 303


@pytest.mark.parametrize("session", ["", "nonsense", "sayso_" + "A" * 43, "x" * 5000, "a; b=c", '"'])
def test_a_session_that_is_none_lets_nobody_in(standing: Team, session: str) -> None:
    assert standing.client.get("/claims", headers={"cookie": f"sayso={session}"}).status_code == 303


def test_a_token_is_no_session_and_a_session_no_token(standing: Team) -> None:
    cookie = {"cookie": f"sayso={standing.tokens['admin']}"}
    assert standing.client.get("/claims", headers=cookie).status_code == 303
    standing.login("admin")
    session = standing.client.cookies["sayso"]
    standing.client.cookies.clear()
    bearer = {"authorization": f"Bearer {session}"}
    assert standing.client.get("/api/v1/me", headers=bearer).status_code == 401


@pytest.mark.parametrize(
    ("method", "path", "body", "least"),
    [
        ("GET", "/api/v1/claims", None, "reader"),
        ("GET", "/api/v1/export", None, "reader"),
        ("GET", "/api/v1/tokens", None, "reader"),
        ("POST", "/api/v1/corrections", REVIEW, "editor"),
        ("POST", "/api/v1/corrections/x123/undo", None, "editor"),
        ("POST", "/api/v1/documents", {"text": " "}, "editor"),
        ("GET", "/api/v1/users", None, "admin"),
        ("PUT", "/api/v1/users/nobody/role", {"role": "admin"}, "admin"),
        ("DELETE", "/api/v1/users/nobody", None, "admin"),
        ("POST", "/account/users", None, "admin"),
    ],
)
def test_each_may_what_their_role_lets_them(
    standing: Team, method: str, path: str, body: dict[str, object] | None, least: str
) -> None:
    for role in ROLES:
        standing.login(role)
        told = {"data": {"name": ""}} if path.startswith("/account") else {"json": body}
        answer = standing.client.request(method, path, **told)
        refused = ROLES.index(role) < ROLES.index(least)
        assert (answer.status_code == 403) == refused, (role, answer.text)


@pytest.mark.parametrize(("scope", "status"), [("read", 403), ("write", 201), ("admin", 201)])
def test_a_token_may_what_its_scope_lets_it(shared: Team, scope: str, status: int) -> None:
    assert shared.client.get("/api/v1/claims", headers=shared.bearer(scope)).status_code == 200
    answer = shared.client.post("/api/v1/corrections", json=REVIEW, headers=shared.bearer(scope))
    assert answer.status_code == status, answer.text


def test_a_page_that_is_made_later_lets_no_reader_change_anything(shared: Team) -> None:
    """Whatever a handler forgets, the right to write is asked for before it."""
    app = shared.client.app
    app.add_api_route("/later", lambda: {"done": True}, methods=["POST"])  # type: ignore[attr-defined]
    assert shared.client.post("/later").status_code == 401
    shared.login("reader")
    assert shared.client.post("/later").status_code == 403
    shared.login("editor")
    assert shared.client.post("/later").json() == {"done": True}


def test_no_page_elsewhere_can_use_a_session(standing: Team) -> None:
    standing.login("admin")
    for told in ({"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}):
        for path in ("/logout", "/account/users", "/api/v1/corrections"):
            assert standing.client.post(path, headers=told).status_code == 403
    assert standing.client.get("/claims").status_code == 200


def test_no_page_elsewhere_can_log_somebody_in(standing: Team) -> None:
    answer = standing.client.post(
        "/login", data={"name": "rhea", "password": PASSWORD}, headers={"sec-fetch-site": "cross-site"}
    )
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_corrections_are_signed_with_the_name_of_who_made_them(shared: Team) -> None:
    shared.login("editor")
    (made,) = shared.client.post("/api/v1/corrections", json=REVIEW).json()["corrections"]
    assert made["by"] == NAMES["editor"]
    shared.client.cookies.clear()
    rejected = {"action": "reject", "ids": [CLAIM]}
    answer = shared.client.post("/api/v1/corrections", json=rejected, headers=shared.bearer("write"))
    assert answer.json()["corrections"][0]["by"] == "write it"


def test_a_verdict_is_signed_by_a_person_and_never_by_a_token_of_nobody(shared: Team) -> None:
    verdict = {"action": "verdict", "id": CLAIM, "verdict": "False", "url": "https://checks.example/1"}
    answer = shared.client.post("/api/v1/corrections", json=verdict, headers=shared.bearer("write"))
    assert (answer.status_code, "under a person's name" in answer.text) == (403, True)
    shared.login("editor")
    (made,) = shared.client.post("/api/v1/corrections", json=verdict).json()["corrections"]
    assert (made["by"], made["value"]) == (
        NAMES["editor"],
        {"verdict": "False", "url": "https://checks.example/1"},
    )
    shown = shared.client.get(f"/claims/{CLAIM}")
    assert shown.status_code == 200
    assert shared.client.get(f"/api/v1/claims/{CLAIM}").json()["review"] is None


def test_a_token_that_is_revoked_or_past_its_day_lets_nobody_in(shared: Team) -> None:
    with Ledger(shared.store, write=True) as ledger:
        short, _ = make_token(ledger, "short", scope="read", lasts=timedelta(microseconds=1))
        gone, kept = make_token(ledger, "gone", scope="read")
        assert shared.client.get("/api/v1/me", headers={"authorization": f"Bearer {gone}"}).status_code == 200
        revoke(ledger, kept.id)
    for token in (short, gone, "sayso_nonsense", "", "x" * 5000, "sayso_é"):
        told = {"authorization": f"Bearer {token}".encode("latin-1")}
        assert shared.client.get("/api/v1/me", headers=told).status_code == 401  # type: ignore[arg-type]


def test_what_is_not_a_bearer_is_no_way_in(standing: Team) -> None:
    for told in (f"Basic {standing.tokens['admin']}", standing.tokens["admin"], "Bearer"):
        assert standing.client.get("/api/v1/me", headers={"authorization": told}).status_code == 401


def test_a_token_of_a_user_can_do_no_more_than_they_and_goes_with_them(shared: Team) -> None:
    with Ledger(shared.store, write=True) as ledger:
        token, _ = make_token(ledger, "mine", scope="admin", user="edda")
        told = {"authorization": f"Bearer {token}"}
        assert shared.client.get("/api/v1/me", headers=told).json()["right"] == "write"
        set_role(ledger, "edda", "reader")
        assert shared.client.get("/api/v1/me", headers=told).json()["right"] == "read"
        remove_user(ledger, "edda")
        assert shared.client.get("/api/v1/me", headers=told).status_code == 401


def test_nobody_gives_a_scope_that_they_do_not_have(shared: Team) -> None:
    shared.login("reader")
    refused = shared.client.post("/api/v1/tokens", json={"name": "more", "scope": "write"})
    assert refused.status_code == 403
    assert shared.client.post("/api/v1/tokens", json={"name": "mine"}).status_code == 201
    mine = shared.client.get("/api/v1/tokens").json()
    assert [(one["name"], one["user"]) for one in mine] == [("mine", "rhea")]


def test_nobody_takes_away_a_token_of_somebody_else(shared: Team) -> None:
    with Ledger(shared.store, write=True) as ledger:
        _, other = make_token(ledger, "other", scope="read", user="ada")
    shared.login("editor")
    assert shared.client.delete(f"/api/v1/tokens/{other.id}").status_code == 404
    shared.login("admin")
    assert shared.client.delete(f"/api/v1/tokens/{other.id}").status_code == 204


def test_a_token_is_shown_once_and_kept_nowhere(shared: Team) -> None:
    shared.login("editor")
    shown = shared.client.post("/account/tokens", data={"name": "mine", "scope": "read", "days": "9"}).text
    (token,) = re.findall(r"sayso_[\w-]{43}", shown)
    assert "no-store" in shared.client.get("/account").headers["cache-control"]
    assert shared.client.get("/api/v1/me", headers={"authorization": f"Bearer {token}"}).status_code == 200
    assert token not in shared.client.get("/account").text
    assert token not in shared.client.get("/api/v1/tokens").text
    kept = b"".join(path.read_bytes() for path in Path(shared.store).parent.glob("news.ledger*"))
    assert token.encode() not in kept
    assert PASSWORD.encode() not in kept


def test_the_account_page_of_an_admin_manages_users(shared: Team) -> None:
    shared.login("admin")
    new = {"name": "nils", "role": "editor", "password": "a quite new password"}
    assert shared.client.post("/account/users", data=new).status_code == 303
    assert "nils" in shared.client.get("/account").text
    assert shared.client.post("/account/users/nils/role", data={"role": "reader"}).status_code == 303
    roles = {one["name"]: one["role"] for one in shared.client.get("/api/v1/users").json()}
    assert roles == {"ada": "admin", "edda": "editor", "rhea": "reader", "nils": "reader"}
    assert shared.client.post("/account/users/nils/remove", data={}).status_code == 303
    assert "nils" not in shared.client.get("/account").text


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "ADA", "role": "reader", "password": "a quite new password"},
        {"name": "no spaces", "role": "reader", "password": "a quite new password"},
        {"name": "nils", "role": "owner", "password": "a quite new password"},
        {"name": "nils", "role": "reader", "password": "short"},
        {"name": "nils", "role": "reader", "password": "aaaaaaaaaaaaaa"},
        {},
    ],
)
def test_what_cannot_be_a_user_is_told_on_the_page(standing: Team, wrong: dict[str, str]) -> None:
    standing.login("admin")
    answer = standing.client.post("/account/users", data=wrong)
    assert answer.status_code in (400, 415)
    assert 'role="alert"' in answer.text


def test_an_admin_cannot_take_their_own_rights_away(standing: Team) -> None:
    standing.login("admin")
    assert standing.client.post("/account/users/ada/remove", data={}).status_code == 400
    assert standing.client.delete("/api/v1/users/ada").status_code == 400
    assert standing.client.put("/api/v1/users/ada/role", json={"role": "reader"}).status_code == 400


def test_who_is_removed_is_out_at_once(shared: Team) -> None:
    shared.login("editor")
    with Ledger(shared.store, write=True) as ledger:
        remove_user(ledger, "edda")
    assert shared.client.get("/claims").status_code == 303


def test_a_new_password_ends_all_sessions(shared: Team) -> None:
    shared.login("editor")
    wrong = {"old": "not the old one", "new": "a quite new password"}
    assert shared.client.post("/account/password", data=wrong).status_code == 400
    assert shared.client.get("/account").status_code == 200
    right = {"old": PASSWORD, "new": "a quite new password"}
    assert shared.client.post("/account/password", data=right).headers["location"] == "/login"
    assert shared.client.get("/account").status_code == 303
    assert shared.login("editor") == 401
    assert shared.login("editor", password="a quite new password") == 303


def test_who_only_looks_may_change_their_own_password_and_tokens(shared: Team) -> None:
    shared.login("reader")
    made = {"name": "mine", "scope": "read", "days": "9"}
    assert shared.client.post("/account/tokens", data=made).status_code == 200
    with Ledger(shared.store) as ledger:
        (mine,) = all_tokens(ledger, user="rhea")
    assert shared.client.post(f"/account/tokens/{mine.id}/revoke", data={}).status_code == 303
    assert shared.client.get("/api/v1/tokens").json() == []


def test_the_export_knows_no_users_and_no_tokens(standing: Team) -> None:
    told = standing.client.get("/api/v1/export", headers=standing.bearer("read")).text
    assert '"record": "document"' in told
    assert not any(word in told for word in ("rhea", "scrypt", "read it", "password"))


def test_alone_at_the_machine_nobody_need_log_in_until_there_is_a_user(tmp_path: Path) -> None:
    store = str(tmp_path / "mine.ledger")
    with Ledger(store, create=True) as ledger:
        app = create_app(ledger, Settings(person="Ilena Brask"))
        with TestClient(app, base_url=BASE, follow_redirects=False) as client:
            alone = client.get("/api/v1/me").json()
            assert (alone["name"], alone["right"], alone["by"]) == ("Ilena Brask", "admin", "alone")
            assert "Nobody need log in" in client.get("/account").text
            add_user(ledger, "ada", role="admin", password=PASSWORD, cost=CHEAP)
            assert client.get("/claims").status_code == 303
            assert client.get("/api/v1/me").status_code == 401


def test_where_others_come_nobody_is_let_in_even_when_the_last_user_is_gone(tmp_path: Path) -> None:
    with Ledger(str(tmp_path / "news.ledger"), create=True) as ledger:
        for settings in (Settings(host="192.0.2.1"), Settings(more_names=frozenset({"192.0.2.1"}))):
            with TestClient(create_app(ledger, settings), base_url="http://192.0.2.1") as client:
                assert client.get("/api/v1/me").status_code == 401


def test_a_wrong_token_is_refused_even_where_nobody_need_log_in(client: TestClient) -> None:
    assert client.get("/api/v1/me").status_code == 200
    assert client.get("/api/v1/me", headers={"authorization": "Bearer nonsense"}).status_code == 401


def test_the_account_page_is_whole(standing: Team) -> None:
    assert Page(standing.client.get("/login").text).open == []
    for role in ROLES:
        standing.login(role)
        page = Page(standing.client.get("/account").text)
        assert page.open == []
        assert NAMES[role] in page.text
        assert ("Users" in page.text) == (role == "admin")
