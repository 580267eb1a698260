"""Who says what, on whose say-so: an allegation never becomes a fact.

    import sayso

    reading = sayso.read("examples/border-convoy.txt")
    for claim in reading.claims:
        print(claim.source.text, "|", claim.content[0].text)

Records and verbs load what they need when they are first asked for, so that `import sayso` is light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from sayso.charts.front import ChartedLedger
    from sayso.schema.attribution import Attribution as Attribution
    from sayso.schema.attribution import Source as Source
    from sayso.schema.claim import Claim as Claim
    from sayso.schema.document import Document as Document
    from sayso.schema.document import Passage as Passage
    from sayso.schema.entity import Entity as Entity
    from sayso.schema.profile import Flag as Flag
    from sayso.schema.profile import Profile as Profile
    from sayso.schema.reading import Reading as Reading
    from sayso.schema.span import Span as Span

__version__ = "0.1.0"

LONGEST_NAME = 1024

_RECORDS = {
    "Attribution": "attribution",
    "Source": "attribution",
    "Claim": "claim",
    "Document": "document",
    "Passage": "document",
    "Entity": "entity",
    "Flag": "profile",
    "Profile": "profile",
    "Reading": "reading",
    "Span": "span",
}

__all__ = ["__version__", "open_ledger", "read", *_RECORDS]


def read(text_or_path: str | Path, *, date: str | None = None) -> Reading:
    """Who says what in one article.

    Args:
        text_or_path: the article itself, or a file (plain text, HTML, Markdown) as a path or as the
            name of a file that exists.
        date: ISO date of publication, for a text that does not say; it goes before what the text says.

    Raises:
        sayso.reading.ReadingError: nothing to read there, said in one sentence.
    """
    from sayso.pipeline import read as read_records
    from sayso.reading import read_document

    return read_records(read_document(_source(text_or_path), date=date))


def open_ledger(path_or_url: str | Path) -> ChartedLedger:
    """A ledger that `sayso ingest` made, for asking.

    Args:
        path_or_url: of a file, or `postgresql://user@host/name`.

    Raises:
        sayso.ledger.errors.LedgerError: it cannot be opened; the message says what to do.
        ModuleNotFoundError: SQLAlchemy is not installed (`pip install "sayso[ledger]"`).
    """
    from sayso.charts.front import ChartedLedger

    return ChartedLedger(path_or_url)


def _source(text_or_path: str | Path) -> str | Path:
    """A path where a string is the name of a file, or can be nothing else ("missing.txt")."""
    from pathlib import Path

    if isinstance(text_or_path, Path) or len(text_or_path) > LONGEST_NAME or "\n" in text_or_path:
        return text_or_path
    path = Path(text_or_path)
    try:
        named = path.is_file()
    except (OSError, ValueError):
        return text_or_path
    return path if named or (path.suffix and " " not in text_or_path) else text_or_path


def __getattr__(name: str) -> Any:
    """A record of `sayso.schema`, loaded when it is first asked for (PEP 562)."""
    if name not in _RECORDS:
        raise AttributeError(f"sayso has no {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(f"sayso.schema.{_RECORDS[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_RECORDS])
