"""Style and script, with as long a life in the browser as their address has."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_FOREVER = "public, max-age=31536000, immutable"


class Statics(StaticFiles):
    """The files of the workbench, and the style sheet that articles share with `sayso read --html`."""

    def __init__(self) -> None:
        super().__init__(directory=Path(str(files("sayso.workbench") / "static")))
        self._shared = Path(str(files("sayso.export") / "templates"))

    def lookup_path(self, path: str) -> tuple[str, object]:  # type: ignore[override]
        if path == "page.css":
            found = self._shared / path
            return str(found), found.stat()
        return super().lookup_path(path)

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        if scope["query_string"].startswith(b"v="):
            response.headers["cache-control"] = _FOREVER
        return response
