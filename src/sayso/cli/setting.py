"""How the documents of a run are read, from the options that all runs share."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.cli.listing import use_lists

if TYPE_CHECKING:
    from sayso.runs.setting import Setting


def setting_of(
    *, date: str | None = None, codebook: Path | None, actors: Sequence[Path], jobs: int
) -> Setting:
    """The setting; a faulty date, codebook or list is refused before anything is begun."""
    from sayso import pipeline
    from sayso.reading.dates import checked_date
    from sayso.runs.setting import Setting

    pipeline.use_codebook(codebook)
    use_lists(actors)
    threads = None if jobs == 1 else max(1, (os.cpu_count() or 1) // jobs)
    return Setting(None if date is None else checked_date(date), codebook, tuple(actors), threads)
