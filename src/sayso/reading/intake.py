"""A path, bytes or a string to the characters of a text, within fixed bounds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sayso.reading.decoding import decode, is_wide
from sayso.reading.errors import ReadingError
from sayso.reading.pdf import is_pdf
from sayso.reading.sniffing import Kind, refuse_binary

# A long newspaper page with all its scripts has 5 MB; a book as text has 1 MB.
MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Intake:
    """Characters and what to call them.

    Attributes:
        name: for messages, and for the suffix that tells a file's kind.
        text: as decoded, not normalised.
        pdf: the bytes of a PDF, which has its characters inside; None for what is none.
    """

    name: str
    text: str
    pdf: bytes | None = None


def take_in(source: str | Path | bytes, *, kind: Kind | None = None) -> Intake:
    """The characters of a file, of bytes, or of a string, which is the text itself.

    Args:
        source: what is read.
        kind: how it is to be read, None to tell by suffix and content.

    Raises:
        ReadingError: missing, unreadable, too large, binary or empty, or no PDF where it should be one.
    """
    if isinstance(source, Path):
        intake = _taken(_bytes(source), str(source), kind)
    elif isinstance(source, bytes):
        intake = _taken(source, "the input", kind)
    else:
        _refuse_large(len(source), "the text")
        intake = Intake("the text", source)
    if kind == "pdf" and intake.pdf is None:
        raise ReadingError(f"{intake.name} is no PDF document; leave out the kind and sayso tells by content")
    if intake.pdf is None and not intake.text.strip():
        what = "holds only white space" if intake.text else "is empty"
        raise ReadingError(f"{intake.name} {what}; expected the text of an article", empty=True)
    return intake


def _bytes(path: Path) -> bytes:
    """The bytes of a file; a pipe or a device is read up to the same bound."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except IsADirectoryError:
        raise ReadingError(f"{path} is a directory; name the file that holds the article") from None
    except FileNotFoundError:
        raise ReadingError(f"{path} does not exist; check the path of the file") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadingError(
            f"{str(path)!r} cannot be read ({reason}); check the path and its permissions"
        ) from None


def _taken(data: bytes, name: str, kind: Kind | None) -> Intake:
    _refuse_large(len(data), name)
    if kind in (None, "pdf") and is_pdf(data, name):
        return Intake(name, "", data)
    return Intake(name, _decode(data, name))


def _decode(data: bytes, name: str) -> str:
    wide = is_wide(data)
    if not wide:
        refuse_binary(data, name)
    text = decode(data)
    if wide:
        refuse_binary(text.encode("utf-8", "replace"), name)
    return text


def _refuse_large(size: int, name: str) -> None:
    if size > MAX_BYTES:
        raise ReadingError(
            f"{name} is larger than {MAX_BYTES // 1_000_000} MB; sayso reads one article at a time: split it"
        )
