"""Files in object stores and on other machines, by URL, through fsspec: read as if they were files here."""

from __future__ import annotations

import io
import os
import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

from sayso.reading import ReadingError

if TYPE_CHECKING:
    _Path = Path
else:  # the kind of this system, which alone can be derived from
    _Path = type(Path())

Result = TypeVar("Result")
STORES = frozenset(
    "abfs abfss az file gcs gs hdfs memory oci oss s3 s3a sftp smb ssh webdav webdavs webhdfs".split()
)
_URL = re.compile(r"^([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_PASSWORD = re.compile(r"://[^/@]*:[^/@]*@")


class Remote(_Path):
    """A file or folder in a store. It is a `Path`, so that whatever reads files reads it as well.

    What the store cannot do is an OSError, as it is for a file here.

    Args:
        url: as written by `STORES`.
        is_known: it is known to be a file.
    """

    def __new__(cls, url: str, *, is_known: bool = False) -> Remote:
        return super().__new__(cls, url)

    def __init__(self, url: str, *, is_known: bool = False) -> None:
        if _Path.__init__ is not object.__init__:  # since Python 3.12
            super().__init__(url)  # type: ignore[call-arg]
        self.url = url
        self._is_known = is_known

    def __str__(self) -> str:
        return self.url

    def __fspath__(self) -> str:
        return self.url

    def __hash__(self) -> int:
        return hash(self.url)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Remote) and self.url == other.url

    def __reduce__(self) -> tuple[Any, ...]:
        return Remote, (self.url,)

    def exists(self, **_: Any) -> bool:
        return self._kind() is not None

    def is_file(self, **_: Any) -> bool:
        return self._is_known or self._kind() == "file"

    def is_dir(self, **_: Any) -> bool:
        return not self._is_known and self._kind() == "directory"

    def resolve(self, strict: bool = False) -> Remote:
        return self

    def samefile(self, other: object) -> bool:
        return self == other

    def stat(self, **_: Any) -> os.stat_result:
        """Its size; the other fields say nothing."""
        size = int(self._asked(lambda store, path: store.size(path)) or 0)
        return os.stat_result((stat.S_IFREG, 0, 0, 0, 0, 0, size, 0, 0, 0))

    def version(self) -> str:
        """Another one where the file was written to, as far as the store tells."""
        return str(self._asked(lambda store, path: store.ukey(path)))

    def open(  # type: ignore[override]
        self,
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
    ) -> IO[Any]:
        """For reading only."""
        stream: Any = self._asked(lambda store, path: store.open(path, "rb"))
        binary = io.BufferedReader(stream)
        return binary if "b" in mode else io.TextIOWrapper(binary, encoding, errors, newline)

    def read_bytes(self) -> bytes:
        with self.open("rb") as file:
            return bytes(file.read())

    def below(self) -> Iterator[Remote]:
        """The files below a folder, in the order in which those of a folder here are read."""
        store, path = _store(self.url)
        for folder, inside, names in self._walked(store, path):
            inside.sort()
            for name in sorted(names):
                yield Remote(store.unstrip_protocol(f"{folder}/{name}"), is_known=True)

    def matching(self) -> list[Remote]:
        """The files that a pattern stands for, sorted."""
        store, path = _store(self.url)
        found: Any = self._asked(lambda _, __: store.glob(path))
        return [Remote(store.unstrip_protocol(one)) for one in sorted(found)]

    def _walked(self, store: Any, path: str) -> Iterator[tuple[str, list[str], list[str]]]:
        walk = self._asked(lambda _, __: store.walk(path, on_error="raise"))
        while (step := self._asked(lambda _, __: next(walk, None))) is not None:
            yield step

    def _kind(self) -> str | None:
        """file, directory, or None where there is nothing."""
        try:
            return str(self._asked(lambda store, path: store.info(path))["type"])
        except FileNotFoundError:
            return None

    def _asked(self, ask: Callable[[Any, str], Result]) -> Result:
        try:
            return ask(*_store(self.url))
        except (OSError, ReadingError):
            raise
        except Exception as error:  # each store has errors of its own
            reason = " ".join(str(error).split())[:200] or type(error).__name__
            raise OSError(
                f"{self.url} cannot be read ({reason}); check the address and your rights"
            ) from error


def path_of(given: str) -> Path:
    """What was written on a command line as a path, or as the URL of a store.

    Raises:
        ReadingError: a URL of something else, or one with a password in it.
    """
    found = _URL.match(given)
    if not found or Path(given).exists():
        return Path(given)
    scheme = found[1].lower()
    if scheme in ("http", "https"):
        raise ReadingError(f"{given:.100} is a page or a feed; `sayso fetch` and `sayso watch` read those")
    if scheme not in STORES:
        raise ReadingError(
            f"{scheme}:// is no store that sayso reads from; expected {', '.join(sorted(STORES))}"
        )
    if _PASSWORD.search(given):
        raise ReadingError(
            f"a {scheme}:// address holds a password, which would stand in all that is written; give it"
            " in the environment, or in the settings of fsspec"
        )
    remote = Remote(given)
    _store(given)
    return remote


def _store(url: str) -> tuple[Any, str]:
    """The store of a URL and the path in it; fsspec keeps one store for each set of settings."""
    try:
        from fsspec.core import url_to_fs
    except ModuleNotFoundError:
        raise ReadingError(f'{url:.100} needs fsspec: pip install "sayso[remote]"') from None
    try:
        store, path = url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise ReadingError(f"{url:.100} cannot be reached: {error}") from None
    return store, path
