"""The formats in which a ledger is given to other programs: one module to each, loaded when it is asked for.

A module has one function:

    def write(documents: Iterable[Exported]) -> Iterator[bytes]

It is given the documents in the order of their ids, one at a time, and yields the file piece by piece; the
same records give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from sayso.export.exported import Exported

Writer = Callable[[Iterable[Exported]], Iterator[bytes]]


class ExportError(Exception):
    """It cannot be written so; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Form:
    """A format.

    Attributes:
        module: that writes it, in this package.
        says: what it is for, as a list of formats says it.
        suffix: of files of it.
        media: type, as HTTP says it.
        extra: of the installation, where its library is none of those that are always there.
    """

    module: str
    says: str
    suffix: str
    media: str
    extra: str | None = None


FORMS: Mapping[str, Form] = {}


def writer(name: str) -> Writer:
    """What writes a format.

    Raises:
        ExportError: a library is missing.
    """
    form = FORMS[name]
    try:
        module = import_module(f"{__name__}.{form.module}")
    except ImportError as error:
        if form.extra is None:
            raise
        raise ExportError(
            f"{name} needs {error.name}, which is not installed; pip install 'sayso[{form.extra}]'"
        ) from error
    return cast(Writer, module.write)
