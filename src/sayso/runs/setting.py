"""How the documents of a run are read, the same in every process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sayso import __version__


@dataclass(frozen=True, slots=True)
class Setting:
    """What a reading depends on besides its document.

    Attributes:
        date: of publication, for documents that do not say.
        codebook: of the user's own, or None for the shipped one.
        actors: lists of the user's own, the first before the others.
        threads: of the encoder, None for as many as there are processors.
    """

    date: str | None = None
    codebook: Path | None = None
    actors: tuple[Path, ...] = ()
    threads: int | None = None

    def prepare(self) -> None:
        """Makes the pipeline of this process read so."""
        from sayso import pipeline

        pipeline.use_threads(self.threads)
        pipeline.use_codebook(self.codebook)
        pipeline.use_actors(self.actors)

    @property
    def lists(self) -> tuple[Path, ...]:
        """The files of the user's own."""
        return (*((self.codebook,) if self.codebook else ()), *self.actors)

    def mark(self) -> str:
        """Of all that a coding depends on; another one where a document may be coded otherwise."""
        from sayso import pipeline

        return "/".join((__version__, pipeline.encoder_version(), *self._contents()))

    def _contents(self) -> Iterator[str]:
        for path in self.lists:
            yield sha256(path.read_bytes()).hexdigest()[:12]
