"""What all resources of the API have in common: what is refused, and how records are written."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Coroutine, Iterable, Iterator
from typing import Any

from fastapi import APIRouter, Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response, StreamingResponse

from sayso.export.json import clean
from sayso.schema.plain import to_plain

PREFIX = "/api/v1"
LINES = "application/jsonl"


class Strict(APIRoute):
    """A route that refuses parameters which it does not know: a slip of the pen is no wider question."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handler = super().get_route_handler()
        known = list(_parameters(self.dependant))
        names = tuple(one.alias for one in known)
        several = frozenset(one.alias for one in known if _is_list(one))

        async def strict(request: Request) -> Response:
            _check(request, names, several)
            return await handler(request)

        return strict


def _parameters(asked: Dependant) -> Iterator[Any]:
    """Those of a handler and of all that it depends on."""
    yield from asked.query_params
    for below in asked.dependencies:
        yield from _parameters(below)


def _is_list(field: Any) -> bool:
    return "list" in str(field.field_info.annotation)


def _check(request: Request, names: tuple[str, ...], several: frozenset[str]) -> None:
    for name, times in Counter(name for name, _ in request.query_params.multi_items()).items():
        if name not in names:
            told = f"expected some of {', '.join(names)}" if names else "there are none here"
            raise HTTPException(400, f"There is no parameter {clean(name)!r:.40}; {told}")
        if times > 1 and name not in several:
            raise HTTPException(400, f"{name} is given {times} times; give it once")


class Resource(APIRouter):
    """The addresses of one kind of thing below `/api/v1`.

    Args:
        tag: under which the description lists them.
    """

    def __init__(self, tag: str) -> None:
        super().__init__(prefix=PREFIX, route_class=Strict, tags=[tag])


class Answer(JSONResponse):
    """A record, or plain JSON of records, in UTF-8."""

    def render(self, content: Any) -> bytes:
        return clean(json.dumps(to_plain(content), ensure_ascii=False, allow_nan=False)).encode("utf-8")


def stream(records: Iterable[Any], name: str) -> StreamingResponse:
    """One JSON object to a line, as they come."""

    def lines() -> Iterator[str]:
        for record in records:
            yield clean(json.dumps(to_plain(record), ensure_ascii=False)) + "\n"

    return file(lines(), name, LINES)


def file(pieces: Iterator[str] | Iterator[bytes], name: str, kind: str) -> StreamingResponse:
    """A download of this name."""
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(pieces, media_type=kind, headers=headers)
