"""The API answers as it describes itself, whatever it is asked; nothing that is sent breaks it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.checks import CheckFunction
from schemathesis.core.failures import Failure
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from sayso.api.app import create_app
from sayso.api.settings import Settings
from sayso.fetching.fetcher import Fetcher
from sayso.ledger.accounts.tokens import make_token
from sayso.ledger.ledger import Ledger
from sayso.ledger.rows import entity_id
from tests.api.conftest import fill_ledger
from tests.conftest import made_reading

CHECKS: list[CheckFunction] = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
HERE = {"host": "127.0.0.1:8000"}
QUICK = settings(
    max_examples=4,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


def _nobody(host: str, port: int) -> list[str]:
    """No test touches the network."""
    return []


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[FastAPI, str]]:
    store = str(tmp_path_factory.mktemp("asked") / "news.ledger")
    fill_ledger(store)
    with Ledger(store, write=True) as written:
        token, _ = make_token(written, "all that may be", scope="admin")
    with Ledger(store) as ledger:
        made = create_app(ledger, Settings())
        made.state.fetcher = Fetcher(resolver=_nobody)
        yield made, token


def _examine(
    operation: APIOperation[Any, Any, Any, Any], mode: GenerationMode, headers: dict[str, str]
) -> str | None:
    """What is wrong with the answers to some requests, or None."""

    @seed(7)
    @QUICK
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Case[Any]) -> None:
        case.call_and_validate(headers=headers, checks=CHECKS)

    try:
        ask()
    except Unsatisfiable:  # nothing can be sent that does not fit
        return None
    except BaseExceptionGroup as errors:
        return f"{operation.label}: {[str(error) for error in errors.exceptions]}"
    except (AssertionError, Failure) as error:
        return f"{operation.label}: {error}"
    return None


@pytest.mark.slow
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_what_is_answered_is_what_is_described(app: tuple[FastAPI, str], mode: GenerationMode) -> None:
    """With what fits the description, and with what does not."""
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app[0], headers=HERE)
    headers = {"authorization": f"Bearer {app[1]}", **HERE}
    operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
    assert len(operations) == sum(map(len, app[0].openapi()["paths"].values()))
    wrong = [_examine(operation, mode, headers) for operation in operations]
    assert [told for told in wrong if told] == []


def test_what_is_there_is_answered_as_described(app: tuple[FastAPI, str]) -> None:
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app[0], headers=HERE)
    headers = {"authorization": f"Bearer {app[1]}", **HERE}
    document = made_reading().document.id
    entity = entity_id(made_reading().entities[0])
    there = {
        "/documents/{id}": document,
        "/documents/{id}/reading": document[:8],
        "/claims/{id}": f"{document}:c1",
        "/events/{id}": f"{document}:v2",
        "/attributions/{id}": f"{document}:a2",
        "/mentioned/{id}": f"{document}:e1",
        "/entities/{id}": entity,
        "/event-clusters/{id}": f"{document}:v2",
        "/origins/{id}": f"{document}:v2",
    }
    described = {f"/api/v1{path}" for path in there}
    assert described == {
        path for path, methods in app[0].openapi()["paths"].items() if "{id}" in path and "get" in methods
    }
    for path, id in there.items():
        case = schema[f"/api/v1{path}"]["GET"].Case(path_parameters={"id": id})
        answer = case.call_and_validate(headers=headers, checks=CHECKS)
        assert answer.status_code == 200, path
