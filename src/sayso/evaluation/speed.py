"""How fast articles are read, end to end, and how much memory that takes."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from sayso import pipeline
from sayso.evaluation.brat import read_split
from sayso.evaluation.conllu import read_treebank
from sayso.evaluation.errors import CorpusError
from sayso.evaluation.result import Evaluation, Progress, silent
from sayso.evaluation.wordsets import WORD
from sayso.reading import read_document

TASK = "speed"
MEGABYTE = 1_000_000
# Kilobytes on Linux, bytes on macOS.
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


def evaluate(path: Path, *, progress: Progress = silent) -> Evaluation:
    """Speed over the texts of a corpus; one of them is read before the clock starts."""
    texts = [text for text in texts_of(path) if text.strip()]
    if not texts:
        raise CorpusError(
            f"{path} holds no text: give a file, a folder of .txt files, a PolNeAR split or .conllu"
        )
    pipeline.read(read_document(texts[0], kind="plain"))
    inside, begun = pipeline.encoder().seconds, time.perf_counter()
    for n, _ in enumerate(pipeline.read_batch(read_document(text, kind="plain") for text in texts), 1):
        progress(n, len(texts))
    seconds = time.perf_counter() - begun
    scores = {
        "documents_per_second": len(texts) / seconds,
        "words_per_second": sum(len(WORD.findall(text)) for text in texts) / seconds,
        "encoder_share": 100 * (pipeline.encoder().seconds - inside) / seconds,
        **peak(),
    }
    return Evaluation(TASK, str(path), len(texts), scores, {}, seconds)


def texts_of(path: Path) -> Iterator[str]:
    """The texts of a corpus, whichever of the known layouts it has."""
    if (path / "text").is_dir():
        yield from (annotated.text for annotated in read_split(path))
    elif path.suffix == ".conllu":
        yield from (document.text for document in read_treebank(path))
    elif path.suffix == ".jsonl":
        yield from (_text(line, path, n) for n, line in enumerate(_lines(path), 1) if line.strip())
    elif path.is_dir():
        yield from (file.read_text("utf-8", errors="replace") for file in sorted(path.glob("*.txt")))
    else:
        yield path.read_text("utf-8", errors="replace")


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8", errors="replace").split("\n")


def _text(line: str, path: Path, number: int) -> str:
    try:
        return str(json.loads(line)["text"])
    except (ValueError, KeyError, TypeError):
        raise CorpusError(f"{path}, line {number}: no JSON object with a `text`") from None


def peak() -> dict[str, float]:
    """The most memory that this process has held; nothing on systems that do not say (Windows)."""
    try:
        import resource
    except ImportError:
        return {}
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"peak_mb": most * MAXRSS_UNIT / MEGABYTE}
