"""What a form of a page sends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

_KIND = "application/x-www-form-urlencoded"
_MOST = 50  # fields


async def _filled(request: Request) -> Mapping[str, str]:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
    if kind != _KIND:
        raise HTTPException(415, f"A form comes as {_KIND}, not as {kind or 'nothing'!r:.60}")
    try:
        pairs = parse_qsl(
            (await request.body()).decode("utf-8"), keep_blank_values=True, max_num_fields=_MOST
        )
    except ValueError:
        raise HTTPException(400, f"That is no form of up to {_MOST} fields in UTF-8") from None
    return dict(pairs)


# `def handler(form: Filled)`: the fields by their names, each once.
Filled = Annotated[Mapping[str, str], Depends(_filled)]
