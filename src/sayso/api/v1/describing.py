"""What the API says of itself: OpenAPI, with every answer that is an error."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from sayso.api.v1.resource import PREFIX
from sayso.api.v1.shapes import Problem

_ANY: dict[int, str] = {
    400: "The question cannot be understood.",
    401: "Nobody is logged in, or the token does not count.",
    403: "It may not be done, or not from that page.",
    421: "The workbench is not called so.",
    500: "sayso broke on the request.",
    503: "The ledger is busy, or the question takes too long; ask for less.",
}
_NAMED = {404: "There is nothing of this id."}
_SENT = {
    408: "The request did not arrive in time.",
    413: "The request is too large.",
    415: "The content is of a kind that is not read here.",
}
_OF_FILES = {501: "A library that writes such files is not installed."}
_OF_ADDED = {409: "It is in the ledger and has not changed.", 422: "There is no article in it."}
_KIND = "application/problem+json"
_DESCRIPTION = (
    "Who says what, on whose say-so. Where a ledger has users, or is served beyond one machine, a request"
    " needs a token (`Authorization: Bearer …`). Parameters that are not described are refused."
)


def described(app: FastAPI) -> dict[str, Any]:
    """The description, made once."""
    if app.openapi_schema is None:
        app.openapi_schema = _described(app)
    return app.openapi_schema


def _described(app: FastAPI) -> dict[str, Any]:
    told = get_openapi(title=app.title, version=app.version, description=_DESCRIPTION, routes=app.routes)
    schemas = told["components"]["schemas"]
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    schemas["Problem"] = Problem.model_json_schema()
    _simplify(told)
    told["components"]["responses"] = {str(status): _problem(means) for status, means in _all().items()}
    told["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    told["security"] = [{}, {"token": []}]
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            _add_problems(path, method, operation["responses"])
    return told


def _simplify(told: Any) -> None:
    """Pairs such as [start, end], in words that all programs know which make clients of a description."""
    if isinstance(told, list):
        for one in told:
            _simplify(one)
    elif isinstance(told, dict):
        if "prefixItems" in told:
            kinds = told.pop("prefixItems")
            different = [kind for at, kind in enumerate(kinds) if kind not in kinds[:at]]
            told["items"] = {"anyOf": different} if len(different) > 1 else different[0]
        for one in told.values():
            _simplify(one)


def _all() -> dict[int, str]:
    return _ANY | _NAMED | _SENT | _OF_FILES | _OF_ADDED


def _problem(means: str) -> dict[str, Any]:
    return {"description": means, "content": {_KIND: {"schema": {"$ref": "#/components/schemas/Problem"}}}}


def _add_problems(path: str, method: str, responses: dict[str, Any]) -> None:
    mine = dict(_ANY)
    if "{" in path or method == "post":
        mine |= _NAMED
    if method != "get":
        mine |= _SENT
    if path.startswith(f"{PREFIX}/documents") and method == "post":
        mine |= _OF_ADDED
        responses["200"] = {**responses["201"], "description": "The ledger had this text already."}
    responses.pop("422", None)
    responses |= {str(status): {"$ref": f"#/components/responses/{status}"} for status in mine}
