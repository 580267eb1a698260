"""Bad input, said in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sayso.evaluation.errors import CorpusError

LONGEST = 500


class RefusedError(Exception):
    """What came cannot be used; the message is for the person at the keyboard."""


@contextmanager
def refusing() -> Iterator[None]:
    """Turn what is wrong with the input into a `RefusedError`; whatever else goes wrong stays what it is."""
    from sayso.codebook import CodebookError
    from sayso.reading import ReadingError
    from sayso.resolution.errors import ActorListError
    from sayso.resolution.gazetteer_errors import GazetteerError
    from sayso.runs.errors import RunError

    try:
        yield
    except BrokenPipeError:
        raise
    except (ReadingError, CorpusError, CodebookError, ActorListError, GazetteerError, RunError) as error:
        raise RefusedError(one_line(str(error))) from error
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        raise RefusedError(one_line(f"{name}{error.strerror or error}")) from error


def one_line(message: str) -> str:
    """One printable line: a file name may hold anything."""
    line = "".join(character if character.isprintable() else "?" for character in " ".join(message.split()))
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
