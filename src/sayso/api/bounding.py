"""How much of a request is taken, and how long it is waited for."""

from __future__ import annotations

import asyncio

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive

from sayso.api.settings import Settings


def too_large(headers: Headers, most: int) -> tuple[int, str] | None:
    """(status, why) for a request that says itself that it is too large, or says no number."""
    length = headers.get("content-length", "0")
    if not length.isdecimal():
        return 400, f"A content length of {length!r:.40} is none; give a number of bytes"
    return (413, _large(most)) if int(length) > most else None


def _large(most: int) -> str:
    return f"A request may have {most:,} bytes; send less at once"


def bounded(receive: Receive, settings: Settings) -> Receive:
    """The request, which must not be larger, nor take longer to arrive, than the settings allow."""
    taken = 0
    end: float | None = None
    whole = False

    async def next_message() -> Message:
        nonlocal taken, end, whole
        if whole:  # what is waited for now is the end of the connection
            return await receive()
        clock = asyncio.get_running_loop().time
        end = clock() + settings.body_seconds if end is None else end
        try:
            async with asyncio.timeout_at(end):
                message = await receive()
        except TimeoutError:
            raise HTTPException(408, "The request did not arrive in time; send it again") from None
        taken += len(message.get("body", b""))
        if taken > settings.most_body:
            raise HTTPException(413, _large(settings.most_body))
        whole = not message.get("more_body", False)
        return message

    return next_message
